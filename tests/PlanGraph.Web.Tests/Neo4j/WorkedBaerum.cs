using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Jobs;

namespace PlanGraph.Web.Tests.Neo4j;

/// <summary>Bærum's plan system in an embedded store after a day's work through the pages: the history that is moved, and the answers that Neo4j must give too.</summary>
public sealed partial class WorkedBaerum : IAsyncLifetime
{
    internal App App { get; } = new(FirstData);

    internal static Dictionary<string, string> FirstData => new() { ["PlanGraph:FirstData"] = AppFolders.Find().FirstData };

    /// <summary>Questions of every page; what they answer rests on the whole graph.</summary>
    internal static IReadOnlyList<string> Questions { get; } =
    [
        "/api/explore/summary", "/api/explore/search?q=klima&limit=50", "/api/explore/search?q=barn+og+unge", "/api/explore/search?q=klimastratgi",
        "/api/explore/neighbourhood?ids=plan/klimastrategi-2030&depth=2&cap=200", "/api/explore/paths?from=plan/klimastrategi-2030&to=plan/smoke-ny",
        "/api/plans", "/api/plans/klimastrategi-2030", "/api/plans/smoke-ny", "/api/nodes?kinds=Goal,Challenge", "/api/nodes/plan/klimastrategi-2030",
        "/api/findings", "/api/findings?state=dismissed", "/api/history?limit=200", "/api/history/plan/smoke-ny", "/api/jobs",
    ];

    public async ValueTask InitializeAsync() => await WorkAsync(App);

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>Detects, writes, meets a conflict, judges, imports a list and takes something back; each step is checked.</summary>
    internal static async Task WorkAsync(App app)
    {
        var planner = await app.SignInAsync(Role.Planner, "Planlegger");
        await app.Services.GetRequiredService<DetectionRunner>().TryStart(RunTrigger.Demand)!.WaitAsync(TestContext.Current.CancellationToken);
        await planner.PostJsonAsync("/api/changes", Change(Put("smoke-ny", "Første tittel"),
            new { op = "putRelation", expectedVersion = 0, relation = new { type = "ANCHORED_IN", from = "plan/smoke-ny", to = "plan/klimastrategi-2030" } }));
        await planner.PostJsonAsync("/api/changes", Change(Put("smoke-ny", "Andre tittel", expectedVersion: 1)));
        var problem = await planner.PostJsonAsync("/api/changes", Change(Put("smoke-ny", "Tredje tittel", expectedVersion: 1)), HttpStatusCode.Conflict);
        Assert.Equal("Planlegger", Assert.Single(Assert.Single(problem.GetProperty("conflicts").EnumerateArray()).GetProperty("since").EnumerateArray()).GetProperty("actor").GetString());
        await JudgeAsync(planner);
        await ImportAsync(planner);
        await planner.PostJsonAsync("/api/history/4/undo", null);
        Assert.Equal("Første tittel", (await planner.GetJsonAsync("/api/nodes/plan/smoke-ny")).GetProperty("node").GetProperty("title").GetString());
    }

    /// <summary>What it answers to every question.</summary>
    internal static async Task<IReadOnlyList<string>> AskAsync(App app)
    {
        var reader = await app.SignInAsync(Role.Reader);
        var answers = new List<string>();
        foreach (var question in Questions) answers.Add($"{question} {Comparable(question, (await reader.GetJsonAsync(question)).GetRawText())}");
        return answers;
    }

    /// <summary>The score of a hit is comparable within one answer only: the stores count the rarity of words among other candidates.</summary>
    private static string Comparable(string question, string answer) =>
        question.StartsWith("/api/explore/search", StringComparison.Ordinal) ? Score().Replace(answer, "") : answer;

    [GeneratedRegex("\"score\":[0-9.E-]+,")]
    private static partial Regex Score();

    private static async Task JudgeAsync(HttpClient planner)
    {
        var finding = (await planner.GetJsonAsync("/api/findings")).GetProperty("findings").EnumerateArray().OrderBy(one => one.GetProperty("id").GetString(), StringComparer.Ordinal).First();
        await planner.PostJsonAsync($"/api/findings/{finding.GetProperty("id").GetString()!["finding/".Length..]}/judgement",
            new { state = "dismissed", note = "Gjelder ikke lenger", expectedVersion = finding.GetProperty("version").GetInt64() });
    }

    private static async Task ImportAsync(HttpClient planner)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes("Plan;Status;forankret i\nTestplan for smoke;Vedtatt 1.2.2024;Klimastrategi 2030\n")), "files", "planer.csv");
        var preview = await Requests.ReadAsync(await planner.PostAsync("/api/imports", form, TestContext.Current.CancellationToken), HttpStatusCode.Created);
        await planner.PostJsonAsync($"/api/imports/{preview.GetProperty("id").GetString()}/apply", new { });
    }

    private static object Change(params object[] operations) => new { id = Guid.NewGuid(), reason = "Fordi planen er ny", operations };

    private static object Put(string slug, string title, int expectedVersion = 0) =>
        new { op = "putNode", expectedVersion, node = new { kind = "Plan", id = $"plan/{slug}", title, type = "temaplan" } };
}
