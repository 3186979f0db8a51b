using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Tests.Building;

/// <summary>Graphs of any shape, the same for the same seed; for what must hold in all of them.</summary>
internal static class RandomGraph
{
    private static readonly RelationType[] Types =
    [
        RelationType.PartOf, RelationType.AnchoredIn, RelationType.States, RelationType.SubgoalOf, RelationType.Supports, RelationType.RespondsTo, RelationType.Replaces,
    ];

    public static GraphBuilder Of(int seed, int plans = 12, int goals = 8, int relations = 30)
    {
#pragma warning disable CA5394 // Repeatable on purpose.
        var random = new Random(seed);
        var builder = new GraphBuilder().Samfunnsdel();
        for (var i = 0; i < plans; i++)
        {
            builder.Plan($"p{i}", Pick(random, Enum.GetValues<PlanType>()), plan => plan with
            {
                Status = Pick(random, Enum.GetValues<PlanStatus>()),
                UseDoubt = Pick(random, Enum.GetValues<UseDoubt>()),
                Period = random.Next(3) == 0 ? null : new Period(2010, 2015 + random.Next(25)),
            });
        }
        for (var i = 0; i < goals; i++)
        {
            builder.Goal($"g{i}", Pick(random, Enum.GetValues<GoalLevel>()), Pick(random, Enum.GetValues<Standing>()));
            builder.Strategy($"s{i}", Pick(random, Enum.GetValues<Standing>())).Measure($"m{i}", Pick(random, Enum.GetValues<MeasureStatus>())).Challenge($"c{i}");
        }
        var ids = builder.Snapshot().Nodes.Select(node => node.Id).Order().ToArray();
        for (var made = 0; made < relations;)
        {
            var (type, from, to) = (Pick(random, Types), Pick(random, ids), Pick(random, ids));
            if (!RelationRules.Allows(type, from.Kind, to.Kind)) continue;
            builder.Relate(from.Value, type, to.Value);
            made++;
        }
        return builder;
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
#pragma warning restore CA5394
}
