using System.Text;
using PlanGraph.Domain.Imports;
using PlanGraph.Web.Imports.Reading;

namespace PlanGraph.Web.Tests.Imports;

public sealed class ImportFilesTests
{
    private const string List = "Plan;Status;Ferdig\r\nSkøytebaneplan på Ås;Vedtatt 27.1.16;2021?\r\n";

    private static readonly Encoding _windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(List) },
        { "UTF-8 with BOM", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(List)] },
        { "windows-1252", _windows.GetBytes(List) },
        { "UTF-16 LE", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(List)] },
        { "UTF-16 BE", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(List)] },
        { "LF", Encoding.UTF8.GetBytes(List.Replace("\r\n", "\n", StringComparison.Ordinal)) },
        { "CR", Encoding.UTF8.GetBytes(List.Replace("\r\n", "\r", StringComparison.Ordinal)) },
        { "tabs", Encoding.UTF8.GetBytes(List.Replace(';', '\t')) },
        { "commas", Encoding.UTF8.GetBytes(List.Replace(';', ',')) },
        { "no line end", Encoding.UTF8.GetBytes(List.TrimEnd()) },
        { "XLSX", Sheets.Simple(["Plan", "Status", "Ferdig"], ["Skøytebaneplan på Ås", "Vedtatt 27.1.16", "2021?"]) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_same_list_is_read_from_every_encoding_and_delimiter(string name, byte[] bytes)
    {
        var table = Assert.IsType<ImportTable>(Assert.Single(ImportFiles.Read(name, bytes, TestContext.Current.CancellationToken)));

        Assert.Equal([(1, "Plan|Status|Ferdig"), (2, "Skøytebaneplan på Ås|Vedtatt 27.1.16|2021?")], table.Lines.Select(line => (line.Row, string.Join('|', line.Cells))));
    }

    [Fact]
    public void Quoted_cells_keep_line_ends_delimiters_and_quotes_and_rows_are_numbered_by_line()
    {
        var table = Csv("# kilde: Håndbok; kildested: kap. 1\nPlan;Status\n\"Kommuneplanen\";\"Samf.del vedtatt 27.1.16\r\nArealdel vedtatt 4.4.18\"\n\n\"A \"\"stor\"\" plan; ny\";x\n5\" rør;y");

        Assert.Equal(
            [(1, "# kilde: Håndbok| kildested: kap. 1".Replace("| ", "|", StringComparison.Ordinal)), (2, "Plan|Status"), (3, "Kommuneplanen|Samf.del vedtatt 27.1.16\nArealdel vedtatt 4.4.18"), (6, "A \"stor\" plan; ny|x"), (7, "5\" rør|y")],
            table.Lines.Select(line => (line.Row, string.Join('|', line.Cells))));
    }

    [Fact]
    public void Commas_inside_cells_do_not_part_a_semicolon_list() =>
        Assert.Equal(3, Csv("Plan;Status;Tekst\nA, B, C og D;Vedtatt;en, to, tre, fire, fem\n").Lines[1].Cells.Length);

    [Fact]
    public void A_sheet_gives_dates_numbers_and_formula_results_as_they_would_be_typed()
    {
        var table = Xlsx(Sheets.Book(Sheets.Sheet(
            Sheets.Row(1, "Plan", "Oppstart", "Vedtatt", "Periode") +
            """<row r="3"><c r="A3" t="str"><f>A1&amp;"x"</f><v>Kulturplan</v></c><c r="B3"><v>2018</v></c><c r="C3" s="1"><v>42396</v></c><c r="D3" t="b"><v>1</v></c></row>""")));

        Assert.Equal("Planer", table.Sheet);
        Assert.Equal((3, "Kulturplan|2018|27.01.2016|ja"), (table.Lines[1].Row, string.Join('|', table.Lines[1].Cells)));
    }

    [Fact]
    public void Dates_of_the_1904_calendar_are_the_same_dates()
    {
        var table = Xlsx(Sheets.Book(Sheets.Sheet(Sheets.Row(1, "Plan", "Vedtatt") + """<row r="2"><c r="A2" t="inlineStr"><is><t>K</t></is></c><c r="B2" s="1"><v>40934</v></c></row>"""), """<workbookPr date1904="1"/>"""));

        Assert.Equal("27.01.2016", table.Lines[1].Cells[1]);
    }

    [Fact]
    public void Hidden_sheets_are_passed_over()
    {
        var bytes = Sheets.Zip(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
            ("xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="rId1"/><sheet name="B" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>"""),
            ("xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/a.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/b.xml"/></Relationships>"""),
            ("xl/worksheets/a.xml", Sheets.Sheet(Sheets.Row(1, "Plan", "Status"))), ("xl/worksheets/b.xml", Sheets.Sheet(Sheets.Row(1, "Plan", "Status"))));

        Assert.Equal("A", Xlsx(bytes).Sheet);
    }

    [Fact]
    public void The_quote_that_an_export_puts_before_a_formula_is_taken_off_again() =>
        Assert.Equal(["=1+1", "'Aktiv'", "-5"], Csv("Plan;Status;Tekst\n'=1+1;'Aktiv';'-5").Lines[1].Cells);

    [Theory]
    [InlineData("..\\..\\etc\\planer.csv", "planer.csv")]
    [InlineData("/tmp/planer.csv", "planer.csv")]
    [InlineData("pla\u0000n\u202Eer.csv", "planer.csv")]
    [InlineData("", "?")]
    public void A_file_name_is_only_a_name(string name, string shown) => Assert.Equal(shown, ImportFiles.Shown(name));

    private static ImportTable Csv(string text) => Assert.IsType<ImportTable>(Assert.Single(ImportFiles.Read("a.csv", Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken)));

    private static ImportTable Xlsx(byte[] bytes)
    {
        var document = Assert.Single(ImportFiles.Read("a.xlsx", bytes, TestContext.Current.CancellationToken));
        return document is UnreadableFile problem ? throw new Xunit.Sdk.XunitException(problem.Problem.Key) : Assert.IsType<ImportTable>(document);
    }
}
