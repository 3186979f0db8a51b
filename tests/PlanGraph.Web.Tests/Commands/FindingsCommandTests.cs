using System.Text;
using System.Text.Json;
using PlanGraph.Web.Commands;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Tests.Commands;

/// <summary><c>findings FILE…</c> as somebody with a spreadsheet and no server meets it.</summary>
public sealed class FindingsCommandTests : IDisposable
{
    private readonly MemoryStream _output = new();
    private readonly StringWriter _error = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plangraph-findings-");

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Findings_of_a_plan_list_are_printed_under_their_kinds()
    {
        Assert.Equal(0, await RunAsync("--today", "2026-11-21", File("planar.csv", "Plan;Status\nRusplan 2016-2019;Vedtatt 3.3.16\n")));

        Assert.Contains("Plan etter planperioden (1)\n", Output, StringComparison.Ordinal);
        Assert.Contains("plan/rusplan-2016-2019: Rusplan 2016-2019\n", Output, StringComparison.Ordinal);
        Assert.Contains("Leser ", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Leser ", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_decides_what_is_over()
    {
        var file = File("planar.csv", "Plan;Status\nRusplan 2016-2019;Vedtatt 3.3.16\n");
        Assert.Equal(0, await RunAsync("--json", "--today", "2018-01-01", file));
        Assert.Equal(0, Json.GetProperty("counts").GetProperty("expiredPlan").GetInt32());
    }

    [Fact]
    public async Task Json_is_one_object_with_kinds_members_and_evidence()
    {
        await RunAsync("--json", "--today=2026-11-21", File("planar.csv", "Plan;Status\nRusplan 2016-2019;Vedtatt 3.3.16\n"));

        Assert.Equal(("plangraph-findings", 1, "2026-11-21"), (Json.GetProperty("format").GetString(), Json.GetProperty("version").GetInt32(), Json.GetProperty("today").GetString()));
        var finding = Json.GetProperty("findings").EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "expiredPlan");
        Assert.Equal("finding/expired-plan-rusplan-2016-2019", finding.GetProperty("id").GetString());
        Assert.Equal("Rusplan 2016-2019", finding.GetProperty("members")[0].GetProperty("title").GetString());
        Assert.InRange(finding.GetProperty("evidence")[0].GetProperty("weight").GetDouble(), 0.4, 0.6);
    }

    [Fact]
    public async Task Several_files_are_read_as_one_plan_system_and_a_dash_reads_standard_input()
    {
        var goals = "mål;nivå;status\nEt godt liv;hovedmål;gjeldende\n";
        var relations = File("relasjoner.csv", "fra;relasjon;til\nRusplan 2016-2019;bidrar til;Et godt liv\n");

        Assert.Equal(0, await RunWithAsync(goals, "--json", "--today", "2026-11-21", File("planar.csv", "Plan;Status\nRusplan 2016-2019;Vedtatt 3.3.16\n"), "-", relations));

        Assert.Equal(1, Json.GetProperty("counts").GetProperty("goalWithoutFollowUp").GetInt32());
    }

    [Theory]
    [InlineData("Tittel")]
    [InlineData("Navn")]
    [InlineData("name")]
    [InlineData("Plan")]
    public async Task Titles_alone_are_plans_and_what_they_do_not_tell_is_said_once(string column)
    {
        Assert.Equal(0, await RunAsync("--json", "--today", "2026-11-21", File("navn.csv", $"{column}\nKommuneplanens samfunnsdel 2020-2032\nKulturplan\nRusplan 2016-2019\n")));

        Assert.Equal((0, 1), (Json.GetProperty("counts").GetProperty("unanchoredPlan").GetInt32(), Json.GetProperty("counts").GetProperty("expiredPlan").GetInt32()));
        Assert.Contains("anchoring.unknown.noLinks", Json.GetProperty("unjudged").EnumerateArray().Select(one => one.GetProperty("key").GetString()));
    }

    [Fact]
    public async Task A_row_that_cannot_be_used_is_told_with_its_place_and_the_rest_is_printed()
    {
        var relations = File("relasjoner.csv", "fra;relasjon;til\nRusplan 2016-2019;bidrar til;Et mål som ikke finnes\n");

        Assert.Equal(0, await RunAsync("--today", "2026-11-21", File("planar.csv", "Plan;Status\nRusplan 2016-2019;Vedtatt 3.3.16\n"), relations));

        Assert.Contains("relasjoner.csv", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains("Plan etter planperioden (1)", Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Titles_below_a_heading_and_under_a_name_of_their_own_are_plans()
    {
        Assert.Equal(0, await RunAsync("--json", "--today", "2026-11-21", File("navn.csv", "Planoversikt;;\n;;\nNr;Tittel/navn;Kontakt\n1;Rusplan 2016-2019;Helse\n")));
        Assert.Equal(1, Json.GetProperty("counts").GetProperty("expiredPlan").GetInt32());
    }

    [Fact]
    public async Task A_municipalitys_own_rules_and_words_count()
    {
        var lists = new[]
        {
            File("planer.csv", "Plan;Status;Forankret i\nKommuneplanens samfunnsdel 2020-2032;Vedtatt 3.3.20;\nEldreplan;Vedtatt 3.3.21;plan/kommuneplanens-samfunnsdel-2020-2032\nKystløypa;Vedtatt 3.3.20;\nPadleplan;Vedtatt 3.3.20;\n"),
            File("mål.csv", "Mål;Nivå;Status\nFlere padler hver dag;hovedmål;gjeldende\n"),
            File("relasjoner.csv", "fra;relasjon;til\nplan/kommuneplanens-samfunnsdel-2020-2032;fastsetter;goal/flere-padler-hver-dag\n"),
        };
        await RunAsync(["--json", "--today", "2026-11-21", .. lists]);
        var (unanchored, likely) = (Unanchored(), Json.GetRawText().Contains("anchoring.likely.topic.goal", StringComparison.Ordinal));
        var data = Directory.CreateDirectory(Path.Combine(_folder.FullName, "data", "lexicon"));
        await System.IO.File.WriteAllTextAsync(Path.Combine(data.FullName, "temaer.csv"), "id;navn;ord\npadling;Padling;padle, kystløype\n", TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllTextAsync(Path.Combine(data.Parent!.FullName, "anchoring-rules.json"), """[{ "titleWords": ["padleplan"], "required": false, "source": "vedtak" }]""", TestContext.Current.CancellationToken);
        _output.SetLength(0);

        await RunAsync(["--json", "--today", "2026-11-21", "--data", data.Parent.FullName, .. lists]);

        Assert.Equal((2, false), (unanchored, likely));
        Assert.Equal(1, Unanchored());
        Assert.Contains("anchoring.likely.topic.goal", Json.GetRawText(), StringComparison.Ordinal);

        int Unanchored() => Json.GetProperty("counts").GetProperty("unanchoredPlan").GetInt32();
    }

    [Fact]
    public async Task A_rule_that_cannot_be_used_ends_the_command_before_a_file_is_read()
    {
        var rules = File("regler.json", """[{ "type": "temaplann", "required": false, "source": "vedtak" }]""");
        Assert.Equal(78, await RunAsync("--PlanGraph:AnchoringRules", rules, File("planer.csv", "Plan\nRusplan\n")));
        Assert.Contains("regler.json", _error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Leser", _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Output);
    }

    [Theory]
    [InlineData(64, "er ingen dag", "--today", "21.11.2026", "x.csv")]
    [InlineData(66, "finnes ikke", "no-such-file.csv")]
    [InlineData(66, "kan ikke leses", "/")]
    [InlineData(65, "Ingen av filene", "-")]
    public async Task What_goes_wrong_is_told_in_a_sentence_and_a_code(int code, string said, params string[] arguments)
    {
        Assert.Equal(code, await RunAsync(arguments));
        Assert.Contains(said, _error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Output);
    }

    private string Output => Encoding.UTF8.GetString(_output.ToArray());

    private JsonElement Json => JsonDocument.Parse(Output).RootElement;

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private Task<int> RunAsync(params string[] arguments) => RunWithAsync("", arguments);

    private Task<int> RunWithAsync(string input, params string[] arguments)
    {
        var texts = TextCatalogue.Load(AppFolders.Find().WebRoot);
        var console = new CommandConsole(new MemoryStream(Encoding.UTF8.GetBytes(input)), _output, _error, sentence => texts.Say("nb", sentence));
        return CommandLine.RunAsync(CommandTable.All, ["findings", .. arguments], console, settings => HostBuilding.ReadSettings(Repository.Root, settings), TimeProvider.System, TestContext.Current.CancellationToken);
    }
}
