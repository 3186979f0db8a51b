namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>What a snapshot says of the journal: read on from here.</summary>
/// <param name="Places">All records up to the position.</param>
internal sealed record JournalStart(Guid Store, JournalPosition Position, IReadOnlyCollection<RecordPlace> Places);
