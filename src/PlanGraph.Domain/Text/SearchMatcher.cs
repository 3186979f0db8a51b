using System.Text;

namespace PlanGraph.Domain.Text;

/// <summary>Finds the index words that each word of a query meets; takes apart and repairs those that meet none.</summary>
internal sealed class SearchMatcher(SearchVocabulary vocabulary)
{
    private const float Stem = 0.9f;
    private const float Part = 0.6f;
    private const float LeastBeginning = 0.5f;
    private const float MoreBeginning = 0.3f;
    private const float PartBeginning = 0.4f;
    private const float Repaired = 0.75f;

    public SearchMatches Match(string query)
    {
        var met = new List<IReadOnlyDictionary<int, float>>();
        var repairs = new List<(TextSpan Span, string Word)>();
        foreach (var word in SearchText.QueryWords(query))
        {
            var found = Direct(word.Forms, word.IsPrefix, 1);
            if (found.Count > 0)
                met.Add(found);
            else if (ByParts(word.Forms) is { Count: > 0 } parts)
                met.AddRange(parts);
            else
                met.AddRange(Repair(word, repairs));
        }
        return new(met, repairs.Count == 0 ? null : Corrected(query, repairs));
    }

    private Dictionary<int, float> Direct(WordForms forms, bool isPrefix, float scale)
    {
        var found = new Dictionary<int, float>();
        if (vocabulary.Find(forms.Folded) is { } whole)
            Meet(found, whole, scale);
        foreach (var word in vocabulary.WithStem(forms.Stem))
            Meet(found, word, Stem * scale);
        foreach (var word in vocabulary.WithPart(forms.Stem))
            Meet(found, word, Part * scale);
        if (isPrefix)
            AddBeginnings(found, forms.Folded, scale);
        return found;
    }

    private void AddBeginnings(Dictionary<int, float> found, string beginning, float scale)
    {
        foreach (var word in vocabulary.StartingWith(beginning))
            Meet(found, vocabulary.Find(word)!.Value, (LeastBeginning + MoreBeginning * beginning.Length / word.Length) * scale);
        foreach (var part in vocabulary.PartsStartingWith(beginning))
        {
            foreach (var word in vocabulary.WithPart(part))
                Meet(found, word, PartBeginning * scale);
        }
    }

    private void Meet(Dictionary<int, float> found, int word, float weight)
    {
        if (vocabulary[word].Documents > 0 && found.GetValueOrDefault(word) < weight)
            found[word] = weight;
    }

    /// <summary>What the parts of a compound meet, each as a word of its own; nothing unless all meet something.</summary>
    private List<Dictionary<int, float>> ByParts(WordForms forms)
    {
        var met = forms.Parts.Select(part => Direct(SearchText.Forms(part.Surface), false, Part)).ToList();
        return met.TrueForAll(found => found.Count > 0) ? met : [];
    }

    private List<Dictionary<int, float>> Repair(QueryWord word, List<(TextSpan Span, string Word)> repairs)
    {
        if (SearchRepair.Find(vocabulary, word.Forms.Folded) is not { } repaired)
            return [[]];
        repairs.Add((word.Span, repaired.Surface));
        var forms = SearchText.Forms(repaired.Folded);
        var found = Direct(forms, word.IsPrefix, Repaired);
        return found.Count > 0 ? [found] : ByParts(forms);
    }

    private static string Corrected(string query, List<(TextSpan Span, string Word)> repairs)
    {
        var corrected = new StringBuilder();
        var at = 0;
        foreach (var (span, word) in repairs)
        {
            corrected.Append(query.AsSpan(at, span.Start - at)).Append(word);
            at = span.End;
        }
        return corrected.Append(query.AsSpan(at)).ToString();
    }
}
