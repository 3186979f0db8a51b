using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Exports;

/// <summary>csv or xlsx, as an answer to be saved.</summary>
internal static class ExportFile
{
    public const string Csv = "csv";
    public const string Xlsx = "xlsx";

    /// <summary>The file of a table; its name is the table's with the day. The format must be one of the two.</summary>
    public static FileContentHttpResult Answer(ExportTable table, string format, DateOnly today, Wording wording)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Slug.From(table.Name)}-{today:yyyy-MM-dd}.{format}");
        return format == Xlsx
            ? TypedResults.File(XlsxWriting.Write(table, wording.Say(Sentence.Of("imports.about"))), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name)
            : TypedResults.File(CsvWriting.Write(table), "text/csv; charset=utf-8", name);
    }
}
