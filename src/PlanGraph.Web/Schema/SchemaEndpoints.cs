using System.Collections.Immutable;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;
using PlanGraph.Web.Graph;

namespace PlanGraph.Web.Schema;

/// <summary>What the graph can hold: kinds, allowed relations, and the choices of every closed list.</summary>
internal static class SchemaEndpoints
{
    public static void MapSchema(this IEndpointRouteBuilder app) =>
        app.MapGet("/api/schema", GetSchema).WithName(nameof(GetSchema)).WithTags("schema").WithSummary("Node kinds, allowed relations and choices")
            .RequireAuthorization(Policies.Reader);

    private static Ok<SchemaAnswer> GetSchema() => TypedResults.Ok(SchemaAnswer.Instance);
}

/// <param name="Choices">The values of each closed list, by the name that their texts begin with (<c>planType.</c>).</param>
internal sealed record SchemaAnswer(
    ImmutableArray<KindRow> Kinds, ImmutableArray<RelationRule> Relations, ImmutableSortedDictionary<string, ImmutableArray<string>> Choices)
{
    private static readonly Type[] ChoiceTypes =
    [
        typeof(PlanType), typeof(PlanStatus), typeof(CouncilDecision), typeof(UseDoubt), typeof(PlanLevel), typeof(GoalLevel), typeof(Dimension), typeof(SdgDimension),
        typeof(Standing), typeof(StrategyKind), typeof(MeasureStatus), typeof(ConflictStatus), typeof(ConflictSide), typeof(Basis), typeof(FindingKind), typeof(FindingState),
        typeof(OverlapAction),
    ];

    public static SchemaAnswer Instance { get; } = new(
        [.. NodeKinds.All.Select(kind => new KindRow(kind, NodeKinds.Prefix(kind)))],
        RelationRules.All,
        ChoiceTypes.ToImmutableSortedDictionary(
            type => char.ToLowerInvariant(type.Name[0]) + type.Name[1..],
            type => Enum.GetValues(type).Cast<Enum>().Select(value => Summaries.Word(value)!).ToImmutableArray(),
            StringComparer.Ordinal));
}

internal sealed record KindRow(NodeKind Kind, string Prefix);
