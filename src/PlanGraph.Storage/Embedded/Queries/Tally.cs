using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Embedded.Queries;

/// <summary>The counts of one node, by relation type and direction.</summary>
internal sealed class Tally
{
    private static readonly int Types = RelationRules.All.Length;
    private readonly int[] _relations = new int[Types * 2];
    private readonly int[] _leftOut = new int[Types * 2];

    public void AddRelation(RelationType type, bool outgoing) => _relations[IndexOf(type, outgoing)]++;

    public void AddLeftOut(RelationType type, bool outgoing) => _leftOut[IndexOf(type, outgoing)]++;

    public void AddTo(NodeId id, List<RelationCount> leftOut, List<RelationCount> degrees)
    {
        for (var i = 0; i < _relations.Length; i++)
        {
            var (type, outgoing) = ((RelationType)(i / 2), i % 2 == 0);
            if (_relations[i] > 0) degrees.Add(new RelationCount(id, type, outgoing, _relations[i]));
            if (_leftOut[i] > 0) leftOut.Add(new RelationCount(id, type, outgoing, _leftOut[i]));
        }
    }

    private static int IndexOf(RelationType type, bool outgoing) => ((int)type * 2) + (outgoing ? 0 : 1);
}
