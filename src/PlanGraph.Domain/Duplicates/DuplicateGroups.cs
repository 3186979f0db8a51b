using System.Collections.Immutable;
using PlanGraph.Domain.Join;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Domain.Duplicates;

/// <summary>Statements, by their numbers, that say much the same.</summary>
/// <param name="Steps">The mean of all pairs.</param>
/// <param name="Pairs">The pairs that are like each other, the most alike first; at most <see cref="DuplicateGroups.MostShown"/>.</param>
internal sealed record DuplicateGroup(ImmutableArray<int> Members, DuplicateSteps Steps, ImmutableArray<(int First, int Second)> Pairs);

/// <summary>
/// Groups the statements of one class. Those that read the same are one unit from the beginning, so a thousand equal goals are a thousand and not half a million pairs. Then
/// the units most alike are put together first, as long as two groups are enough alike on average (greedy average linkage): a chain of neighbours is no group.
/// </summary>
internal sealed class DuplicateGroups
{
    public const int MostShown = 6;

    /// <summary>Of a larger group only the pairs among so many units are reckoned with; it is a group beyond doubt.</summary>
    private const int MostCompared = 60;

    private readonly StatementTexts _texts;
    private readonly Statements _statements;
    private readonly StatementLikeness _likeness;
    private readonly List<List<int>> _units = [];

    public DuplicateGroups(ImmutableArray<int> statements, StatementTexts texts, Statements all, StatementLikeness likeness)
    {
        (_texts, _statements, _likeness) = (texts, all, likeness);
        foreach (var same in statements.GroupBy(statement => ReadsAs(texts[statement], all.All[statement].Title), StringComparer.Ordinal)) AddUnits([.. same]);
    }

    public IEnumerable<DuplicateGroup> Find(CancellationToken cancellationToken)
    {
        var links = Links(cancellationToken);
        var groups = new GroupsOfUnits(_units.Count);
        foreach (var ((first, second), _) in links.Where(link => link.Value >= DuplicateDetector.KeepThreshold).OrderByDescending(link => link.Value).ThenBy(link => link.Key))
        {
            cancellationToken.ThrowIfCancellationRequested();
            groups.JoinIf(first, second, (one, other) => links.GetValueOrDefault(one < other ? (one, other) : (other, one)), DuplicateDetector.JoinThreshold);
        }
        return groups.All.Where(group => group.Count > 1 || _units[group[0]].Count > 1).Select(group => Group([.. group.Select(unit => _units[unit])])).Where(group => group.Steps.Score >= DuplicateDetector.KeepThreshold);
    }

    /// <summary>The group of some of its members alone; two at least.</summary>
    public DuplicateGroup Among(DuplicateGroup group, Func<int, bool> isIn) =>
        Group([.. _units.Select(unit => unit.Where(statement => isIn(statement) && group.Members.Contains(statement)).ToList()).Where(unit => unit.Count > 0)]);

    /// <summary>What a statement is read as: its terms with their weights, or its words when it names no subject.</summary>
    private static string ReadsAs(StatementText text, string title) => text.Terms.IsEmpty
        ? "words " + StatementTexts.Folded(title)
        : string.Join('\t', text.Terms.Select(term => FormattableString.Invariant($"{term.Key}={term.Value.Weight:R}")));

    /// <summary>Two that are over and under each other are not the same, though they read the same.</summary>
    private void AddUnits(List<int> same)
    {
        if (same is [var one, var other] && _statements.IsHierarchy(one, other)) _units.AddRange([[one], [other]]);
        else _units.Add(same);
    }

    /// <summary>The scores of all pairs of units that are somewhat alike.</summary>
    private Dictionary<(int First, int Second), double> Links(CancellationToken cancellationToken)
    {
        var vectors = _texts.Vectors(_units.Select(unit => unit[0]));
        var join = new CosineJoin(vectors, OverlapEngine.LikenessLimit(_units.Count, placed: 0));
        return JoinedPairs.Of(join, cancellationToken).ToDictionary(pair => (pair.First, pair.Second), pair => AreHierarchy(pair.First, pair.Second) ? 0 : _likeness.Between(_units[pair.First][0], _units[pair.Second][0]).Score);
    }

    private bool AreHierarchy(int first, int second) => _units[first] is [var one] && _units[second] is [var other] && _statements.IsHierarchy(one, other);

    private DuplicateGroup Group(IReadOnlyList<List<int>> units)
    {
        var (steps, pairs, shown) = (default(DuplicateSteps), 0.0, new List<(int First, int Second, double Score)>());
        for (var i = 0; i < Math.Min(units.Count, MostCompared); i++)
        {
            for (var j = i; j < Math.Min(units.Count, MostCompared); j++)
            {
                var (one, other) = (units[i], units[j]);
                var count = i == j ? one.Count * (one.Count - 1.0) / 2 : (double)one.Count * other.Count;
                if (count == 0) continue;
                var (first, second) = (one[0], i == j ? one[1] : other[0]);
                var likeness = _likeness.Between(first, second);
                (steps, pairs) = (steps + (likeness * count), pairs + count);
                shown.Add((Math.Min(first, second), Math.Max(first, second), likeness.Score));
            }
        }
        return new DuplicateGroup([.. units.SelectMany(unit => unit)], steps * (1 / pairs),
            [.. shown.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.First).ThenBy(pair => pair.Second).Take(MostShown).Select(pair => (pair.First, pair.Second))]);
    }
}

/// <summary>Which units are together.</summary>
internal sealed class GroupsOfUnits
{
    private readonly List<int>[] _of;

    public GroupsOfUnits(int units) => _of = [.. Enumerable.Range(0, units).Select(unit => new List<int> { unit })];

    /// <summary>The groups, in the order of their first unit; most have one.</summary>
    public IEnumerable<IReadOnlyList<int>> All => _of.Distinct().OrderBy(group => group[0]);

    /// <summary>Puts the groups of two units together when all pairs across have at least <paramref name="least"/> on average.</summary>
    public void JoinIf(int first, int second, Func<int, int, double> likeness, double least)
    {
        var (one, other) = (_of[first], _of[second]);
        if (ReferenceEquals(one, other) || one.Sum(unit => other.Sum(match => likeness(unit, match))) < least * one.Count * other.Count) return;
        one.AddRange(other);
        one.Sort();
        foreach (var unit in other) _of[unit] = one;
    }
}
