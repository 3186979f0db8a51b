using System.IO.Compression;
using System.Text;

namespace PlanGraph.Web.Tests.Imports;

/// <summary>Makes XLSX files part by part, good ones and bad ones.</summary>
internal static class Sheets
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        return file.ToArray();
    }

    /// <summary>A workbook with one sheet made of the given XML, and whatever parts besides.</summary>
    public static byte[] Book(string sheetXml, string workbookMore = "", params (string Name, string Text)[] more) => Zip(
    [
        ("[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Links}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Links}">{workbookMore}<sheets><sheet name="Planer" sheetId="1" r:id="rId1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="{Links}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{Links}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="{Links}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""),
        ("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>"""),
        .. more.Any(part => part.Name == "xl/sharedStrings.xml") ? [] : new[] { ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}"/>""") },
        ("xl/worksheets/sheet1.xml", sheetXml),
        .. more,
    ]);

    public static string Sheet(string rows, string before = "", string after = "") => $"""<worksheet xmlns="{Main}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>""";

    /// <summary>A row of texts.</summary>
    public static string Row(int row, params string[] cells) =>
        $"<row r=\"{row}\">{string.Concat(cells.Select((cell, at) => $"<c r=\"{(char)('A' + at)}{row}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{cell}</t></is></c>"))}</row>";

    public static byte[] Simple(params string[][] rows) => Book(Sheet(string.Concat(rows.Select((row, at) => Row(at + 1, row)))));
}
