using System.Diagnostics;
using System.Globalization;
using System.Text;
using PlanGraph.Web.Tests.Commands.Moving;
using PlanGraph.Web.Tests.Imports;

namespace PlanGraph.Web.Tests.Commands;

/// <summary><c>overlaps FILE</c> on the files that people have: where the titles stand, what is printed, and what goes wrong.</summary>
public sealed class OverlapsFilesTests : IDisposable
{
    private const string Rus = "Rusmiddelpolitisk handlingsplan";
    private const string MotRus = "Handlingsplan mot rus";
    private const string Idrett = "Idrettsplan";
    private const string Aktivitet = "Plan for fysisk aktivitet";

    private readonly MoveFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pairs_are_printed_best_first_with_tabs_and_nothing_else_stands_on_standard_output()
    {
        var run = await CommandRun.OfAsync("overlaps", File($"Tittel;Status\n{Idrett};Vedtatt\n{Rus};Vedtatt\n{Aktivitet};\n{MotRus};\n"));

        var lines = Lines(run);
        Assert.Equal((0, 2), (run.Code, lines.Length));
        Assert.Equal([Rus, MotRus], lines[0].Take(2));
        Assert.Equal([Idrett, Aktivitet], lines[1].Take(2));
        Assert.All(lines, cells => Assert.Equal((4, "overlapp"), (cells.Length, cells[3])));
        var scores = lines.Select(cells => double.Parse(cells[2], CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.InRange(scores[^1], 0.3, 1);
        Assert.Contains("Leste 4 planer fra liste.csv.", run.Said, StringComparison.Ordinal);
        Assert.Contains("Fant 2 par.", run.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_only_leaves_the_other_columns_unread()
    {
        var file = File($"Tittel;Periode;Kommune\n{Rus};2012-2016;Lund\n{MotRus};2020-2024;Vik\n");

        Assert.Empty(Lines(await CommandRun.OfAsync("overlaps", file)));
        Assert.Equal([Rus, MotRus], Assert.Single(Lines(await CommandRun.OfAsync("overlaps", "--names-only", file))).Take(2));
    }

    [Theory]
    [InlineData("0.5", 2)]
    [InlineData("0,5", 2)]
    [InlineData("0", 6)]
    [InlineData("1", 0)]
    public async Task The_least_score_is_a_number_from_0_to_1(string score, int most)
    {
        var run = await CommandRun.OfAsync("overlaps", "--min-score", score, File($"Tittel\n{Rus}\n{MotRus}\n{Idrett}\n{Aktivitet}\n"));

        Assert.Equal(0, run.Code);
        Assert.InRange(Lines(run).Length, Math.Min(1, most), most);
        Assert.All(Lines(run), cells => Assert.True(double.Parse(cells[2], CultureInfo.InvariantCulture) >= double.Parse(score.Replace(',', '.'), CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("mye")]
    [InlineData("1.5")]
    [InlineData("-0.1")]
    [InlineData("NaN")]
    [InlineData("")]
    public async Task A_least_score_that_is_none_is_refused_with_what_to_write(string score)
    {
        var run = await CommandRun.OfAsync("overlaps", "--min-score", score, File("Tittel\nA\n"));

        Assert.Equal((64, ""), (run.Code, Encoding.UTF8.GetString(run.Output)));
        Assert.Contains($"Grensen «{score}» må være et tall fra 0 til 1, som 0.3.", run.Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tittel")]
    [InlineData("navn")]
    [InlineData("Plan")]
    [InlineData("NAME")]
    [InlineData("title")]
    [InlineData("Plannamn")]
    [InlineData("Plannavn (kortform)")]
    [InlineData("Planens navn")]
    [InlineData("Namn på plan")]
    [InlineData("Navn på planen:")]
    [InlineData("Plan/tema")]
    [InlineData("Planer og strategier")]
    [InlineData("Kommunale planar")]
    [InlineData("Dokument")]
    [InlineData("Tittel/navn")]
    [InlineData("Name of plan")]
    public async Task The_column_of_titles_is_found_under_the_names_that_people_give_it(string header)
    {
        foreach (var delimiter in new[] { ';', ',', '\t' })
        {
            var file = File(string.Join('\n', [$"Nr{delimiter}{header}{delimiter}Ansvarlig", $"1{delimiter}{Rus}{delimiter}Helse", $"2{delimiter}{MotRus}{delimiter}Oppvekst", ""]));
            Assert.Equal([Rus, MotRus], Assert.Single(Lines(await CommandRun.OfAsync("overlaps", file))).Take(2));
        }
        var book = _folder.File("liste.xlsx");
        await System.IO.File.WriteAllBytesAsync(book, Sheets.Simple(["Nr", header, "Ansvarlig"], ["1", Rus, "Helse"], ["2", MotRus, "Oppvekst"]), TestContext.Current.CancellationToken);
        Assert.Equal([Rus, MotRus], Assert.Single(Lines(await CommandRun.OfAsync("overlaps", book))).Take(2));
    }

    [Theory]
    [InlineData("Planid;Plan;Navn på plan;Navn;Dokument")]
    [InlineData("Planid;Dokument;Plannavn;Navn;Plan")]
    [InlineData("Planid;Navn;Tittel;Navn;Dokument")]
    [InlineData("Kommunale planer\n\nPlanid;Type;Plan/tema;Navn;Lenke")]
    [InlineData("Planoversikt for Lund;;;;\nOppdatert 2024;;;;\n;;;;\nPlanid;Type;Plannavn;Kontaktperson;Dokument")]
    public async Task Of_several_columns_that_may_hold_titles_the_likeliest_is_taken_wherever_the_header_stands(string header)
    {
        var run = await CommandRun.OfAsync("overlaps", "--names-only", File($"{header}\nP1;Temaplan;{Rus};Kari;rus.pdf\nP2;Temaplan;{MotRus};Per;mot.pdf\nP3;Temaplan;{Idrett};Kari;i.pdf\nP4;Temaplan;{Aktivitet};Per;a.pdf\n"));

        Assert.Contains("Leste 4 planer", run.Said, StringComparison.Ordinal);
        Assert.Equal([[Rus, MotRus], [Idrett, Aktivitet]], Lines(run).Select(cells => cells[..2]));
    }

    [Fact]
    public async Task Text_is_read_as_spreadsheets_save_it()
    {
        const string text = "Tittel;Status\r\nPlan for åpne områder;x\r\nÅpne områder og sjøliv;y\r\n";
        byte[][] files = [Encoding.UTF8.GetBytes(text), [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)], Encoding.Latin1.GetBytes(text), [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]];
        foreach (var bytes in files)
        {
            Assert.Equal(["Plan for åpne områder", "Åpne områder og sjøliv"], Assert.Single(Lines(await CommandRun.OfAsync(["overlaps", "-"], bytes))).Take(2));
        }
    }

    [Fact]
    public async Task Tabs_and_line_ends_inside_a_title_do_not_break_the_table()
    {
        var run = await CommandRun.OfAsync("overlaps", File("Tittel;Status\n\"Rusmiddelpolitisk\nhandlingsplan\";x\n\"Handlingsplan\tmot rus\";y\n"));
        Assert.Equal([Rus, MotRus], Assert.Single(Lines(run)).Take(2));
    }

    [Fact]
    public async Task Titles_without_a_header_are_taken_as_they_stand()
    {
        Assert.Equal([Rus, MotRus], Assert.Single(Lines(await CommandRun.OfAsync("overlaps", File($"{Rus}\n{MotRus}\n")))).Take(2));
        var book = _folder.File("liste.xlsx");
        await System.IO.File.WriteAllBytesAsync(book, Sheets.Simple([Rus], [MotRus]), TestContext.Current.CancellationToken);
        Assert.Equal([Rus, MotRus], Assert.Single(Lines(await CommandRun.OfAsync("overlaps", book))).Take(2));
    }

    [Fact]
    public async Task What_goes_wrong_is_told_in_a_sentence_with_what_to_do_and_a_code()
    {
        var list = File("Tittel\nA\n");
        (int Code, string Said, string[] Arguments)[] cases =
        [
            (66, "finnes ikke. Se om navnet er rett skrevet.", [_folder.File("borte.csv")]),
            (66, "finnes ikke.", [""]),
            (66, "det er en mappe, eller du mangler tilgang til filen.", [_folder.File("")]),
            (65, "tom.csv: Fila er tom. Velg en fil med innhold.", [File("", "tom.csv")]),
            (65, "Fant ingen planer i uten.csv. Gi kolonnen med titler overskriften «Tittel» eller «Plan».", [File("Nr;Ansvarlig\n1;Helse\n", "uten.csv")]),
            (65, "pdf.csv: Vi kjenner ikke igjen formatet.", [File("%PDF-1.7\n", "pdf.csv")]),
            (65, "bok.xlsx: Fila er skadet", [File("PK\u0003\u0004ikke et regneark", "bok.xlsx")]),
            (65, "side.xlsx: Fila er en nettside", [File("<html>", "side.xlsx")]),
            (65, "apen.csv, rad 3: Et hermetegn åpnes her", [File("Tittel;Status\nA;x\n\"B;y\n", "apen.csv")]),
            (65, "kontroll.csv, rad 2: Raden har tegn som ikke er tekst.", [File("Tittel;Status\nA\u0001;x\n", "kontroll.csv")]),
            (64, "har ingen bryter --min", ["--min", "0.3", list]),
            (64, "--min-score mangler en verdi", [list, "--min-score"]),
            (64, "kan ikke bruke «annen.csv»: det er ett argument for mye.", [list, "annen.csv"]),
            (64, "mangler noe", []),
        ];
        foreach (var (code, said, arguments) in cases)
        {
            var run = await CommandRun.OfAsync(["overlaps", .. arguments]);
            Assert.Equal((code, ""), (run.Code, Encoding.UTF8.GetString(run.Output)));
            Assert.Contains(said, run.Said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_municipalitys_own_words_count()
    {
        var list = File("Tittel\nPlan for padling\nKystløypa 2030\n");
        Assert.Empty(Lines(await CommandRun.OfAsync("overlaps", list)));
        var folder = Directory.CreateDirectory(_folder.File("data/lexicon")).FullName;
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "temaer.csv"), "id;navn;ord\npadling;Padling;padling, kystløype\nFeil id;x;y\n", TestContext.Current.CancellationToken);

        var run = await CommandRun.OfAsync("overlaps", list, "--data", _folder.File("data"));

        Assert.Single(Lines(run));
        Assert.Contains("temaer.csv, linje 3: «Feil id» kan ikke være id.", run.Said, StringComparison.Ordinal);
    }

    /// <summary>The real process behind real pipes: whoever has seen enough ends it without a word; a full disk is told.</summary>
    [Theory]
    [InlineData("overlaps --min-score 0 \"$0\" 2>err | head -n 1", "0 0", "Leste 300 planer fra liste.csv.")]
    [InlineData("overlaps --min-score 0 \"$0\" 2>err >/dev/full", "74", "No space left on device")]
    public async Task A_reader_that_leaves_is_no_error_and_a_full_disk_is_one(string command, string codes, string said)
    {
        Assert.SkipWhen(!System.IO.File.Exists("/bin/bash"), "There is no /bin/bash.");
        var list = File("Tittel\n" + string.Concat(Enumerable.Range(0, 300).Select(at => $"Temaplan for rus og psykisk helse i område {at}\n")));
        var start = new ProcessStartInfo("/bin/bash", ["-c", $"dotnet \"$1\" {command} >out2; echo \"${{PIPESTATUS[@]}}\"".Replace(">/dev/full >out2", ">/dev/full", StringComparison.Ordinal), list, Path.Combine(AppContext.BaseDirectory, "PlanGraph.Web.dll")])
        {
            WorkingDirectory = _folder.File(""), RedirectStandardOutput = true, Environment = { ["PlanGraph__Language"] = "nb" },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(codes, printed.Trim());
        var error = await System.IO.File.ReadAllTextAsync(_folder.File("err"), TestContext.Current.CancellationToken);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", error, StringComparison.Ordinal);
    }

    private static string[][] Lines(CommandRun run) =>
        [.. Encoding.UTF8.GetString(run.Output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))];

    private string File(string text, string name = "liste.csv")
    {
        System.IO.File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }
}
