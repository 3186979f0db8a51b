namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>A directory on a local disk. Files are made with mode 0600, the directory with 0700.</summary>
internal sealed class DiskFiles : IJournalFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _directory;

    private DiskFiles(string directory) => _directory = directory;

    /// <exception cref="StoreException">The directory cannot be made or used.</exception>
    public static DiskFiles In(string directory)
    {
        var path = Path.GetFullPath(directory);
        try
        {
            if (!Directory.Exists(path)) Make(path);
            return new DiskFiles(path);
        }
        catch (Exception e) when (DiskFailure.Is(e))
        {
            throw new StoreException(
                $"The directory {path} cannot be used for the store: {e.Message} Give a directory that this user may write in.", e);
        }
    }

    public string FileSystem => Mounts.FileSystemOf(_directory);

    public string Describe(string name) => Path.Combine(_directory, name);

    public IDisposable Lock(DateTimeOffset since) => StoreLock.Take(_directory, since);

    public IReadOnlyList<string> List() =>
        [.. Directory.EnumerateFiles(_directory).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    public IJournalFile Create(string name) => new DiskFile(Open(Describe(name), FileMode.Create, FileShare.ReadWrite));

    public IJournalFile Open(string name) => new DiskFile(Open(Describe(name), FileMode.Open, FileShare.ReadWrite));

    public void Rename(string from, string to) => File.Move(Describe(from), Describe(to), overwrite: true);

    public void Delete(string name) => File.Delete(Describe(name));

    public void SyncDirectory() => Posix.SyncDirectory(_directory);

    public string ProbeSync()
    {
        var path = Describe("probe.tmp");
        using var stream = Open(path, FileMode.Create, FileShare.None);
        stream.WriteByte(0);
        var answer = Posix.Probe(stream.SafeFileHandle);
        File.Delete(path);
        return answer;
    }

    public void Dispose()
    {
    }

    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
        Posix.SyncDirectory(Path.GetDirectoryName(path) ?? path);
    }

    internal static FileStream Open(string path, FileMode mode, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = share, BufferSize = 0 };
        if (!OperatingSystem.IsWindows() && mode != FileMode.Open) options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    private sealed class DiskFile(FileStream stream) : IJournalFile
    {
        public long Length => RandomAccess.GetLength(stream.SafeFileHandle);

        public int Read(Span<byte> buffer, long offset) => RandomAccess.Read(stream.SafeFileHandle, buffer, offset);

        public void Write(ReadOnlySpan<byte> bytes, long offset) => RandomAccess.Write(stream.SafeFileHandle, bytes, offset);

        public void SetLength(long length) => RandomAccess.SetLength(stream.SafeFileHandle, length);

        public void Sync() => RandomAccess.FlushToDisk(stream.SafeFileHandle);

        public void Dispose() => stream.Dispose();
    }
}
