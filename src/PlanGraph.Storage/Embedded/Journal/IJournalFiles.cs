namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>
/// What the store asks of a directory on a disk: exactly the operations whose order decides what survives a crash. Two implementations: the
/// disk, and a simulated file system that crashes and fails on purpose. Every operation may throw <see cref="IOException"/>.
/// </summary>
internal interface IJournalFiles : IDisposable
{
    /// <summary>Where a file is, for messages.</summary>
    string Describe(string name);

    /// <summary>Takes the directory for this process, until it is disposed.</summary>
    /// <exception cref="StoreException">Another process has it; the message names it.</exception>
    IDisposable Lock(DateTimeOffset since);

    /// <summary>Names of the files, in ordinal order.</summary>
    IReadOnlyList<string> List();

    /// <summary>Makes a new, empty file, in place of one of the same name.</summary>
    IJournalFile Create(string name);

    IJournalFile Open(string name);

    /// <summary>Gives a file another name, in place of one that has it.</summary>
    void Rename(string from, string to);

    void Delete(string name);

    /// <summary>Forces names (made, changed, removed) to disk. A file's own <see cref="IJournalFile.Sync"/> does not.</summary>
    void SyncDirectory();

    /// <summary>Kind of file system (ext4, nfs4); "unknown" when the system does not tell.</summary>
    string FileSystem { get; }

    /// <summary>What the file system answers to fsync: "ok", or what went wrong in its own words.</summary>
    string ProbeSync();
}

/// <summary>An open file.</summary>
internal interface IJournalFile : IDisposable
{
    long Length { get; }

    /// <summary>Reads at an offset; fewer bytes than asked for only at the end of the file.</summary>
    int Read(Span<byte> buffer, long offset);

    /// <summary>Writes all the bytes, or throws; after an exception any part of them may be there.</summary>
    void Write(ReadOnlySpan<byte> bytes, long offset);

    void SetLength(long length);

    /// <summary>Returns when the bytes are on disk. After an exception nothing can be trusted but what a new opening reads.</summary>
    void Sync();
}

internal static class JournalFileReading
{
    /// <exception cref="EndOfStreamException">The file ends before the buffer is full.</exception>
    public static void ReadExactly(this IJournalFile file, Span<byte> buffer, long offset)
    {
        while (!buffer.IsEmpty)
        {
            var read = file.Read(buffer, offset);
            if (read == 0) throw new EndOfStreamException();
            buffer = buffer[read..];
            offset += read;
        }
    }
}
