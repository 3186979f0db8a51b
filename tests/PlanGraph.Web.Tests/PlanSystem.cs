using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Tests;

/// <summary>Plan systems for tests, as operations on an empty store.</summary>
internal static class PlanSystem
{
    private static readonly Source Document = new("Kommuneplanens samfunnsdel", "kapittel 2");

    /// <summary>
    /// A samfunnsdel that states a goal, a climate plan anchored in it, an energy plan that is not, a challenge with one response, a sector, a goal conflict.
    /// </summary>
    public static ImmutableArray<Operation> Small() =>
    [
        Put(new Plan { Id = NodeId.Parse("plan/samfunnsdel"), Title = "Kommuneplanens samfunnsdel", Type = PlanType.Samfunnsdel, Status = PlanStatus.Adopted, Sources = [Document] }),
        Put(new Plan { Id = NodeId.Parse("plan/klimaplan"), Title = "Klimaplan", Type = PlanType.Temaplan, Status = PlanStatus.Adopted, Period = new Period(2024, 2030) }),
        Put(new Plan { Id = NodeId.Parse("plan/energiplan"), Title = "Energiplan", Type = PlanType.Temaplan, Status = PlanStatus.InProgress, Period = new Period(2015, 2020), UseDoubt = UseDoubt.Uncertain }),
        Put(new Goal { Id = NodeId.Parse("goal/lavutslipp"), Title = "Lavutslippssamfunnet", Dimension = Dimension.ClimateEnvironment }),
        Put(new Challenge { Id = NodeId.Parse("challenge/klimaendringer"), Title = "Klimaendringer" }),
        Put(new Sector { Id = NodeId.Parse("sector/miljo"), Title = "Miljø" }),
        Put(new GoalConflict { Id = NodeId.Parse("conflict/vekst-og-vern"), Title = "Vekst og vern" }),
        Relate(RelationType.States, "plan/samfunnsdel", "goal/lavutslipp"),
        Relate(RelationType.Supports, "plan/klimaplan", "goal/lavutslipp"),
        Relate(RelationType.RespondsTo, "plan/klimaplan", "challenge/klimaendringer"),
        Relate(RelationType.OwnedBy, "plan/klimaplan", "sector/miljo"),
        new PutRelation(new Relation { Type = RelationType.ConflictSide, From = NodeId.Parse("conflict/vekst-og-vern"), To = NodeId.Parse("goal/lavutslipp"), Side = ConflictSide.A }, 0),
    ];

    public static Operation Put(Node node, long expectedVersion = 0) => new PutNode(node, expectedVersion);

    public static Operation Plan(string slug, string title) =>
        Put(new Plan { Id = NodeId.Of(NodeKind.Plan, slug), Title = title, Type = PlanType.Temaplan, Status = PlanStatus.Adopted });

    public static Operation Relate(RelationType type, string from, string to) =>
        new PutRelation(new Relation { Type = type, From = NodeId.Parse(from), To = NodeId.Parse(to), Sources = [Document] }, 0);
}
