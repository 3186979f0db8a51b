using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded;
using PlanGraph.Storage.Moving;

namespace PlanGraph.Web.Commands.Moving;

/// <summary><c>export FILE</c>: the whole history of a graph as a file, to keep or to move to another store.</summary>
internal static class ExportCommand
{
    private const string StandardOutput = "-";

    public static Command Command { get; } =
        new("export", Sentence.Of("moving.export.summary"), Sentence.Of("moving.export.help"), RunAsync) { Words = (1, 1) };

    private static async Task<int> RunAsync(CommandCall call)
    {
        if (!MoveStore.IsNeo4j(call)) return await WriteEmbeddedAsync(call);
        await using var store = await MoveStore.OpenAsync(call);
        var isRestoring = (await store.CheckHealthAsync(call.CancellationToken)).Problem?.Key == "store.restoring";
        var head = await store.GetHeadAsync(call.CancellationToken);
        return await WriteAsync(call, head, isRestoring, store.ReadChangesAsync(0, call.CancellationToken));
    }

    /// <summary>The journal is read without opening the store, so that a server may have it open meanwhile.</summary>
    private static async Task<int> WriteEmbeddedAsync(CommandCall call)
    {
        var directory = MoveStore.Folder(call).Graph;
        var history = EmbeddedHistory.Open(directory) ?? throw new CommandException(ExitCodes.NoInput, Sentence.Of("moving.export.noStore", ("directory", directory)));
        return await WriteAsync(call, history.Head, history.IsRestoring, history.Read().ToAsyncEnumerable());
    }

    private static async Task<int> WriteAsync(CommandCall call, long head, bool isRestoring, IAsyncEnumerable<CommittedChange> changes)
    {
        if (isRestoring) throw new CommandException(ExitCodes.Unavailable, Sentence.Of("moving.export.restoring"));
        // An empty file over yesterday's backup would be the worst of answers.
        if (head == 0) throw new CommandException(ExitCodes.NoInput, Sentence.Of("moving.export.empty"));
        var name = call.Arguments.Words[0];
        var progress = new MoveProgress(call, "moving.export.progress");
        Task<HistoryTotals> WriteToAsync(Stream stream) =>
            HistoryWriter.WriteAsync(stream, head, changes, totals => progress.Tell(totals.Changes, head), call.CancellationToken);
        var totals = name == StandardOutput ? await WriteToAsync(call.Console.Output) : await WriteFileAsync(name, WriteToAsync);
        call.Console.Tell(Sentence.Of("moving.export.done", ("count", totals.Changes), ("nodes", totals.Nodes), ("relations", totals.Relations)));
        return ExitCodes.Done;
    }

    private static async Task<HistoryTotals> WriteFileAsync(string name, Func<Stream, Task<HistoryTotals>> writeAsync)
    {
        await using var file = Create(name);
        var totals = await writeAsync(file.Stream);
        await file.CompleteAsync();
        return totals;
    }

    private static WholeFile Create(string name)
    {
        // Moving a file in place of a device would remove the device.
        if (Directory.Exists(name) || Path.GetFullPath(name).StartsWith("/dev/", StringComparison.Ordinal))
            throw new CommandException(ExitCodes.CannotCreate, Sentence.Of("moving.export.noFile", ("file", name)));
        try
        {
            return WholeFile.Create(name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.CannotCreate, Sentence.Of("moving.export.cannotCreate", ("file", name), ("reason", exception.Message)), exception);
        }
    }
}
