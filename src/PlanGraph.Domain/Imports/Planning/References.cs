using System.Globalization;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>What a name in a cell stands for.</summary>
internal abstract record Reference
{
    private Reference() { }

    public sealed record Found(NodeId Id) : Reference;

    /// <param name="Similar">The title of the one that looks like it, if there is just one.</param>
    public sealed record Missing(string? Similar) : Reference;

    public sealed record Several(string Candidates) : Reference;
}

/// <summary>Finds elements by id or title: among the rows of the files first, then in the graph.</summary>
internal sealed class References
{
    private const int ShownCandidates = 5;

    private readonly GraphSnapshot _current;
    private readonly Dictionary<NodeId, string> _planned = [];
    private readonly Dictionary<(NodeKind, string), List<NodeId>> _plannedTitles = [];
    private readonly Dictionary<(NodeKind, string), List<NodeId>> _currentTitles = [];
    private readonly Dictionary<(NodeKind, string), List<(NodeId Id, string Title)>> _subjects = [];
    private readonly Dictionary<int, NodeId> _sdgs = [];

    public References(GraphSnapshot current)
    {
        _current = current;
        foreach (var node in current.Nodes.Where(node => !NodeKinds.IsBookkeeping(node.Kind)))
        {
            Add(_currentTitles, node.Kind, node.Title, node.Id);
            AddSubject(node);
        }
    }

    /// <summary>A planned element; its title from now on stands for it.</summary>
    public void Add(Node node)
    {
        _planned[node.Id] = node.Title;
        Add(_plannedTitles, node.Kind, node.Title, node.Id);
        if (_current.Find(node.Id) is null) AddSubject(node);
    }

    /// <summary>The one existing element with a title; null when none or several have it.</summary>
    public IReadOnlyList<NodeId> ExistingWithTitle(NodeKind kind, string title) =>
        _currentTitles.TryGetValue((kind, TitleKey.Of(title)), out var ids) ? ids : [];

    public bool IsPlanned(NodeId id) => _planned.ContainsKey(id);

    public string? TitleOf(NodeId id) => _planned.GetValueOrDefault(id) ?? _current.Find(id)?.Title;

    /// <summary>Another element with the same subject, the years aside; null when there is none.</summary>
    public (NodeId Id, string Title)? Similar(Node node)
    {
        var subject = TitleKey.SubjectOf(node.Title);
        if (subject.Length == 0 || !_subjects.TryGetValue((node.Kind, subject), out var same)) return null;
        var other = same.FirstOrDefault(other => other.Id != node.Id);
        return other.Title is null ? null : other;
    }

    public Reference Resolve(string text, IReadOnlyCollection<NodeKind> kinds)
    {
        if (NodeId.TryParse(text, out var id))
            return kinds.Contains(id.Kind) && (_planned.ContainsKey(id) || _current.Find(id) is not null) ? new Reference.Found(id) : new Reference.Missing(null);
        if (kinds.Contains(NodeKind.Sdg) && int.TryParse(text.Trim('.', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && _sdgs.TryGetValue(number, out var sdg))
            return new Reference.Found(sdg);
        var key = TitleKey.Of(text);
        return In(_plannedTitles, kinds, key) ?? In(_currentTitles, kinds, key) ?? new Reference.Missing(Suggest(text, kinds));
    }

    /// <summary>The names in a cell: parted by | or line ends; numbers of sustainable development goals also by commas.</summary>
    public static IEnumerable<string> Split(string cell, RelationType type) =>
        cell.Split(type == RelationType.ContributesTo ? ['|', '\n', ',', ';'] : ['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct();

    private static Reference? In(Dictionary<(NodeKind, string), List<NodeId>> titles, IReadOnlyCollection<NodeKind> kinds, string key)
    {
        var found = kinds.SelectMany(kind => titles.TryGetValue((kind, key), out var ids) ? ids : []).Distinct().ToList();
        return found.Count switch
        {
            0 => null,
            1 => new Reference.Found(found[0]),
            _ => new Reference.Several(string.Join(", ", found.Order().Take(ShownCandidates))),
        };
    }

    private string? Suggest(string text, IReadOnlyCollection<NodeKind> kinds)
    {
        var subject = TitleKey.SubjectOf(text);
        var similar = kinds.SelectMany(kind => _subjects.TryGetValue((kind, subject), out var same) ? same : []).DistinctBy(other => other.Id).ToList();
        return similar.Count == 1 ? similar[0].Title : null;
    }

    private void AddSubject(Node node)
    {
        if (node is Sdg sdg) _sdgs[sdg.Number] = sdg.Id;
        var key = (node.Kind, TitleKey.SubjectOf(node.Title));
        if (!_subjects.TryGetValue(key, out var same)) _subjects[key] = same = [];
        if (same.Count < ShownCandidates) same.Add((node.Id, node.Title));
    }

    private static void Add(Dictionary<(NodeKind, string), List<NodeId>> titles, NodeKind kind, string title, NodeId id)
    {
        var key = (kind, TitleKey.Of(title));
        if (!titles.TryGetValue(key, out var ids)) titles[key] = ids = [];
        if (!ids.Contains(id)) ids.Add(id);
    }
}
