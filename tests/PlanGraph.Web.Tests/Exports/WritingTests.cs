using System.IO.Compression;
using System.Text;
using PlanGraph.Domain.Imports;
using PlanGraph.Web.Exports;
using PlanGraph.Web.Imports.Reading;

namespace PlanGraph.Web.Tests.Exports;

public sealed class WritingTests
{
    private static readonly ExportTable _table = new("Planer", [new("Plan", 40), new("Dato"), new("Tall")],
        [[ExportCell.Of("=cmd()"), ExportCell.Of(new DateOnly(2016, 1, 27)), ExportCell.Of(-2.5)], [ExportCell.Of("a;\"b\"\nc"), ExportCell.Empty, ExportCell.Of(7)]],
        [("Kilde", "PlanGraph"), ("Filter", "alle")]);

    [Fact]
    public void Csv_is_what_a_Norwegian_spreadsheet_opens_with_a_double_click()
    {
        var bytes = CsvWriting.Write(_table);

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("Plan;Dato;Tall\r\n'=cmd();27.01.2016;-2,5\r\n\"a;\"\"b\"\"\nc\";;7\r\n", Encoding.UTF8.GetString(bytes[3..]));
    }

    [Theory]
    [InlineData("=1", "'=1")]
    [InlineData("+47 22 22 22 22", "'+47 22 22 22 22")]
    [InlineData("-5", "'-5")]
    [InlineData("@a", "'@a")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("'=1", "''=1")]
    [InlineData("'sitat'", "'sitat'")]
    [InlineData("1=1", "1=1")]
    [InlineData("", "")]
    public void A_text_that_looks_like_a_formula_is_guarded_and_comes_back_as_it_was(string text, string written)
    {
        Assert.Equal(written, CsvGuard.PutOn(text));
        Assert.Equal(text, CsvGuard.TakeOff(written));
    }

    [Fact]
    public void Xlsx_has_typed_cells_a_frozen_filtered_header_and_a_sheet_about_itself()
    {
        var bytes = XlsxWriting.Write(_table, "Om");

        var sheets = ImportFiles.Read("a.xlsx", bytes, TestContext.Current.CancellationToken).Cast<ImportTable>().ToList();
        Assert.Equal(["Planer", "Om"], sheets.Select(sheet => sheet.Sheet));
        Assert.Equal(["=cmd()", "27.01.2016", "-2.5"], sheets[0].Lines[1].Cells);
        Assert.Equal(["Kilde", "PlanGraph"], sheets[1].Lines[1].Cells);
        var xml = FirstSheet(bytes);
        Assert.Contains("state=\"frozen\"", xml, StringComparison.Ordinal);
        Assert.Contains("autoFilter ref=\"A1:C3\"", xml, StringComparison.Ordinal);
        Assert.Contains("<x:v>42396</x:v>", xml, StringComparison.Ordinal);
        Assert.DoesNotContain("<x:f>", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_file_can_hold_is_left_out()
    {
        var table = new ExportTable("A/B: [x]", [new("Plan")], [[ExportCell.Of("a\u0001b\uD800c\uFFFEd😀")]], []);

        Assert.Equal("abcd😀", Assert.IsType<ImportTable>(ImportFiles.Read("a.xlsx", XlsxWriting.Write(table, "Om"), TestContext.Current.CancellationToken)[0]).Lines[1].Cells[0]);
        Assert.EndsWith("abcd😀\r\n", Encoding.UTF8.GetString(CsvWriting.Write(table)), StringComparison.Ordinal);
    }

    [Fact]
    public void Xlsx_is_valid_to_the_schema()
    {
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(XlsxWriting.Write(_table, "Om")), false);

        Assert.Empty(new DocumentFormat.OpenXml.Validation.OpenXmlValidator().Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }

    private static string FirstSheet(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        using var reader = new StreamReader(zip.Entries.First(entry => entry.FullName.Contains("worksheets/", StringComparison.Ordinal)).Open());
        return reader.ReadToEnd();
    }
}
