namespace PlanGraph.Domain.Text;

/// <summary>
/// Reads the folded words of a text one by one without allocating: an index takes in millions. Words parted by hyphens come one by one and then once more as one.
/// </summary>
internal ref struct SearchWordReader
{
    /// <summary>The buffer a reader needs.</summary>
    public const int Room = Source * Folding.MostPerCharacter;

    private const int Source = SearchText.LongestWord * 2;

    private readonly ReadOnlySpan<char> _text;
    private readonly Span<char> _buffer;
    private int _at;
    private int _length;
    private int _runStart = -1;
    private bool _runEnds;

    public SearchWordReader(ReadOnlySpan<char> text, Span<char> buffer)
    {
        _text = text;
        _buffer = buffer;
    }

    /// <summary>The word, folded, at most <see cref="SearchText.LongestWord"/> letters; good until the next read.</summary>
    public readonly ReadOnlySpan<char> Folded => _buffer[.._length];

    public TextSpan Place { get; private set; }

    /// <summary>The word as written.</summary>
    public readonly ReadOnlySpan<char> Written => _text.Slice(Place.Start, Place.Length);

    public bool IsJoined { get; private set; }

    public bool Read() => _runEnds ? ReadJoined() : ReadToken();

    private bool ReadToken()
    {
        if (!Tokenizer.TryNext(_text, ref _at, out var token))
            return false;
        if (token.Join == TokenJoin.Next && _runStart < 0)
            _runStart = token.Start;
        _runEnds = token.Join != TokenJoin.Next && _runStart >= 0;
        _length = Fold(token.In(_text), 0);
        Place = new(token.Start, token.Length);
        IsJoined = false;
        return true;
    }

    private bool ReadJoined()
    {
        var run = new TextSpan(_runStart, Place.End - _runStart);
        var at = run.Start;
        _length = 0;
        while (at < run.End && Tokenizer.TryNext(_text[..run.End], ref at, out var token))
            _length = Fold(token.In(_text), _length);
        (Place, IsJoined, _runStart, _runEnds) = (run, true, -1, false);
        return true;
    }

    private readonly int Fold(ReadOnlySpan<char> written, int from)
    {
        var room = _buffer[from..];
        var taken = Math.Min(written.Length, room.Length / Folding.MostPerCharacter);
        return Math.Min(from + Folding.Fold(written[..taken], room), SearchText.LongestWord);
    }
}
