namespace PlanGraph.Domain.Text;

/// <summary>A growing list of integers in one block: postings by the hundred thousand, most of them with one or two entries.</summary>
internal struct IntList
{
    private int[]? _items;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<int> Items => _items.AsSpan(0, Count);

    public void Add(int item)
    {
        if (_items is null)
            _items = new int[1];
        else if (_items.Length == Count)
            Array.Resize(ref _items, Count < 4 ? Count * 2 : Count + Count / 2);
        _items[Count++] = item;
    }

    /// <summary>Gives every item its new number and drops those numbered below 0; the order stays.</summary>
    public void Renumber(ReadOnlySpan<int> numbers)
    {
        var kept = 0;
        for (var at = 0; at < Count; at++)
        {
            if (numbers[_items![at]] is >= 0 and var number)
                _items[kept++] = number;
        }
        Count = kept;
        if (kept == 0)
            _items = null;
        else
            Array.Resize(ref _items, kept);
    }
}
