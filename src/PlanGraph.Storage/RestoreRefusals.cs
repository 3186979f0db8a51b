namespace PlanGraph.Storage;

/// <summary>What both stores say when changes of a history cannot be put in.</summary>
internal static class RestoreRefusals
{
    public static StoreException NotEmpty(long head) => new($"The store is not empty: it has {head} changes. A history can be put into an empty store only.");

    public static StoreException DoesNotFollow(long seq) => new($"Change {seq} does not follow from those in the store.");
}
