namespace PlanGraph.Storage.Tests.Embedded.Simulation;

/// <summary>A file as the system shows it, and what of it is on disk for certain.</summary>
internal sealed class SimulatedFile
{
    private const int Sector = 512;
    private readonly List<Pending> _pending = [];
    private byte[] _durable = [];

    public byte[] Shown { get; private set; } = [];

    public static SimulatedFile Of(byte[] bytes) => new() { _durable = bytes, Shown = bytes };

    public void Write(ReadOnlySpan<byte> bytes, long offset)
    {
        var write = new Pending((int)offset, bytes.ToArray(), null);
        _pending.Add(write);
        Shown = write.On(Shown, static _ => true);
    }

    public void SetLength(long length)
    {
        var cut = new Pending(0, [], (int)length);
        _pending.Add(cut);
        Shown = cut.On(Shown, static _ => true);
    }

    public void Sync()
    {
        _durable = Shown;
        _pending.Clear();
    }

    /// <summary>What is left after a power cut: of each write not forced to disk nothing, all, or any of its sectors.</summary>
    public byte[] AfterCrash(Random random)
    {
        var left = _durable;
        foreach (var pending in _pending)
        {
            switch (random.Next(3))
            {
                case 0: break;
                case 1: left = pending.On(left, static _ => true); break;
                default: left = pending.On(left, _ => random.Next(2) == 0); break;
            }
        }
        return left;
    }

    private sealed record Pending(int Offset, byte[] Bytes, int? Length)
    {
        /// <summary>The content after the write, or after those of its sectors that are kept; the file is as long as the whole write makes it.</summary>
        public byte[] On(byte[] before, Func<int, bool> keepsSector)
        {
            var after = new byte[Length ?? Math.Max(before.Length, Offset + Bytes.Length)];
            before.AsSpan(0, Math.Min(before.Length, after.Length)).CopyTo(after);
            for (var at = 0; at < Bytes.Length;)
            {
                var end = Math.Min(Bytes.Length, ((((Offset + at) / Sector) + 1) * Sector) - Offset);
                if (keepsSector(at)) Bytes.AsSpan(at, end - at).CopyTo(after.AsSpan(Offset + at));
                at = end;
            }
            return after;
        }
    }
}
