using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Moving;

/// <summary>A file that comes into being whole, readable by its owner alone: written under another name beside it, forced to disk, and moved in place.</summary>
public sealed class WholeFile : IAsyncDisposable
{
    public const string UnfinishedSuffix = ".unfinished";
    private readonly string _path;
    private readonly FileStream _stream;

    private WholeFile(string path, FileStream stream) => (_path, _stream) = (path, stream);

    public Stream Stream => _stream;

    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be made.</exception>
    public static WholeFile Create(string path)
    {
        var whole = Path.GetFullPath(path);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new WholeFile(whole, new FileStream(whole + UnfinishedSuffix, options));
    }

    /// <summary>Puts the file in place, in place of one of its name.</summary>
    public async Task CompleteAsync()
    {
        _stream.Flush(flushToDisk: true);
        await _stream.DisposeAsync();
        File.Move(_path + UnfinishedSuffix, _path, overwrite: true);
        Posix.SyncDirectory(Path.GetDirectoryName(_path)!);
    }

    /// <summary>Leaves nothing behind when it was not completed.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        File.Delete(_path + UnfinishedSuffix);
    }
}
