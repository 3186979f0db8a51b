namespace PlanGraph.Domain.Text;

/// <summary>What the words of a query met: for each, the numbers of the index words and how well they are met, above 0 and up to 1.</summary>
internal sealed record SearchMatches(IReadOnlyList<IReadOnlyDictionary<int, float>> Words, string? Correction)
{
    /// <summary>True when some word of the query met the index word.</summary>
    public bool Has(int word)
    {
        foreach (var met in Words)
        {
            if (met.ContainsKey(word))
                return true;
        }
        return false;
    }
}
