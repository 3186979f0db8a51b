using System.Runtime.InteropServices;

namespace PlanGraph.Domain.Text;

/// <summary>Gathers the features of one text: one per term and kind, with the highest weight and the first place.</summary>
internal sealed class FeatureSet
{
    private readonly List<TextFeature> _features = [];

    public IReadOnlyList<TextFeature> InOrder => _features;

    public void Add(WordReading word, TextSpan span)
    {
        foreach (var found in word.Features)
            Add(new(found.Term, found.Kind, found.Weight, span));
    }

    /// <summary>Looks through the list: texts that are compared have a few dozen features.</summary>
    private void Add(TextFeature feature)
    {
        foreach (ref var known in CollectionsMarshal.AsSpan(_features))
        {
            if (known.Kind != feature.Kind || known.Term != feature.Term)
                continue;
            known = known with { Weight = Math.Max(known.Weight, feature.Weight) };
            return;
        }
        _features.Add(feature);
    }
}
