using System.Text.Json;
using Microsoft.Extensions.Options;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Storage;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Imports.Reading;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Imports;

/// <summary>Fills an empty store from the files of a directory, in the order of its <c>manifest.json</c>, as one change.</summary>
internal sealed partial class FirstStart(
    IPlanGraphStore store, IOptions<PlanGraphOptions> options, AppFolders folders, TextCatalogue texts, TimeProvider clock, ILogger<FirstStart> logger) : IStartStep
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var directory = options.Value.FirstData ?? folders.FirstData;
        if (directory.Length == 0 || await store.GetHeadAsync(cancellationToken) > 0) return;
        var language = options.Value.Language;
        var change = await LoadAsync(store, directory, sentence => texts.Say(language, sentence), clock, cancellationToken);
        Log.Loaded(logger, change.ChangeSet.Operations.Length, directory);
    }

    /// <summary>Plans all files together against the empty graph and applies the change.</summary>
    /// <exception cref="InvalidDataException">The manifest or a row cannot be used; the message names file, row and the way out.</exception>
    public static async Task<CommittedChange> LoadAsync(
        IPlanGraphStore store, string directory, Func<Sentence, string> say, TimeProvider clock, CancellationToken cancellationToken)
    {
        var documents = await ReadAsync(directory, cancellationToken);
        var plan = ImportPlanner.Plan(documents, GraphSnapshot.Empty);
        if (plan.HasRefusals) throw new InvalidDataException(Refusals(plan, directory, say));
        var changeSet = new ChangeSet
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()), Actor = "PlanGraph", Reason = "@imports.firstStart", At = clock.GetUtcNow(), Operations = plan.Operations,
        };
        return await store.ApplyAsync(changeSet, cancellationToken) switch
        {
            ApplyResult.Applied applied => applied.Change,
            ApplyResult.Refused refused => throw new InvalidDataException($"{directory}: {string.Join(' ', refused.Problems.Select(say))}"),
            var other => throw new InvalidDataException($"{directory}: {other.GetType().Name}. The store is not empty; it was when the start began."),
        };
    }

    internal static async Task<List<ImportDocument>> ReadAsync(string directory, CancellationToken cancellationToken)
    {
        var manifest = Path.Combine(directory, "manifest.json");
        if (!File.Exists(manifest)) throw new InvalidDataException($"{manifest} is missing: it lists the files that an empty store is filled with. Set PlanGraph:FirstData to another directory, or to nothing.");
        var documents = new List<ImportDocument>();
        foreach (var name in Files(manifest, await File.ReadAllBytesAsync(manifest, cancellationToken)))
        {
            var file = Path.Combine(directory, name);
            if (!File.Exists(file)) throw new InvalidDataException($"{file} is missing; {manifest} lists it.");
            documents.AddRange(ImportFiles.Read(name, await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken));
        }
        return documents;
    }

    private static List<string> Files(string manifest, byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return [.. document.RootElement.GetProperty("files").EnumerateArray().Select(file => Path.GetFileName(file.GetString() ?? ""))];
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException($"{manifest} is no list of files: it should read {{\"files\":[\"plans.csv\"]}}.", problem);
        }
    }

    private static string Refusals(ImportPlan plan, string directory, Func<Sentence, string> say) =>
        string.Join(Environment.NewLine, plan.Rows.Where(row => row.Outcome == ImportOutcome.Refused).SelectMany(row => row.Sentences).Select(say).Prepend(directory));

    private static partial class Log
    {
        [LoggerMessage(1500, LogLevel.Information, "The empty store was filled with {Operations} nodes and relations from {Directory}")]
        public static partial void Loaded(ILogger logger, int operations, string directory);
    }
}
