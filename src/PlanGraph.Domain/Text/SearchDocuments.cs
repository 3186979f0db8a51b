namespace PlanGraph.Domain.Text;

/// <summary>
/// The documents of an index, by number in order of arrival; a removed one leaves a dead number behind. Columns, because a search reads one of them for every document.
/// </summary>
internal sealed class SearchDocuments
{
    private const byte Dead = 0;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string?> _keys = [];
    private readonly List<int[]> _words = [];
    private readonly List<byte> _titles = [];

    /// <summary>All numbers given out, also to documents now dead.</summary>
    public int Count => _keys.Count;

    public int Living => _numbers.Count;

    /// <summary>For every number 0 when dead, else 1 + the number of words in the title, at most 255.</summary>
    public ReadOnlySpan<byte> Titles => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_titles);

    public string Key(int number) => _keys[number]!;

    /// <summary>The numbers of the document's words: no duplicates, title first.</summary>
    public int[] Words(int number) => _words[number];

    public bool Has(string key) => _numbers.ContainsKey(key);

    public void Add(string key, int[] words, int titleWords)
    {
        _numbers.Add(key, Count);
        _keys.Add(key);
        _words.Add(words);
        _titles.Add((byte)Math.Min(titleWords + 1, byte.MaxValue));
    }

    /// <summary>The words of the document removed; none when there was no such document.</summary>
    public IReadOnlyList<int> Remove(string key)
    {
        if (!_numbers.Remove(key, out var number))
            return [];
        var words = _words[number];
        (_keys[number], _words[number], _titles[number]) = (null, [], Dead);
        return words;
    }

    /// <summary>Numbers the living anew, in the same order; answers the new number of every old one, -1 for the dead.</summary>
    public int[] DropDead()
    {
        var numbers = new int[Count];
        var living = 0;
        for (var number = 0; number < numbers.Length; number++)
            numbers[number] = _keys[number] is null ? -1 : Move(number, living++);
        _keys.RemoveRange(living, Count - living);
        _words.RemoveRange(living, _words.Count - living);
        _titles.RemoveRange(living, _titles.Count - living);
        return numbers;
    }

    private int Move(int from, int to)
    {
        (_keys[to], _words[to], _titles[to]) = (_keys[from], _words[from], _titles[from]);
        _numbers[_keys[to]!] = to;
        return to;
    }
}
