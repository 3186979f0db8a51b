using System.Collections.Concurrent;
using PlanGraph.Domain.Imports;

namespace PlanGraph.Web.Imports;

/// <summary>A preview that waits for its user.</summary>
/// <param name="Person">Only this person may see and apply it.</param>
internal sealed record ImportPreview(Guid Id, string Person, DateTimeOffset Made, IReadOnlyList<string> Files, IReadOnlyList<ImportDocument> Documents, ImportPlan Plan);

/// <summary>
/// The previews, in memory: they hold nothing that the user's files do not, and a restart only costs an upload. At most <see cref="MostPreviews"/> for
/// half an hour; the oldest go first.
/// </summary>
internal sealed class ImportDesk(TimeProvider clock)
{
    public const int MostPreviews = 20;
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, byte> _running = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, ImportPreview> _previews = [];

    /// <summary>A turn for one import of a person; null while another of theirs is running. Dispose it at the end.</summary>
    public IDisposable? Begin(string person) => _running.TryAdd(person, 0) ? new Turn(_running, person) : null;

    public ImportPreview Keep(string person, IReadOnlyList<string> files, IReadOnlyList<ImportDocument> documents, ImportPlan plan)
    {
        var now = clock.GetUtcNow();
        var preview = new ImportPreview(Guid.CreateVersion7(now), person, now, files, documents, plan);
        lock (_lock)
        {
            Forget(now);
            while (_previews.Count >= MostPreviews) _previews.Remove(_previews.Values.MinBy(other => other.Made)!.Id);
            return _previews[preview.Id] = preview;
        }
    }

    public ImportPreview? Find(Guid id, string person)
    {
        lock (_lock)
        {
            Forget(clock.GetUtcNow());
            return _previews.GetValueOrDefault(id) is { } preview && preview.Person == person ? preview : null;
        }
    }

    /// <summary>Puts a newer plan in the place of a preview's own.</summary>
    public ImportPreview Replan(ImportPreview preview, ImportPlan plan)
    {
        lock (_lock) return _previews[preview.Id] = preview with { Plan = plan };
    }

    public void Remove(Guid id)
    {
        lock (_lock) _previews.Remove(id);
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var old in _previews.Values.Where(preview => now - preview.Made >= Life).ToList()) _previews.Remove(old.Id);
    }

    private sealed class Turn(ConcurrentDictionary<string, byte> running, string person) : IDisposable
    {
        public void Dispose() => running.TryRemove(person, out _);
    }
}
