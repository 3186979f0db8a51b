using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage;

/// <summary>How large a change set may be: the same for both stores, so that what one has can always be moved to the other.</summary>
internal static class ChangeSetSize
{
    public const int MostBytes = RecordFormat.MaxLineBytes - RecordFormat.EnvelopeBytes;

    /// <param name="json">The change set as it is kept.</param>
    /// <returns>What to tell its author; null when it is not too large.</returns>
    public static Sentence? Refuse(ReadOnlySpan<byte> json) =>
        json.Length <= MostBytes ? null : Sentence.Of("store.changeSetTooLarge", ("megabytes", RecordFormat.MaxLineBytes >> 20));
}
