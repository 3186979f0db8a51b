using System.Globalization;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Tests.Contract;

/// <summary>Short ways to the elements of a test graph.</summary>
internal static class Make
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static Plan Plan(string slug, string? title = null, string? text = null) =>
        new() { Id = NodeId.Of(NodeKind.Plan, slug), Title = title ?? $"Plan {slug}", Text = text };

    public static Goal Goal(string slug, string? title = null, string? text = null) =>
        new() { Id = NodeId.Of(NodeKind.Goal, slug), Title = title ?? $"Mål {slug}", Text = text };

    public static Sector Sector(string slug, string? title = null) => new() { Id = NodeId.Of(NodeKind.Sector, slug), Title = title ?? $"Sektor {slug}" };

    public static Finding Finding(string slug) =>
        new() { Id = NodeId.Of(NodeKind.Finding, slug), Title = $"Funn {slug}", Fingerprint = "0" };

    public static NodeId PlanId(string slug) => NodeId.Of(NodeKind.Plan, slug);

    public static NodeId GoalId(string slug) => NodeId.Of(NodeKind.Goal, slug);

    public static Relation Relate(RelationType type, NodeId from, NodeId to) => new() { Type = type, From = from, To = to };

    public static Relation PartOf(string from, string to) => Relate(RelationType.PartOf, PlanId(from), PlanId(to));

    public static Relation Affects(string from, string to, int score, string? variant = null) =>
        Relate(RelationType.Affects, GoalId(from), GoalId(to)) with { Score = score, Variant = variant };

    public static ChangeSet Set(params Operation[] operations) => new()
    {
        Id = Guid.NewGuid(),
        Actor = "planlegger",
        Reason = "prøve",
        At = Start,
        Operations = [.. operations],
    };

    public static PutNode Put(Node node, long expected = 0) => new(node, expected);

    public static PutRelation Put(Relation relation, long expected = 0) => new(relation, expected);

    public static RemoveNode Remove(NodeId id, long expected = 1) => new(id, expected);

    public static RemoveRelation Remove(Relation relation, long expected = 1) =>
        new(relation.Type, relation.From, relation.To, relation.Variant, expected);

    public static string Number(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    /// <summary>Applies and expects that it went well.</summary>
    public static async Task<CommittedChange> ApplyAsync(this IPlanGraphStore store, ChangeSet changeSet)
    {
        var result = await store.ApplyAsync(changeSet, TestContext.Current.CancellationToken);
        return result is ApplyResult.Applied applied ? applied.Change : throw new Xunit.Sdk.XunitException($"Expected the change set to be applied, got {Tell(result)}.");
    }

    public static Task<CommittedChange> ApplyAsync(this IPlanGraphStore store, params Operation[] operations) => store.ApplyAsync(Set(operations));

    public static async Task<ApplyResult.Refused> RefusedAsync(this IPlanGraphStore store, params Operation[] operations) =>
        Assert.IsType<ApplyResult.Refused>(await store.ApplyAsync(Set(operations), TestContext.Current.CancellationToken));

    public static async Task<VersionConflict> ConflictAsync(this IPlanGraphStore store, params Operation[] operations) =>
        Assert.Single((await store.ConflictsAsync(operations)).Conflicts);

    public static async Task<ApplyResult.Conflicted> ConflictsAsync(this IPlanGraphStore store, params Operation[] operations) =>
        Assert.IsType<ApplyResult.Conflicted>(await store.ApplyAsync(Set(operations), TestContext.Current.CancellationToken));

    private static string Tell(ApplyResult result) => result switch
    {
        ApplyResult.Refused refused => string.Join("; ", refused.Problems.Select(problem => $"{problem.Key} {string.Join(", ", problem.Args)}")),
        ApplyResult.Conflicted conflicted => string.Join("; ", conflicted.Conflicts.Select(one => $"{one.Element}: {one.ExpectedVersion} is {one.ActualVersion}")),
        _ => result.ToString(),
    };
}
