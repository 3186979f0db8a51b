using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Health;

namespace PlanGraph.Web.Tests.Health;

public sealed class HealthTests(AppFixture fixture)
{
    private static readonly StoreHealth Well = new(true, true, null, ImmutableDictionary<string, string>.Empty);

    [Fact]
    public async Task Anyone_may_ask_but_only_an_administrator_gets_details()
    {
        var visitor = fixture.App.Visitor();
        Assert.Equal("ready", (await visitor.GetJsonAsync("/health/live")).GetProperty("status").GetString());
        Assert.False((await visitor.GetJsonAsync("/health/ready")).TryGetProperty("details", out _));
        Assert.False((await (await fixture.App.SignInAsync(Role.Leadership)).GetJsonAsync("/health/ready")).TryGetProperty("details", out _));
        Assert.Equal("ok", (await (await fixture.App.SignInAsync(Role.Administrator)).GetJsonAsync("/health/ready")).GetProperty("details").GetProperty("store.fsync").GetString());
        Assert.NotEqual("", (await visitor.GetJsonAsync("/version")).GetProperty("version").GetString());
    }

    [Theory]
    [InlineData(1, 0.5, "Ready")]
    [InlineData(26, 0.5, "Ready")]
    [InlineData(26.1, 0.5, "Degraded")]
    [InlineData(1, 0.09, "Degraded")]
    public void A_missed_night_or_a_full_disk_is_degraded(double hoursSinceRun, double freeShare, string status) =>
        Assert.Equal(status, Readiness.Of(Well, RunAt(App.Noon.AddHours(-hoursSinceRun)), freeShare, App.Noon, notServing: false).ToString());

    [Fact]
    public void A_store_that_takes_no_changes_or_a_process_on_its_way_out_is_not_ready()
    {
        var run = RunAt(App.Noon);
        Assert.Equal(HealthStatus.Unready, Readiness.Of(Well with { CanWrite = false }, run, 1, App.Noon, notServing: false));
        Assert.Equal(HealthStatus.Unready, Readiness.Of(Well with { CanRead = false }, run, 1, App.Noon, notServing: false));
        Assert.Equal(HealthStatus.Unready, Readiness.Of(Well, run, 1, App.Noon, notServing: true));
        Assert.Equal(HealthStatus.Degraded, Readiness.Of(Well, null, 1, App.Noon, notServing: false));
    }

    [Fact]
    public async Task The_api_describes_every_endpoint_with_a_name_a_summary_and_no_other()
    {
        var document = await fixture.App.Visitor().GetJsonAsync("/openapi/v1.json");
        var described = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(method => (Operation: $"{method.Name.ToUpperInvariant()} {path.Name}", method.Value))).ToList();
        Assert.All(described, operation => Assert.False(string.IsNullOrEmpty(operation.Value.GetProperty("summary").GetString()), operation.Operation));
        Assert.Equal(described.Count, described.Select(operation => operation.Value.GetProperty("operationId").GetString()).Distinct().Count());
        var api = Endpoints.Of(fixture.App).Where(endpoint => endpoint.Route.StartsWith("/api", StringComparison.Ordinal)).Select(endpoint => $"{endpoint.Method} {endpoint.Route.Split(':')[0].TrimEnd('}')}");
        Assert.All(api, route => Assert.Contains(described, operation => operation.Operation.StartsWith(route, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_schema_names_kinds_relations_and_choices()
    {
        var schema = await (await fixture.App.SignInAsync(Role.Reader)).GetJsonAsync("/api/schema");
        Assert.Equal(NodeKinds.All.Length, schema.GetProperty("kinds").GetArrayLength());
        Assert.Equal("PART_OF", schema.GetProperty("relations")[0].GetProperty("type").GetString());
        Assert.Contains("inProgress", schema.GetProperty("choices").GetProperty("planStatus").Strings());
    }

    private static Run RunAt(DateTimeOffset at) => new() { Id = NodeId.Parse("run/a"), Title = "a", Started = at, Finished = at };
}
