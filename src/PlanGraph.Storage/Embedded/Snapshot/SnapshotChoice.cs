using Microsoft.Extensions.Logging;
using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Embedded.Snapshot;

/// <summary>Finds the newest snapshot that is whole. A damaged one is passed by, and told of: the journal has everything that it had.</summary>
internal static partial class SnapshotChoice
{
    public static SnapshotContents? Newest(IJournalFiles files, ILogger log)
    {
        foreach (var name in files.List().Where(SnapshotHeader.IsFileName).Reverse())
        {
            try
            {
                return SnapshotReader.Read(files, name);
            }
            catch (InvalidDataException e)
            {
                Log.Damaged(log, e, files.Describe(name));
            }
        }
        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Snapshot {Name} is damaged and is not used; the journal is read instead. Look at the disk")]
        public static partial void Damaged(ILogger logger, Exception exception, string name);
    }
}
