using System.Text;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>
/// A relation in few bytes: from, to, type (one byte), version, flags (one byte), and the values that the flags name, in the order of the
/// flags. A relation that has values which this form does not know (a later version's) is written as JSON instead, so nothing is ever left out.
/// </summary>
internal sealed class RelationPacking(NodeId[] ids)
{
    private readonly Dictionary<string, string> _shared = [];

    [Flags]
    private enum Has : byte
    {
        Json = 1,
        Variant = 2,
        Side = 4,
        Score = 8,
        Reason = 16,
        ScoredBy = 32,
        Sources = 64,
    }

    public static void Write(BlockBuffer block, int from, int to, Relation relation)
    {
        var has = Values(relation);
        block.Number(from);
        block.Number(to);
        block.Byte((byte)relation.Type);
        block.Number(relation.Version);
        block.Byte((byte)has);
        if (has == Has.Json) block.Bytes(GraphJson.ToUtf8(relation));
        if (has.HasFlag(Has.Variant)) Write(block, relation.Variant!);
        if (has.HasFlag(Has.Side)) block.Byte((byte)relation.Side!.Value);
        if (has.HasFlag(Has.Score)) block.Byte(unchecked((byte)(sbyte)relation.Score!.Value));
        if (has.HasFlag(Has.Reason)) Write(block, relation.Reason!);
        if (has.HasFlag(Has.ScoredBy)) Write(block, relation.ScoredBy!);
        if (has.HasFlag(Has.Sources)) WriteSources(block, relation);
    }

    public LooseRelation Read(ref BlockReader block)
    {
        var (from, to, type, version, has) = (block.Count(), block.Count(), (RelationType)block.Byte(), block.Number(), (Has)block.Byte());
        if (has == Has.Json)
            return new LooseRelation(from, to, GraphJson.FromUtf8<Relation>(block.Bytes()) with { From = ids[from], To = ids[to] });
        var relation = new Relation
        {
            Type = type, From = ids[from], To = ids[to], Version = version,
            Variant = has.HasFlag(Has.Variant) ? Text(ref block) : null,
            Side = has.HasFlag(Has.Side) ? (ConflictSide)block.Byte() : null,
            Score = has.HasFlag(Has.Score) ? unchecked((sbyte)block.Byte()) : null,
            Reason = has.HasFlag(Has.Reason) ? Text(ref block) : null,
            ScoredBy = has.HasFlag(Has.ScoredBy) ? Shared(ref block) : null,
            Sources = has.HasFlag(Has.Sources) ? [.. ReadSources(ref block)] : [],
        };
        return new LooseRelation(from, to, relation);
    }

    private static Has Values(Relation relation)
    {
        if (!IsKnown(relation)) return Has.Json;
        return (relation.Variant is null ? 0 : Has.Variant) | (relation.Side is null ? 0 : Has.Side) | (relation.Score is null ? 0 : Has.Score)
            | (relation.Reason is null ? 0 : Has.Reason) | (relation.ScoredBy is null ? 0 : Has.ScoredBy) | (relation.Sources.IsEmpty ? 0 : Has.Sources);
    }

    /// <summary>No sources may be written in two ways that the equality of records tells apart; here they are one.</summary>
    private static bool IsKnown(Relation relation) =>
        relation with { Sources = relation.Sources } == new Relation
        {
            Type = relation.Type, From = relation.From, To = relation.To, Version = relation.Version, Variant = relation.Variant, Side = relation.Side,
            Score = relation.Score, Reason = relation.Reason, ScoredBy = relation.ScoredBy, Sources = relation.Sources,
        }
        && relation.Score is null or (>= sbyte.MinValue and <= sbyte.MaxValue)
        && relation.Sources.All(source => source == new Source(source.Document, source.Place, source.Basis, source.JudgedBy));

    private static void WriteSources(BlockBuffer block, Relation relation)
    {
        block.Number(relation.Sources.Length);
        foreach (var source in relation.Sources)
        {
            Write(block, source.Document);
            Write(block, source.Place);
            block.Byte((byte)source.Basis);
            block.Byte((byte)(source.JudgedBy is null ? 0 : 1));
            if (source.JudgedBy is not null) Write(block, source.JudgedBy);
        }
    }

    private Source[] ReadSources(ref BlockReader block)
    {
        var count = block.Count();
        block.AtLeast(count);
        var sources = new Source[count];
        for (var i = 0; i < sources.Length; i++)
            sources[i] = new Source(Shared(ref block), Shared(ref block), (Basis)block.Byte(), block.Byte() == 0 ? null : Shared(ref block));
        return sources;
    }

    private static void Write(BlockBuffer block, string text) => block.Bytes(Encoding.UTF8.GetBytes(text));

    private static string Text(ref BlockReader block) => Encoding.UTF8.GetString(block.Bytes());

    /// <summary>Titles of documents and names of sectors come over and over: kept once.</summary>
    private string Shared(ref BlockReader block)
    {
        var text = Text(ref block);
        if (_shared.TryGetValue(text, out var there)) return there;
        return _shared[text] = text;
    }
}
