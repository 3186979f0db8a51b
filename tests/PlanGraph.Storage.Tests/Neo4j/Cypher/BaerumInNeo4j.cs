using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Domain.Tests.Data;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j.Cypher;

/// <summary>
/// The Bærum data in a real Neo4j with the findings of a run, and beside them what Bærum has none of yet: a plan whose way skips a level, a declared exemption, a
/// confirmed and a dismissed overlap, one recorded by hand, a decision. Loaded once, by the first test.
/// </summary>
public sealed class BaerumInNeo4j
{
    private static readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    private Task? _loading;

    internal GraphSnapshot Snapshot { get; private set; } = GraphSnapshot.Empty;

    /// <summary>The domain's answers for the server's own date.</summary>
    internal DetectionContext Domain => new(Snapshot, Today, AnchoringRuleTable.Default);

    private DateOnly Today { get; set; }

    internal async Task<IReadOnlyList<CypherRow>> AskAsync(Neo4jServer server, string query, CypherParameters? parameters = null)
    {
        await (_loading ??= LoadAsync(server));
        await using var transport = new QueryApiTransport(await server.OptionsAsync(CancellationToken.None), TimeProvider.System);
        var file = CypherFile.All.Single(file => file.Name == $"analysis/{query}");
        return await transport.ReadAsync(new CypherStatement(file.Name, file.Text), parameters ?? CypherParameters.None, TestContext.Current.CancellationToken);
    }

    private async Task LoadAsync(Neo4jServer server)
    {
        var options = await server.OptionsAsync(CancellationToken.None);
        await server.EmptyAsync(CancellationToken.None);
        await using var store = await Neo4jStore.OpenAsync(options, TimeProvider.System, NullLogger<Neo4jStore>.Instance, CancellationToken.None);
        Today = (DateOnly)(await server.RunAsync("RETURN date() AS today", CancellationToken.None))[0]["today"]!;
        await PutAsync(store, ImportPlanner.Plan(BaerumFiles.Documents(), GraphSnapshot.Empty).Operations);
        await PutAsync(store, Besides());
        var detections = Detectors.Run(Detectors.All, Domain, TimeProvider.System, null, CancellationToken.None);
        await PutAsync(store, FindingsPlanner.Plan(Snapshot, detections, new RunInfo(NodeId.Of(NodeKind.Run, "test"), "Test", RunTrigger.Demand, _now, _now)).Operations);
        await PutAsync(store, Judged());
    }

    private async Task PutAsync(Neo4jStore store, ImmutableArray<Operation> operations)
    {
        var change = new ChangeSet { Id = Guid.NewGuid(), Actor = "Test", Reason = "Til testen", At = _now, Operations = operations };
        Assert.IsType<ApplyResult.Applied>(await store.ApplyAsync(change, CancellationToken.None));
        var contents = await store.ReadAllAsync(CancellationToken.None);
        Snapshot = GraphSnapshot.From(contents.Seq, await contents.Nodes.ToListAsync(), await contents.Relations.ToListAsync());
    }

    private ImmutableArray<Operation> Besides()
    {
        var anchoring = Domain.Anchoring;
        var exempt = Snapshot.OfKind<Plan>().Where(plan => anchoring.For(plan.Id).State == AnchoringState.Unanchored).OrderBy(plan => plan.Id).First();
        var subPlan = Snapshot.OfKind<Plan>().Where(plan => plan.Type == PlanType.Kommunedelplan && anchoring.For(plan.Id).State == AnchoringState.Anchored).OrderBy(plan => plan.Id).FirstOrDefault();
        var (skipping, through, conflict) = (NodeId.Of(NodeKind.Plan, "hopper-over"), NodeId.Of(NodeKind.Plan, "gjennom"), Snapshot.OfKind<GoalConflict>().OrderBy(found => found.Id).First());
        var decision = NodeId.Of(NodeKind.Decision, "avveiing");
        var byHand = Snapshot.OfKind<Plan>().OrderBy(plan => plan.Id).Select(plan => plan.Id).Take(2).ToArray();
        return
        [
            new PutNode(exempt with { Exemption = new AnchoringExemption("Fagplan", Today, "Plan") }, exempt.Version),
            new PutNode(new Plan { Id = skipping, Title = "Områderegulering som hopper over", Type = PlanType.Omraderegulering, Status = PlanStatus.Adopted }, 0),
            new PutNode(new Plan { Id = through, Title = "Detaljregulering gjennom kommunedelplan", Type = PlanType.Detaljregulering, Status = PlanStatus.Adopted }, 0),
            new PutNode(new Decision { Id = decision, Title = "Vern går foran", Date = Today }, 0),
            Relate(RelationType.AnchoredIn, skipping, anchoring.Roots.Order().First()),
            .. subPlan is null ? [] : new[] { Relate(RelationType.PartOf, through, subPlan.Id) },
            Relate(RelationType.Overlaps, byHand[0], byHand[1]),
            Relate(RelationType.Settles, decision, conflict.Id),
        ];
    }

    private ImmutableArray<Operation> Judged()
    {
        var overlaps = Snapshot.OfKind<Finding>().Where(finding => finding.Type == FindingKind.Overlap && finding.Members.All(member => member.Kind == NodeKind.Plan))
            .OrderBy(finding => finding.Id).ToArray();
        return
        [
            new PutNode(overlaps[0] with { State = FindingState.Confirmed }, overlaps[0].Version),
            new PutNode(overlaps[1] with { State = FindingState.Dismissed }, overlaps[1].Version),
            new PutNode(overlaps[2] with { State = FindingState.UnderReview }, overlaps[2].Version),
            new PutRelation(new Relation { Type = RelationType.Overlaps, From = overlaps[0].Members[0], To = overlaps[0].Members[1], Action = OverlapAction.Delimit }, 0),
        ];
    }

    private static PutRelation Relate(RelationType type, NodeId from, NodeId to) => new(new Relation { Type = type, From = from, To = to }, 0);
}
