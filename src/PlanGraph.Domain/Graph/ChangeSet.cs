using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PlanGraph.Domain.Graph;

/// <summary>One step of a <see cref="ChangeSet"/>. <see cref="ExpectedVersion"/> is the version that the author saw: 0 for "there was none".</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "op", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(PutNode), "putNode")]
[JsonDerivedType(typeof(RemoveNode), "removeNode")]
[JsonDerivedType(typeof(PutRelation), "putRelation")]
[JsonDerivedType(typeof(RemoveRelation), "removeRelation")]
public abstract record Operation(long ExpectedVersion)
{
    /// <summary>The node id or the relation key that the step touches, as text.</summary>
    [JsonIgnore]
    public abstract string Element { get; }
}

/// <summary>Creates a node (expected version 0) or replaces it whole.</summary>
public sealed record PutNode(Node Node, long ExpectedVersion) : Operation(ExpectedVersion)
{
    [JsonIgnore]
    public override string Element => Node.Id.Value;
}

/// <summary>Removes a node. Its relations must be gone with, or before, the same change set.</summary>
public sealed record RemoveNode(NodeId Id, long ExpectedVersion) : Operation(ExpectedVersion)
{
    [JsonIgnore]
    public override string Element => Id.Value;
}

/// <summary>Creates a relation (expected version 0) or replaces its values.</summary>
public sealed record PutRelation(Relation Relation, long ExpectedVersion) : Operation(ExpectedVersion)
{
    [JsonIgnore]
    public override string Element => Relation.Key.ToString();
}

public sealed record RemoveRelation(RelationType Type, NodeId From, NodeId To, string? Variant, long ExpectedVersion) : Operation(ExpectedVersion)
{
    [JsonIgnore]
    public RelationKey Key => new(Type, From, To, Variant);
    [JsonIgnore]
    public override string Element => Key.ToString();
}

/// <summary>
/// The one way in: who, why, when, and what. Applied whole or not at all. Its id makes a repeated attempt harmless: a change set that has been
/// applied is answered as before.
/// </summary>
public sealed record ChangeSet
{
    public required Guid Id { get; init; }

    /// <summary>Who: the user's name in PlanGraph, or "PlanGraph" for its own jobs.</summary>
    public required string Actor { get; init; }

    /// <summary>Why, in the author's words, or a text key with @ in front (<c>@history.import</c>).</summary>
    public required string Reason { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>At least one, and at most one for each element.</summary>
    public required ImmutableArray<Operation> Operations { get; init; }
}

/// <summary>A change set that has been applied. The nodes and relations in it carry the versions that they got.</summary>
/// <param name="Seq">1 for the first change of the store, then one more each. The order of the history; the clock is only information.</param>
public sealed record CommittedChange(long Seq, ChangeSet ChangeSet);

/// <summary>The rules of a change set that need no store.</summary>
public static class ChangeSetRules
{
    /// <summary>All that is wrong with a change set taken by itself; empty when nothing is.</summary>
    public static ImmutableArray<Sentence> Check(ChangeSet changeSet)
    {
        var problems = ImmutableArray.CreateBuilder<Sentence>();
        if (changeSet.Operations.IsDefaultOrEmpty) problems.Add(Sentence.Of("rules.emptyChangeSet"));
        if (string.IsNullOrWhiteSpace(changeSet.Actor)) problems.Add(Sentence.Of("rules.actorMissing"));
        if (string.IsNullOrWhiteSpace(changeSet.Reason)) problems.Add(Sentence.Of("rules.reasonMissing"));
        if (changeSet.Operations.IsDefaultOrEmpty) return problems.ToImmutable();
        var seen = new HashSet<string>(changeSet.Operations.Length, StringComparer.Ordinal);
        foreach (var operation in changeSet.Operations)
        {
            if (!seen.Add(operation.Element)) problems.Add(Sentence.Of("rules.elementTwice", ("element", operation.Element)));
            if (operation.ExpectedVersion < 0) problems.Add(Sentence.Of("rules.expectedVersion", ("element", operation.Element)));
            if (operation is PutNode putNode) problems.AddRange(NodeRules.Check(putNode.Node));
            if (operation is PutRelation putRelation) problems.AddRange(RelationRules.Check(putRelation.Relation));
        }
        return problems.ToImmutable();
    }
}
