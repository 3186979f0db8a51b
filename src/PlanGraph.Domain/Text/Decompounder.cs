namespace PlanGraph.Domain.Text;

/// <summary>
/// Splits compounds into words of a given vocabulary, which should be the corpus's own: of all ways to cover the word, also not splitting it, the one whose
/// parts have the highest geometric mean of counts wins (Koehn and Knight 2003); on a tie the fewest parts, then the longest last part. Between two parts a linking -s- or -e- is dropped.
/// </summary>
/// <remarks>The last part, and the word itself, may be inflected: all inflections of a root count together, so that all are split alike. Words above 64 letters are not split.</remarks>
public sealed class Decompounder
{
    private const int LongestWord = 64;
    private const int MostParts = 5;

    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _counts;
    private readonly Dictionary<string, int> _roots = new(StringComparer.Ordinal);
    private readonly Func<string, string> _root;
    private readonly int _minimumPart;

    /// <summary>A splitter for <paramref name="counts"/>: word and how often it was seen (at least 1).</summary>
    /// <param name="counts">Words as <see cref="Split"/> will be given them: same case, same folding.</param>
    /// <param name="minimumPart">Fewest letters of a part; 4 for a vocabulary taken from texts.</param>
    /// <param name="root">How the last part loses its inflection; the Snowball stem when left out.</param>
    public Decompounder(IEnumerable<KeyValuePair<string, int>> counts, int minimumPart = 4, Func<string, string>? root = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimumPart, 2);
        (_minimumPart, _root) = (minimumPart, root ?? NorwegianStemmer.Stem);
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (word, count) in counts.Where(pair => pair.Key.Length >= minimumPart))
        {
            words[word] = count;
            var bare = _root(word);
            _roots[bare] = count + _roots.GetValueOrDefault(bare);
        }
        _counts = words.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The parts of <paramref name="word"/> without linking letters; the word alone when it is best left whole.</summary>
    public IReadOnlyList<string> Split(string word) =>
        word.Length < 2 * _minimumPart || word.Length > LongestWord ? [word] : new Lattice(this, word).Best();

    private int CountOf(string word, int start, int end)
    {
        if (end - start < _minimumPart)
            return 0;
        if (end == word.Length)
            return _roots.GetValueOrDefault(_root(word[start..]));
        return _counts.TryGetValue(word.AsSpan(start, end - start), out var count) ? count : 0;
    }

    /// <summary>All covers of one word: best sum of logarithms for every place and number of parts, with the way back.</summary>
    private sealed class Lattice(Decompounder owner, string word)
    {
        private readonly Step[,] _steps = new Step[word.Length + 1, MostParts + 1];

        public string[] Best()
        {
            _steps[0, 0] = new(0, 0, 0, true);
            for (var start = 0; start < word.Length; start++)
            {
                for (var end = start + owner._minimumPart; end <= word.Length; end++)
                    Extend(start, end);
            }
            var parts = 0;
            for (var number = 1; number <= MostParts; number++)
            {
                if (_steps[word.Length, number].Reached && (parts == 0 || Mean(number) > Mean(parts)))
                    parts = number;
            }
            return parts <= 1 ? [word] : Back(parts);
        }

        private double Mean(int parts) => _steps[word.Length, parts].Sum / parts;

        private void Extend(int start, int end)
        {
            if (!ReachedAt(start) || owner.CountOf(word, start, end) is not (> 0 and var count))
                return;
            Reach(start, end, end, Math.Log(count));
            if (end + owner._minimumPart <= word.Length && word[end] is 's' or 'e')
                Reach(start, end, end + 1, Math.Log(count));
        }

        private bool ReachedAt(int place)
        {
            for (var parts = 0; parts < MostParts; parts++)
            {
                if (_steps[place, parts].Reached)
                    return true;
            }
            return false;
        }

        private void Reach(int start, int end, int next, double gain)
        {
            for (var parts = 0; parts < MostParts; parts++)
            {
                var sum = _steps[start, parts].Sum + gain;
                if (_steps[start, parts].Reached && (!_steps[next, parts + 1].Reached || sum > _steps[next, parts + 1].Sum))
                    _steps[next, parts + 1] = new(sum, start, end, true);
            }
        }

        private string[] Back(int parts)
        {
            var found = new string[parts];
            var place = word.Length;
            for (var part = parts; part > 0; part--)
            {
                var step = _steps[place, part];
                found[part - 1] = word[step.Start..step.End];
                place = step.Start;
            }
            return found;
        }
    }

    private readonly record struct Step(double Sum, int Start, int End, bool Reached);
}
