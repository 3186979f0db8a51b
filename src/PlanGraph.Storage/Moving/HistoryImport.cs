using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Moving;

/// <summary>
/// Puts a history file into an empty store. What is stopped on the way (Ctrl+C, a crash, a database that is gone) is gone on with by doing it again with the same
/// file; until it is whole the store takes nothing else. The file is read through and checked before the first change is put.
/// </summary>
public static class HistoryImport
{
    private const int MostChanges = 1_000;
    private const int MostOperations = 5_000;
    private const long MostBytes = 8 << 20;

    /// <summary>Reads the file through.</summary>
    /// <param name="name">What to call it in sentences.</param>
    /// <param name="progress">Told after each change: how many of how many.</param>
    /// <exception cref="HistoryFileException">It cannot be taken in.</exception>
    public static async Task<HistoryTotals> CheckAsync(Stream stream, string name, Action<long, long> progress, CancellationToken cancellationToken)
    {
        using var reader = await HistoryReader.OpenAsync(stream, name, cancellationToken);
        await foreach (var change in reader.ReadAsync(cancellationToken)) progress(change.Seq, reader.Changes);
        return reader.Totals;
    }

    /// <summary>Puts the changes that are not there yet.</summary>
    /// <param name="stream">At its beginning; checked.</param>
    /// <param name="progress">Told after each group of changes that is durable: how many of how many.</param>
    /// <exception cref="StoreException">The store fails.</exception>
    public static async Task<HistoryImportOutcome> RunAsync(
        IPlanGraphStore store, Stream stream, string name, Action<long, long> progress, CancellationToken cancellationToken)
    {
        using var reader = await HistoryReader.OpenAsync(stream, name, cancellationToken);
        var changes = reader.ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var disposing = changes.ConfigureAwait(false);
        var head = await store.GetHeadAsync(cancellationToken);
        var isRestoring = (await store.CheckHealthAsync(cancellationToken)).Problem?.Key == "store.restoring";
        if (!isRestoring && head > 0 && head != reader.Changes) return new HistoryImportOutcome.NotEmpty(head);
        if (head > reader.Changes) return new HistoryImportOutcome.OtherUnfinished(reader.Changes + 1);
        if (await FirstDifferenceAsync(store, head, changes, cancellationToken) is { } different)
            return isRestoring ? new HistoryImportOutcome.OtherUnfinished(different) : new HistoryImportOutcome.NotEmpty(head);
        if (head == reader.Changes && !isRestoring) return new HistoryImportOutcome.AlreadyThere(reader.Totals);
        await PutAsync(store, reader, changes, progress, cancellationToken);
        return new HistoryImportOutcome.Done(reader.Totals, head);
    }

    /// <summary>The first change of the store that is not the file's; null when its history is how the file's begins.</summary>
    private static async Task<long?> FirstDifferenceAsync(
        IPlanGraphStore store, long head, IAsyncEnumerator<CommittedChange> changes, CancellationToken cancellationToken)
    {
        if (head == 0) return null;
        await foreach (var there in store.ReadChangesAsync(0, cancellationToken))
        {
            if (!await changes.MoveNextAsync() || !GraphJson.ToUtf8(there).AsSpan().SequenceEqual(GraphJson.ToUtf8(changes.Current))) return there.Seq;
            if (there.Seq == head) break;
        }
        return null;
    }

    private static async Task PutAsync(
        IPlanGraphStore store, HistoryReader reader, IAsyncEnumerator<CommittedChange> changes, Action<long, long> progress, CancellationToken cancellationToken)
    {
        var group = new List<CommittedChange>();
        var (operations, from, hasPut) = (0, reader.Bytes, false);
        while (await changes.MoveNextAsync())
        {
            group.Add(changes.Current);
            operations += changes.Current.ChangeSet.Operations.Length;
            if (group.Count < MostChanges && operations < MostOperations && reader.Bytes - from < MostBytes) continue;
            await PutGroupAsync();
            (operations, from, hasPut) = (0, reader.Bytes, true);
        }
        // With nothing left to put, the store is told that the history is whole.
        if (group.Count > 0 || !hasPut) await PutGroupAsync();

        async Task PutGroupAsync()
        {
            await store.RestoreAsync(group, reader.Changes, cancellationToken);
            if (group.Count > 0) progress(group[^1].Seq, reader.Changes);
            group.Clear();
        }
    }
}

/// <summary>What became of an import.</summary>
public abstract record HistoryImportOutcome
{
    private HistoryImportOutcome() { }

    /// <param name="Before">How many changes an earlier attempt had put; 0 when this was the first.</param>
    public sealed record Done(HistoryTotals Totals, long Before) : HistoryImportOutcome;

    /// <summary>The store has exactly this history. Nothing is done.</summary>
    public sealed record AlreadyThere(HistoryTotals Totals) : HistoryImportOutcome;

    /// <summary>The store has something else. Nothing is done.</summary>
    public sealed record NotEmpty(long Head) : HistoryImportOutcome;

    /// <summary>The store has the beginning of another history, whose import is not whole. Nothing is done.</summary>
    /// <param name="Seq">The first change that differs.</param>
    public sealed record OtherUnfinished(long Seq) : HistoryImportOutcome;
}
