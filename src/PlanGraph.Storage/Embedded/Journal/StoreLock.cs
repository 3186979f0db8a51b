using System.Collections.Concurrent;
using System.Globalization;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>
/// One process at a time. The lock is an exclusive hold on a file of its own that is never deleted; who holds it stands in a file beside it,
/// because a held file cannot be read. The system lets go when the process ends, however it ends.
/// </summary>
internal sealed class StoreLock : IDisposable
{
    public const string FileName = "LOCK";
    private const string HolderName = "LOCK.holder";

    // A handle that is collected lets go of the lock in silence.
    private static readonly ConcurrentDictionary<StoreLock, FileStream> Held = new();

    private StoreLock()
    {
    }

    /// <exception cref="StoreException">Another process has the lock, or the file cannot be made.</exception>
    public static StoreLock Take(string directory, DateTimeOffset since)
    {
        var stream = Open(directory);
        WriteHolder(directory, since);
        var taken = new StoreLock();
        Held[taken] = stream;
        return taken;
    }

    public void Dispose()
    {
        if (Held.TryRemove(this, out var stream)) stream.Dispose();
    }

    private static FileStream Open(string directory)
    {
        try
        {
            return DiskFiles.Open(Path.Combine(directory, FileName), FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            throw new StoreException(
                $"The store in {directory} is in use by {ReadHolder(directory)}. One process at a time may have it open: stop that one first.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreException($"The directory {directory} cannot be written to: {e.Message} The store needs write access.", e);
        }
    }

    private static void WriteHolder(string directory, DateTimeOffset since)
    {
        var path = Path.Combine(directory, HolderName);
        var started = since.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        using (var stream = DiskFiles.Open(path + ".tmp", FileMode.Create, FileShare.None))
        using (var writer = new StreamWriter(stream))
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"process {Environment.ProcessId} on {Environment.MachineName} since {started}"));
        File.Move(path + ".tmp", path, overwrite: true);
    }

    private static string ReadHolder(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, HolderName));
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            return $"another process that has not told its name ({e.Message})";
        }
    }
}
