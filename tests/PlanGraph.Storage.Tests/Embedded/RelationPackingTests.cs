using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Snapshot;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Embedded;

public sealed class RelationPackingTests
{
    private static readonly Relation Plain = Relate(RelationType.Affects, GoalId("a"), GoalId("b")) with { Version = 300 };

    public static TheoryData<Relation> Relations() =>
    [
        Plain,
        Plain with { Score = -3 },
        Plain with { Score = 3, Variant = "klima", Reason = "Fordi «æøå»", ScoredBy = "Klima" },
        Plain with { Score = 4000 },
        Plain with { Side = ConflictSide.B, Version = long.MaxValue },
        Plain with { Sources = [new Source("Plan", "s. 1"), new Source("Plan", "", Basis.Judged, "Kommunedirektøren")] },
    ];

    [Theory]
    [MemberData(nameof(Relations))]
    public void A_relation_comes_out_as_it_went_in(Relation relation)
    {
        var block = new BlockBuffer();
        RelationPacking.Write(block, 1, 0, relation);
        var reader = new BlockReader(block.Content);
        var (from, to, read) = new RelationPacking([GoalId("b"), GoalId("a")]).Read(ref reader);
        Assert.Equal((1, 0), (from, to));
        Assert.Equal(GraphJson.ToUtf8(relation), GraphJson.ToUtf8(read));
    }

    [Fact]
    public void A_plain_relation_takes_few_bytes()
    {
        var block = new BlockBuffer();
        RelationPacking.Write(block, 100, 200, Plain);
        Assert.True(block.Content.Length <= 8);
    }
}
