namespace PlanGraph.Storage.Embedded;

/// <summary>A list that one thread adds to and others read, without waiting: what a reader has taken never changes.</summary>
internal sealed class AppendList<T>
{
    private T[] _items = new T[16];
    private volatile Published _published = new([], 0);

    public int Count => _published.Count;

    public ReadOnlyMemory<T> Items => _published.Items.AsMemory(0, _published.Count);

    public void Add(T item)
    {
        var count = _published.Count;
        if (count == _items.Length) Array.Resize(ref _items, count * 2);
        _items[count] = item;
        _published = new Published(_items, count + 1);
    }

    public void AddRange(IReadOnlyCollection<T> items)
    {
        var count = _published.Count;
        if (count + items.Count > _items.Length) Array.Resize(ref _items, Math.Max(_items.Length * 2, count + items.Count));
        foreach (var item in items) _items[count++] = item;
        _published = new Published(_items, count);
    }

    private sealed record Published(T[] Items, int Count);
}
