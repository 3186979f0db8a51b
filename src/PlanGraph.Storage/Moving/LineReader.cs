namespace PlanGraph.Storage.Moving;

/// <summary>The lines of a stream, one at a time, in a buffer that is used again.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;

    /// <summary>How many lines have been read.</summary>
    public long Number { get; private set; }

    /// <summary>The next line without its LF, good until the next call; null at the end of the stream.</summary>
    public async ValueTask<Line?> ReadAsync(CancellationToken cancellationToken)
    {
        for (var searched = 0; ; )
        {
            var length = _buffer.AsSpan((_start + searched)..(_end)).IndexOf((byte)'\n');
            if (length >= 0) return Take(searched + length, 1, LineEnd.Whole);
            searched = _end - _start;
            if (searched > HistoryFormat.MostLineBytes) return Take(searched, 0, LineEnd.TooLong);
            if (await FillAsync(cancellationToken)) continue;
            return searched == 0 ? null : Take(searched, 0, LineEnd.Cut);
        }
    }

    private Line Take(int length, int feed, LineEnd end)
    {
        var line = _buffer.AsMemory(_start, length);
        _start += length + feed;
        Number++;
        return new Line(line, end);
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        return read > 0;
    }
}

internal enum LineEnd
{
    /// <summary>An LF ends it.</summary>
    Whole,

    /// <summary>The stream ends in the middle of it.</summary>
    Cut,

    /// <summary>No LF comes within the most bytes that a line may have.</summary>
    TooLong,
}

internal readonly record struct Line(Memory<byte> Bytes, LineEnd End);
