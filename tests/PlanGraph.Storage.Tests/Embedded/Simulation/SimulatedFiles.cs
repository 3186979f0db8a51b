using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Tests.Embedded.Simulation;

/// <summary>The store's view of a <see cref="SimulatedDisk"/>.</summary>
internal sealed class SimulatedFiles(SimulatedDisk disk) : IJournalFiles
{
    public string FileSystem => "simulated";

    public string Describe(string name) => $"/simulert/{name}";

    public IDisposable Lock(DateTimeOffset since) => this;

    public IReadOnlyList<string> List() => [.. disk.Shown.Keys.Order(StringComparer.Ordinal)];

    public IJournalFile Create(string name)
    {
        var file = new SimulatedFile();
        Do($"create {name}", () => disk.Change(new NameChange(file, null, name)));
        return new OpenFile(this, name, file);
    }

    public IJournalFile Open(string name) =>
        new OpenFile(this, name, disk.Shown.GetValueOrDefault(name) ?? throw new FileNotFoundException("There is no such file.", name));

    public void Rename(string from, string to) => Do($"rename {from} {to}", () => disk.Change(new NameChange(disk.Shown[from], from, to)));

    public void Delete(string name) => Do($"delete {name}", () => disk.Change(new NameChange(disk.Shown[name], name, null)));

    public void SyncDirectory() => Do("sync directory", disk.SyncNames, isSync: true);

    public string ProbeSync() => "ok";

    public void Dispose()
    {
    }

    /// <summary>
    /// A sync that the machine stops in has not happened; any other effect may reach the disk or not. One at a time: the snapshot is written beside the journal, and a directory
    /// loses no name when two threads change it.
    /// </summary>
    private void Do(string what, Action effect, bool isSync = false, Action? half = null)
    {
        lock (disk.Gate)
        {
            if (disk.Ask(what) is { } error)
            {
                half?.Invoke();
                throw ToException(error);
            }
            if (!isSync || !disk.HasStopped) effect();
            disk.StopIfCrashed();
        }
    }

    private static Exception ToException(Errno error) => error == Errno.Access
        ? new UnauthorizedAccessException("Access is denied (simulated).")
        : new IOException($"{error} (simulated)", (int)error);

    private sealed class OpenFile(SimulatedFiles files, string name, SimulatedFile file) : IJournalFile
    {
        public long Length => file.Shown.Length;

        public int Read(Span<byte> buffer, long offset)
        {
            var shown = file.Shown.AsSpan();
            if (offset >= shown.Length) return 0;
            var part = shown[(int)offset..];
            part = part[..Math.Min(buffer.Length, part.Length)];
            part.CopyTo(buffer);
            return part.Length;
        }

        public void Write(ReadOnlySpan<byte> bytes, long offset)
        {
            var copy = bytes.ToArray();
            files.Do($"write {name} {offset}", () => file.Write(copy, offset), half: () => file.Write(copy.AsSpan(0, copy.Length / 2), offset));
        }

        public void SetLength(long length) => files.Do($"truncate {name} {length}", () => file.SetLength(length));

        public void Sync() => files.Do($"sync {name}", file.Sync, isSync: true);

        public void Dispose()
        {
        }
    }
}
