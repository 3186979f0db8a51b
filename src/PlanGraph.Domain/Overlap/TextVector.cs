using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>A text as terms with weights, of length 1; what a term looked like in the text is kept for people.</summary>
internal sealed class TextVector
{
    private readonly Dictionary<string, (double Weight, string Surface)> _terms = new(StringComparer.Ordinal);

    /// <param name="rarity">How much a term says (inverse document frequency).</param>
    /// <param name="headWeight">How much more the first subject counts than the others. A Norwegian plan title names its subject first, and what narrows it after.</param>
    public TextVector(string text, TextFeatures features, Func<string, double> rarity, double headWeight = 1)
    {
        var head = features.Features.FirstOrDefault(IsSubject).Span;
        foreach (var feature in features.Features.Where(feature => feature.Weight > 0))
        {
            var term = TermOf(feature);
            var weight = feature.Weight * rarity(term) * (feature.Span == head ? headWeight : 1);
            if (weight > _terms.GetValueOrDefault(term).Weight) _terms[term] = (weight, text.Substring(feature.Span.Start, feature.Span.Length));
        }
        var length = Math.Sqrt(_terms.Values.Sum(term => term.Weight * term.Weight));
        foreach (var (term, (weight, surface)) in _terms) _terms[term] = (weight / length, surface);
    }

    public int Count => _terms.Count;

    /// <summary>A word and a part of a compound meet; a genre never meets a subject.</summary>
    public static string TermOf(TextFeature feature) => feature.Kind == FeatureKind.Genre ? "genre:" + feature.Term : feature.Term;

    /// <summary>0 to 1.</summary>
    public double Cosine(TextVector other)
    {
        if (other._terms.Count < _terms.Count) return other.Cosine(this);
        var cosine = 0.0;
        foreach (var (term, (weight, _)) in _terms)
        {
            if (other._terms.TryGetValue(term, out var match)) cosine += weight * match.Weight;
        }
        return Math.Min(1, cosine);
    }

    /// <summary>The shared words, the weightiest first; as both texts have them where they differ ("Barnehageplan / Barnehagemeldingen").</summary>
    public string[] SharedWords(TextVector other) => Words(Shared(other), term => Same(_terms[term].Surface, other._terms[term].Surface));

    /// <summary>The words of this text that the other has not, the weightiest first.</summary>
    public string[] OwnWords(TextVector other) => Words(_terms.Keys.Where(term => !other._terms.ContainsKey(term)), term => _terms[term].Surface);

    private static bool IsSubject(TextFeature feature) => feature.Kind is FeatureKind.Word or FeatureKind.Name && feature.Weight > 0.5;

    private IEnumerable<string> Shared(TextVector other) => _terms.Keys.Where(other._terms.ContainsKey);

    private static string Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase) ? other : $"{one} / {other}";

    private string[] Words(IEnumerable<string> terms, Func<string, string> shown) =>
    [
        .. terms.Where(term => !term.StartsWith("genre:", StringComparison.Ordinal))
            .OrderByDescending(term => _terms[term].Weight).ThenBy(term => term, StringComparer.Ordinal)
            .Select(shown).Distinct(StringComparer.OrdinalIgnoreCase),
    ];
}
