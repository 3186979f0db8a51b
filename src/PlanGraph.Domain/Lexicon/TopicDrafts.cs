using System.Collections.Immutable;

namespace PlanGraph.Domain.Lexicon;

/// <summary>
/// The topics of all files, one laid upon the other. A row of a later file adds to the topic of an earlier one (names, weight and nearness that it states replace, words come beside),
/// replaces it, or removes it. References to a topic that was removed go with it; references to one that never was are said.
/// </summary>
internal sealed class TopicDrafts(List<LexiconProblem> problems)
{
    private readonly Dictionary<string, Draft> _drafts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _removed = new(StringComparer.Ordinal);

    public IEnumerable<Draft> All => _drafts.Values;

    public void Lay(TopicRow row)
    {
        var known = _drafts.GetValueOrDefault(row.Id);
        if (row.Action == TopicAction.Remove)
            Remove(row, known);
        else if (known is null || row.Action == TopicAction.Replace)
            Put(row);
        else
            _drafts[row.Id] = known.With(row);
    }

    /// <summary>Takes out, and says, what refers to no topic.</summary>
    public void CheckReferences()
    {
        foreach (var draft in _drafts.Values.ToList())
        {
            _drafts[draft.Id] = draft with
            {
                PartOf = [.. draft.PartOf.Where(reference => IsKnown(draft, reference))],
                Near = [.. draft.Near.Where(reference => IsKnown(draft, reference))],
            };
        }
    }

    private bool IsKnown(Draft draft, TopicReference reference)
    {
        if (reference.Id == draft.Id)
            Say(draft, "lexicon.reference.self", ("id", draft.Id));
        else if (_drafts.ContainsKey(reference.Id))
            return true;
        else if (!_removed.Contains(reference.Id))
            Say(draft, "lexicon.reference.unknown", ("id", draft.Id), ("other", reference.Id));
        return false;
    }

    private void Remove(TopicRow row, Draft? known)
    {
        if (known is null)
            Say(row.File, row.Line, "lexicon.remove.unknown", ("id", row.Id));
        _removed.Add(row.Id);
        _drafts.Remove(row.Id);
    }

    private void Put(TopicRow row)
    {
        if (row.Name.Length == 0)
            Say(row.File, row.Line, "lexicon.name.missing", ("id", row.Id));
        else if (row.Words.IsEmpty)
            Say(row.File, row.Line, "lexicon.words.missing", ("id", row.Id));
        else
            _drafts[row.Id] = Draft.Of(row);
    }

    private void Say(Draft draft, string key, params ReadOnlySpan<(string Name, object Value)> args) => Say(draft.File, draft.Line, key, args);

    private void Say(string file, int line, string key, params ReadOnlySpan<(string Name, object Value)> args) =>
        problems.Add(LexiconTable.Problem(file, line, key, args));
}

/// <summary>A topic in the making. File and line are those of the last row that spoke of it.</summary>
internal sealed record Draft(
    string File, int Line, string Id, string Name, string NameNn, double Weight, ImmutableArray<string> Words, ImmutableArray<string> Hints,
    ImmutableArray<TopicReference> PartOf, ImmutableArray<TopicReference> Near)
{
    public static Draft Of(TopicRow row) => new(
        row.File, row.Line, row.Id, row.Name, row.NameNn.Length > 0 ? row.NameNn : row.Name, row.Weight ?? 1, row.Words, row.Hints, row.PartOf, row.Near);

    public Draft With(TopicRow row) => new(
        row.File, row.Line, Id, row.Name.Length > 0 ? row.Name : Name, row.NameNn.Length > 0 ? row.NameNn : NameNn, row.Weight ?? Weight,
        [.. Words.Union(row.Words)], [.. Hints.Union(row.Hints)], Joined(PartOf, row.PartOf), Joined(Near, row.Near));

    private static ImmutableArray<TopicReference> Joined(ImmutableArray<TopicReference> before, ImmutableArray<TopicReference> after) =>
        [.. before.Where(reference => after.All(other => other.Id != reference.Id)), .. after];
}
