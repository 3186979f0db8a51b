using System.Buffers.Binary;
using System.Text;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Web.Imports.Reading;

namespace PlanGraph.Web.Tests.Imports;

/// <summary>Files made to do harm, or so broken that they might. Each is refused with one sentence or read without harm.</summary>
public sealed class HostileFilesTests
{
    private const string Sst = "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
    private static readonly string _plain = Sheets.Sheet(Sheets.Row(1, "Plan", "Status") + Sheets.Row(2, "Kulturplan", "Vedtatt"));

    public static TheoryData<string, Func<byte[]>, string> Refused => new()
    {
        { "zeros packed 1000 to 1", () => Sheets.Book(_plain, "", ("xl/media/a.bin", new string('\0', 30 << 20))), "unpacksTooBig" },
        { "many parts that are small but large together", () => Sheets.Book(_plain, "", [.. Enumerable.Range(0, 130).Select(i => ($"xl/media/{i}.txt", new string('a', 1 << 20)))]), "unpacksTooBig" },
        { "65 536 parts", () => Sheets.Zip([.. Enumerable.Range(0, 65_536).Select(i => ($"{i}", ""))]), "tooManyEntries" },
        { "a part that climbs out", () => Sheets.Book(_plain, "", ("../../evil.xml", "x")), "damaged" },
        { "a part at the root of the disk", () => Sheets.Book(_plain, "", ("/etc/passwd", "x")), "damaged" },
        { "two parts of one name", () => Sheets.Book(_plain, "", ("xl/workbook.xml", "x")), "damaged" },
        { "macros", () => Sheets.Book(_plain, "", ("xl/vbaProject.bin", "x")), "macros" },
        { "links to other files", () => Sheets.Book(_plain, "", ("xl/externalLinks/externalLink1.xml", "x")), "externalLinks" },
        { "a file inside", () => Sheets.Book(_plain, "", ("xl/embeddings/oleObject1.bin", "x")), "externalLinks" },
        { "an archive inside", () => Sheets.Book(_plain, "", ("a.zip", "x")), "nestedZip" },
        { "a zip that is no spreadsheet", () => Sheets.Zip(("word/document.xml", "x"), ("[Content_Types].xml", "x")), "notSpreadsheet" },
        { "an empty zip", () => [0x50, 0x4B, 0x05, 0x06, .. new byte[18]], "unknownFormat" },
        { "a zip cut short", () => Sheets.Book(_plain)[..600], "damaged" },
        { "a zip with a destroyed directory", () => Destroyed(Sheets.Book(_plain)), "damaged" },
        { "a sheet that is not XML", () => Sheets.Book(_plain[.._plain.IndexOf("Kulturplan", StringComparison.Ordinal)]), "damaged" },
        { "a DTD with entities that grow", () => Sheets.Book("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>" + _plain.Replace("Kulturplan", "&b;", StringComparison.Ordinal)), "damaged" },
        { "an external entity", () => Sheets.Book("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + _plain.Replace("Kulturplan", "&a;", StringComparison.Ordinal)), "damaged" },
        { "a sheet from A1 to XFD1048576", () => Sheets.Book(Sheets.Sheet(Sheets.Row(1, "Plan", "Status") + "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>", "<dimension ref=\"A1:XFD1048576\"/>")), "tooManyColumns" },
        { "a row of 16 384 columns", () => Sheets.Book(Sheets.Sheet(Sheets.Row(1, "Plan", "Status") + "<row r=\"2\"><c r=\"XFD2\"><v>1</v></c></row>")), "tooManyColumns" },
        { "a cell of 40 000 characters", () => Sheets.Simple(["Plan", "Status"], [new string('a', 40_000), "Vedtatt"]), "cellTooLong" },
        { "more than 200 000 rows", () => Csv("Plan;Status\n" + string.Concat(Enumerable.Repeat("a;b\n", 200_001))), "tooManyRows" },
        { "more than 200 columns", () => Csv("Plan;Status\n" + new string(';', 300)), "tooManyColumns" },
        { "an open quote over the rest of the file", () => Csv("Plan;Status\n\"Kulturplan;Vedtatt\n" + new string('x', 9 << 20)), "quoteOpen" },
        { "a quoted cell of 9 MB", () => Csv("Plan;Status\n\"" + new string('x', 9 << 20) + "\";Vedtatt"), "cellTooLong" },
        { "NUL in the text", () => Csv("Plan;Status\nKul\0turplan;Vedtatt"), "control" },
        { "escape sequences", () => Csv("Plan;Status\n\u001B[31mKulturplan;Vedtatt"), "control" },
        { "a web page called csv", () => Csv("<!DOCTYPE html><html><body>Logg inn</body></html>"), "html" },
        { "a locked or old workbook", () => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[512]], "oldExcel" },
        { "a PDF", () => Csv("%PDF-1.7\n…"), "unknownFormat" },
        { "a gzip", () => [0x1F, 0x8B, 0x08, .. new byte[20]], "unknownFormat" },
        { "more than 10 MiB", () => new byte[(10 << 20) + 1], "tooBig" },
        { "nothing", () => [], "empty" },
        { "only blanks", () => Csv(" \n \t "), "empty" },
        { "JSON nested 10 000 deep", () => Csv(new string('[', 10_000)), "jsonDamaged" },
        { "JSON cut short", () => Csv("{\"format\":\"plangraph\",\"version\":1,\"nodes\":["), "jsonDamaged" },
        { "somebody else's JSON", () => Csv("{\"plans\":[]}"), "jsonForeign" },
        { "JSON whose nodes are no list", () => Csv("{\"format\":\"plangraph\",\"version\":1,\"nodes\":{}}"), "jsonForeign" },
        { "JSON of a later version", () => Csv("{\"format\":\"plangraph\",\"version\":2,\"nodes\":[]}"), "jsonNewer" },
        { "binary noise", () => Noise(5000), "control" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_hostile_file_is_refused_with_one_sentence_that_names_it(string what, Func<byte[]> make, string key)
    {
        var problem = Assert.IsType<UnreadableFile>(Assert.Single(ImportFiles.Read(what, make(), TestContext.Current.CancellationToken)));

        Assert.Equal(($"imports.file.{key}", what), (problem.Problem.Key, problem.Problem.Args["file"]));
    }

    public static TheoryData<string, Func<byte[]>> Harmless => new()
    {
        { "millions of empty lines", () => Csv("Plan;Status\n" + new string('\n', 9 << 20) + "Kulturplan;Vedtatt") },
        { "marks that turn the text around", () => Csv("Plan;Status\nKulturplan;Vedtatt\u202E\u2066") },
        { "lone surrogates", () => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Plan;Status\n"), 0x4B, 0x00, 0x00, 0xD8, .. Encoding.Unicode.GetBytes(";Vedtatt")] },
        { "formulas that would start programs", () => Csv("Plan;Status\n=cmd|' /C calc'!A0;Vedtatt") },
        { "Cypher in every cell", () => Csv("Plan;Status\nRobby' WITH true as ignored MATCH (s) DETACH DELETE s; //;'})--") },
        { "markup in every cell", () => Csv("Plan;Status\n<script>alert(1)</script>;<img src=x onerror=alert(1)>") },
        { "millions of shared strings", () => Sheets.Book(_plain, "", ("xl/sharedStrings.xml", Sst + string.Concat(Enumerable.Repeat("<si><t/></si>", 8_000_000)) + "</sst>")) },
        { "a merged header", () => Sheets.Book(Sheets.Sheet(Sheets.Row(1, "Oversikt") + Sheets.Row(2, "Plan", "Status") + Sheets.Row(3, "Kulturplan", "Vedtatt"), after: "<mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>")) },
        { "a part whose size is a lie", () => Lying(Sheets.Book(_plain)) },
        { "cells far to the right without a value", () => Sheets.Book(Sheets.Sheet(Sheets.Row(1, "Plan", "Status") + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>K</t></is></c><c r=\"XFD2\" s=\"1\"/></row>")) },
    };

    [Theory]
    [MemberData(nameof(Harmless))]
    public void A_strange_file_is_read_and_planned_without_harm(string what, Func<byte[]> make)
    {
        var documents = ImportFiles.Read(what, make(), TestContext.Current.CancellationToken);
        var plan = ImportPlanner.Plan(documents, GraphSnapshot.Empty);

        Assert.All(plan.Operations, operation => Assert.IsType<PutNode>(operation));
        Assert.InRange(plan.Operations.Length, 0, 1);
    }

    public static TheoryData<string, Func<byte[]>> Slow => new()
    {
        { "a word parted at 30 000 line ends", () => Rows("\"Kulturplan-" + new string('\n', 30_000) + "!\";Vedtatt", 40) },
        { "30 000 blanks in a status", () => Rows("Kulturplan;sak" + new string(' ', 30_000) + "x", 40) },
        { "a title of stars", () => Rows(new string('*', 30_000) + ";Vedtatt", 40) },
        { "a title of digits", () => Rows(new string('1', 30_000) + ";" + string.Concat(Enumerable.Repeat("1.1.", 7_000)), 20) },
        { "a title of years", () => Rows(string.Concat(Enumerable.Repeat("2018-", 6_000)) + ";Vedtatt", 40) },
        { "a title of quotes", () => Rows(new string('\'', 30_000) + ";=", 40) },
        { "titles that share their first 200 characters", () => Csv("Plan;Status\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{new string('a', 200)} {i};x\n"))) },
        { "a sector for every row", () => Csv("Plan;Status;sektor\n" + string.Concat(Enumerable.Range(0, 15_000).Select(i => $"P{i};Vedtatt;S{i}\n"))) },
        { "rows that rest on one another and the first is refused", () => Csv("id;mål;delmål av\n" + string.Concat(Enumerable.Range(0, 15_000).Select(i => $"m{i};M{i};{(i == 0 ? "x" : $"M{i - 1}")}\n"))) },
    };

    /// <summary>Nothing here is timed: a file that costs the square of its size would not end.</summary>
    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Slow))]
    public async Task A_file_made_to_take_long_is_planned_like_any_other(string what, Func<byte[]> make)
    {
        var documents = ImportFiles.Read(what, make(), TestContext.Current.CancellationToken);

        var plan = await Task.Run(() => ImportPlanner.Plan(documents, GraphSnapshot.Empty), TestContext.Current.CancellationToken);

        Assert.NotEmpty(plan.Rows);
    }

    [Fact]
    public void Random_damage_to_a_workbook_never_escapes_as_an_exception()
    {
        var good = Sheets.Book(_plain);
        var random = new Random(17);
        for (var round = 0; round < 300; round++)
        {
            var bad = good.ToArray();
            for (var flips = random.Next(1, 8); flips > 0; flips--) bad[random.Next(bad.Length)] = (byte)random.Next(256);
            Assert.NotEmpty(ImportFiles.Read("a.xlsx", bad, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Random_damage_to_a_list_never_escapes_as_an_exception()
    {
        var good = Encoding.UTF8.GetBytes("# kilde: A; kildested: B\nPlan;Status;Oppstart;Ferdig;id;periode\n\"Kommune\nplanen\";\"Samf.del vedtatt 27.1.16\nArealdel vedtatt 4.4.18\";2018;2021?;plan/a;2018-2021 (2030)\nTemaplaner;;;;;\nÅs-plan 2013-17*;Vedtatt 17. og 18.04.18;;;;\n* Fjernet;;;;;\n");
        var random = new Random(18);
        for (var round = 0; round < 2000; round++)
        {
            var bad = good.ToArray();
            for (var flips = random.Next(1, 12); flips > 0; flips--) bad[random.Next(bad.Length)] = (byte)random.Next(256);
            ImportPlanner.Plan(ImportFiles.Read("a.csv", bad, TestContext.Current.CancellationToken), GraphSnapshot.Empty);
        }
    }

    private static byte[] Csv(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Rows(string row, int count) => Csv("Plan;Status\n" + string.Concat(Enumerable.Repeat(row + "\n", count)));

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(3).NextBytes(bytes);
        bytes[0] = (byte)'a';
        return bytes;
    }

    /// <summary>The central directory's signature destroyed.</summary>
    private static byte[] Destroyed(byte[] zip)
    {
        var at = zip.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        zip[at] = 0;
        return zip;
    }

    /// <summary>The first entry of the central directory says that it is one byte long.</summary>
    private static byte[] Lying(byte[] zip)
    {
        var at = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(at + 24), 1);
        return zip;
    }
}
