namespace PlanGraph.Storage.Embedded.Memory;

/// <summary>
/// Rising sequence numbers, 4 bytes each. Appending writes into spare room that older copies of the list never look at, so every copy stays as
/// it was; there is one line of descent (the one writer), and a copy that was never published is simply written over.
/// </summary>
internal readonly struct SeqList
{
    private readonly uint[]? _items;

    private SeqList(uint[] items, int count)
    {
        _items = items;
        Count = count;
    }

    public int Count { get; }

    public long this[int index] => _items![index];

    public static SeqList Of(uint[] items) => new(items, items.Length);

    /// <summary>The list with a number at the end, unless it is there already.</summary>
    /// <exception cref="OverflowException">More changes than a 32-bit number counts.</exception>
    public SeqList Add(long seq)
    {
        var number = checked((uint)seq);
        if (Count > 0 && _items![Count - 1] == number) return this;
        var items = _items ?? new uint[1];
        if (Count == items.Length) Array.Resize(ref items, checked((Count * 3 / 2) + 1));
        items[Count] = number;
        return new SeqList(items, Count + 1);
    }
}
