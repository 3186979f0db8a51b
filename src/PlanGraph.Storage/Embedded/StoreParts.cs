using PlanGraph.Storage.Embedded.Journal;
using PlanGraph.Storage.Embedded.Memory;

namespace PlanGraph.Storage.Embedded;

/// <summary>What an opened store is made of.</summary>
/// <param name="SeqById">Which change set was applied under which number, for ever: a repeated attempt is answered as the first.</param>
/// <param name="Details">What opening found, for the administrator.</param>
internal sealed record StoreParts(
    IJournalFiles Files, IDisposable Lock, JournalFile Journal, GraphState State, Dictionary<Guid, long> SeqById,
    IReadOnlyDictionary<string, string> Details) : IDisposable
{
    public void Dispose()
    {
        Journal.Dispose();
        Lock.Dispose();
        Files.Dispose();
    }
}
