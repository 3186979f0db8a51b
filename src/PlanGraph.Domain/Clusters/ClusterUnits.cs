using PlanGraph.Domain.Join;
using PlanGraph.Domain.Overlap;

namespace PlanGraph.Domain.Clusters;

/// <summary>Plans whose titles are read the very same, each such group one unit. Titles that name no subject are left out.</summary>
internal sealed class ClusterUnits
{
    private readonly OverlapCorpus _corpus;
    private readonly SparseVectors _vectors;
    private readonly List<List<int>> _plans = [];
    private readonly List<int> _reading = [];

    public ClusterUnits(IReadOnlyList<MunicipalPlan> plans, OverlapOptions options, CancellationToken cancellationToken)
    {
        var (titles, sameTitle) = Titles(plans, cancellationToken);
        _corpus = new OverlapCorpus([.. titles.Select(title => new OverlapText(title))], options, cancellationToken);
        var same = new SameVectors(_corpus.Vectors);
        var vectors = new SparseVectorsBuilder();
        for (var unit = 0; unit < same.Count; unit++)
        {
            var members = new List<int>();
            foreach (var title in same.Members(unit)) members.AddRange(sameTitle[title]);
            members.Sort();
            _plans.Add(members);
            _reading.Add(same.Firsts[unit]);
            vectors.Add(_corpus.Vectors.Features(same.Firsts[unit]), _corpus.Vectors.Weights(same.Firsts[unit]));
        }
        _vectors = vectors.ToVectors();
    }

    public int Count => _plans.Count;

    /// <summary>The plans of a unit, ascending.</summary>
    public IReadOnlyList<int> Plans(int unit) => _plans[unit];

    /// <summary>For each unit those that are at least so like it, ascending.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Near(double least, CancellationToken cancellationToken)
    {
        var near = new List<int>[Count];
        for (var unit = 0; unit < near.Length; unit++) near[unit] = [];
        foreach (var (first, second, _) in JoinedPairs.Of(new CosineJoin(_vectors, least), cancellationToken))
        {
            if (AreOfOtherPlaces(first, second)) continue;
            near[first].Add(second);
            near[second].Add(first);
        }
        foreach (var units in near) units.Sort();
        return near;
    }

    private bool AreOfOtherPlaces(int first, int second)
    {
        var (one, other, shared) = (false, false, false);
        foreach (var term in _corpus.Terms.Of(_reading[first]))
        {
            if (!_corpus.IsPlace(term.Term)) continue;
            one = true;
            foreach (var match in _corpus.Terms.Of(_reading[second])) shared |= match.Term == term.Term;
        }
        foreach (var term in _corpus.Terms.Of(_reading[second])) other |= _corpus.IsPlace(term.Term);
        return one && other && !shared;
    }

    /// <summary>The different titles without the municipality's own name, and the plans that have each.</summary>
    private static (List<string> Titles, List<List<int>> Plans) Titles(IReadOnlyList<MunicipalPlan> plans, CancellationToken cancellationToken)
    {
        var (titles, same, numbers) = (new List<string>(), new List<List<int>>(), new Dictionary<string, int>(StringComparer.Ordinal));
        for (var plan = 0; plan < plans.Count; plan++)
        {
            if (plan % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            var title = OwnNames.Without(plans[plan].Title, plans[plan].Municipality);
            if (!numbers.TryGetValue(title, out var number))
            {
                numbers[title] = number = titles.Count;
                titles.Add(title);
                same.Add([]);
            }
            same[number].Add(plan);
        }
        return (titles, same);
    }
}
