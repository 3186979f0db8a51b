using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage;

/// <summary>What became of a change set.</summary>
public abstract record ApplyResult
{
    private ApplyResult() { }

    /// <summary>It is applied and durable.</summary>
    public sealed record Applied(CommittedChange Change) : ApplyResult;

    /// <summary>At least one element had moved on since its author saw it. Nothing is applied.</summary>
    public sealed record Conflicted(ImmutableArray<VersionConflict> Conflicts) : ApplyResult;

    /// <summary>It breaks a rule. Nothing is applied.</summary>
    public sealed record Refused(ImmutableArray<Sentence> Problems) : ApplyResult;
}

/// <summary>An element that is not at the version that the author of a change set saw.</summary>
/// <param name="Element">Node id or relation key.</param>
/// <param name="ExpectedVersion">What the author saw; 0 for "there was none".</param>
/// <param name="ActualVersion">What it is; 0 when it does not exist.</param>
/// <param name="Since">The changes that touched it after it last had the expected version, oldest first; none when it never had that version.</param>
/// <param name="Before">The node as the author saw it, when the element is a node and the history has it.</param>
/// <param name="Current">The node as it is, when the element is a node that exists.</param>
public sealed record VersionConflict(
    string Element, long ExpectedVersion, long ActualVersion, ImmutableArray<ChangeNote> Since, Node? Before, Node? Current);

/// <summary>Who changed something, when and why.</summary>
public sealed record ChangeNote(long Seq, string Actor, DateTimeOffset At, string Reason);

/// <param name="Seeds">Where to start; at least one. Those that do not exist are left out.</param>
/// <param name="Depth">0 to 4 steps.</param>
/// <param name="Kinds">Kinds that may be reached; null for the kinds of the plan system (<see cref="NodeKinds.PlanSystem"/>). Seeds are always in.</param>
/// <param name="Types">Relation types to walk and to return; null for all.</param>
/// <param name="Cap">At most so many nodes besides the seeds, 0 to 5000. Nearer nodes first; among equals by relation type, then id.</param>
public sealed record NeighbourhoodQuery(
    ImmutableArray<NodeId> Seeds, int Depth, ImmutableArray<NodeKind>? Kinds = null, ImmutableArray<RelationType>? Types = null, int Cap = 500);

/// <param name="Nodes">Seeds in the order asked for, then the others by distance, then id.</param>
/// <param name="Relations">All relations (of the types asked for) among the nodes, in the order of their keys.</param>
/// <param name="LeftOut">How many neighbours the cap left out, by the node they hang on, relation type and direction: for each node returned that is
/// nearer than the depth, its neighbours of the kinds and types asked for that are not among the nodes.</param>
/// <param name="Degrees">For each node returned: how many relations (of all types) it has to nodes of the kinds asked for, by type and direction.</param>
/// <remarks>Counts come in the order of the nodes, then by relation type, outgoing before incoming.</remarks>
public sealed record Neighbourhood(
    IReadOnlyList<Node> Nodes, IReadOnlyList<Relation> Relations, IReadOnlyList<RelationCount> LeftOut, IReadOnlyList<RelationCount> Degrees);

/// <summary>So many relations of one type in one direction at one node.</summary>
/// <param name="Outgoing">True when the relations start at <paramref name="Node"/>.</param>
public sealed record RelationCount(NodeId Node, RelationType Type, bool Outgoing, int Count);

/// <param name="MaxPaths">1 to 20.</param>
/// <param name="MaxLength">1 to 8 relations.</param>
/// <param name="Kinds">Kinds that may lie between the ends; null for the kinds of the plan system.</param>
/// <param name="Types">Relation types to walk; null for all.</param>
public sealed record PathQuery(
    NodeId From, NodeId To, int MaxPaths = 3, int MaxLength = 6, ImmutableArray<NodeKind>? Kinds = null, ImmutableArray<RelationType>? Types = null);

/// <param name="Nodes">From one end to the other; one more than the relations. No two paths of an answer have the same nodes.</param>
/// <param name="Relations">In the order of the path; each in its own direction. Of several relations between two nodes the first by key.</param>
public sealed record GraphPath(IReadOnlyList<Node> Nodes, IReadOnlyList<Relation> Relations);

/// <param name="Text">At most 200 characters; more is cut.</param>
/// <param name="Kinds">Null for the kinds of the plan system.</param>
/// <param name="Limit">1 to 200.</param>
public sealed record SearchQuery(string Text, ImmutableArray<NodeKind>? Kinds = null, int Limit = 20);

/// <param name="Hits">Best first.</param>
/// <param name="Total">All that matched, also those over the limit.</param>
/// <param name="Correction">What was searched for instead, when the text as typed matched nothing.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int Total, string? Correction);

/// <param name="Score">Above 0; higher is better; comparable only within one answer.</param>
/// <param name="Matched">Words of the node's own text that matched.</param>
public sealed record SearchHit(Node Node, double Score, IReadOnlyList<string> Matched);

/// <summary>Everything in the store at one change. Read the nodes first, then the relations.</summary>
/// <param name="Seq">The last change in it.</param>
public sealed record GraphContents(long Seq, IAsyncEnumerable<Node> Nodes, IAsyncEnumerable<Relation> Relations);

/// <param name="CanRead">Questions are answered.</param>
/// <param name="CanWrite">Change sets are taken.</param>
/// <param name="Problem">What is wrong, when one of them is false.</param>
/// <param name="Details">For an administrator: name and value, such as the result of the fsync probe.</param>
public sealed record StoreHealth(bool CanRead, bool CanWrite, Sentence? Problem, IReadOnlyDictionary<string, string> Details);

/// <summary>The store cannot be opened or has stopped. The message is for the administrator: what, where, and the way out.</summary>
public sealed class StoreException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to tell who reads the page, when it is something a reader can understand: the database does not answer, it is too slow.</summary>
    public Sentence? Problem { get; init; }

    /// <summary>It stays so until somebody has changed a setting or the program; other problems pass when the store answers again.</summary>
    public bool IsLasting { get; init; }
}
