using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Moving;

namespace PlanGraph.Web.Commands.Moving;

/// <summary><c>import FILE</c>: puts an exported history into an empty store. Stopped on the way, it goes on when it is done again.</summary>
internal static class ImportCommand
{
    private const string StandardInput = "-";

    public static Command Command { get; } =
        new("import", Sentence.Of("moving.import.summary"), Sentence.Of("moving.import.help"), RunAsync) { Words = (1, 1) };

    private static async Task<int> RunAsync(CommandCall call)
    {
        var isStandardInput = call.Arguments.Words[0] == StandardInput;
        var name = isStandardInput ? "@moving.standardInput" : call.Arguments.Words[0];
        // Wrong settings are told before a large file is read through.
        MoveStore.Folder(call);
        MoveStore.IsNeo4j(call);
        await using var file = isStandardInput ? await SpoolAsync(call) : Open(name);
        try
        {
            var checking = new MoveProgress(call, "moving.import.checking");
            var totals = await HistoryImport.CheckAsync(file, name, checking.Tell, call.CancellationToken);
            call.Console.Tell(Sentence.Of("moving.import.checked", ("count", totals.Changes), ("nodes", totals.Nodes), ("relations", totals.Relations)));
            file.Position = 0;
            return Tell(call, await PutAsync(call, file, name));
        }
        catch (HistoryFileException exception)
        {
            throw new CommandException(ExitCodes.BadData, exception.Problem, exception);
        }
    }

    private static async Task<HistoryImportOutcome> PutAsync(CommandCall call, FileStream file, string name)
    {
        await using var store = await MoveStore.OpenAsync(call);
        var (putting, put) = (new MoveProgress(call, "moving.import.putting"), 0L);
        try
        {
            return await HistoryImport.RunAsync(store, file, name, (done, total) => putting.Tell(put = done, total), call.CancellationToken);
        }
        catch (Exception) when (put > 0)
        {
            call.Console.Tell(Sentence.Of("moving.import.stopped", ("done", put)));
            throw;
        }
    }

    private static int Tell(CommandCall call, HistoryImportOutcome outcome)
    {
        switch (outcome)
        {
            case HistoryImportOutcome.Done { Totals: var totals, Before: var before }:
                if (before > 0) call.Console.Tell(Sentence.Of("moving.import.wentOn", ("before", before)));
                call.Console.Tell(Sentence.Of("moving.import.done", ("count", totals.Changes), ("nodes", totals.Nodes), ("relations", totals.Relations)));
                return ExitCodes.Done;
            case HistoryImportOutcome.AlreadyThere:
                call.Console.Tell(Sentence.Of("moving.import.alreadyThere"));
                return ExitCodes.Done;
            case HistoryImportOutcome.NotEmpty { Head: var head }:
                throw new CommandException(ExitCodes.CannotCreate, Sentence.Of("moving.import.notEmpty", ("count", head)));
            case HistoryImportOutcome.OtherUnfinished { Seq: var seq }:
                throw new CommandException(ExitCodes.CannotCreate, Sentence.Of("moving.import.otherUnfinished", ("seq", seq)));
            default:
                throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}.");
        }
    }

    private static FileStream Open(string name)
    {
        try
        {
            return new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.NoInput, Sentence.Of("moving.import.noFile", ("file", name), ("reason", exception.Message)), exception);
        }
    }

    /// <summary>The file is read twice, to check all before the first change is put; standard input can be read once.</summary>
    private static async Task<FileStream> SpoolAsync(CommandCall call)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.None, Options = FileOptions.DeleteOnClose };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"plangraph-import-{Guid.NewGuid():N}"), options);
        try
        {
            await call.Console.Input.CopyToAsync(file, call.CancellationToken);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
