namespace PlanGraph.Storage.Tests.Embedded.Simulation;

/// <summary>The machine stopped. No <see cref="IOException"/>: nothing in the store may catch it and go on.</summary>
internal sealed class SimulatedCrashException() : Exception("The simulated machine has stopped.");

/// <summary>Errors of the system calls, by their number.</summary>
internal enum Errno
{
    Io = 5,
    Access = 13,
    NoSpace = 28,
    ReadOnly = 30,
}

/// <summary>What goes wrong at which operation, counted from 1 over all that the store asks of the disk.</summary>
/// <param name="Error">The error that the operation answers; null when the machine stops there.</param>
/// <param name="ForEver">All later operations that change something fail too.</param>
internal sealed record Fault(int AtOperation, Errno? Error, bool ForEver);

/// <summary>
/// A directory that forgets, at a crash, what was not forced to disk: bytes of files, and names in the directory, each by itself.
/// </summary>
internal sealed class SimulatedDisk
{
    private readonly List<NameChange> _pending = [];
    private Dictionary<string, SimulatedFile> _durable = [];

    /// <summary>Held by who changes something.</summary>
    public Lock Gate { get; } = new();

    /// <summary>The directory as the system shows it: never changed, only replaced, so that it may be read at any time.</summary>
    public IReadOnlyDictionary<string, SimulatedFile> Shown { get; private set; } = new Dictionary<string, SimulatedFile>();

    public Fault? Fault { get; set; }

    public int Operations { get; private set; }

    public bool HasStopped { get; private set; }

    /// <summary>What was asked, in order: "write journal-…", "sync …".</summary>
    public List<string> Asked { get; } = [];

    public static SimulatedDisk Of(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var disk = new SimulatedDisk();
        disk.Shown = disk._durable = files.ToDictionary(file => file.Name, file => SimulatedFile.Of(file.Bytes));
        return disk;
    }

    /// <summary>The same files for another process of the same running machine.</summary>
    public SimulatedDisk Restarted() => Of(Shown.Select(pair => (pair.Key, pair.Value.Shown)));

    /// <summary>One of the many states in which a power cut may leave the disk.</summary>
    public SimulatedDisk AfterCrash(Random random)
    {
        var names = new Dictionary<string, SimulatedFile>(_durable);
        foreach (var change in _pending)
            if (random.Next(2) == 0) change.On(names);
        return Of(names.Select(pair => (pair.Key, pair.Value.AfterCrash(random))));
    }

    /// <summary>Counts an operation that changes something and says whether it fails. A crash stops the machine after its effect is pending.</summary>
    public Errno? Ask(string what)
    {
        if (HasStopped) throw new SimulatedCrashException();
        Asked.Add(what);
        Operations++;
        if (Fault is not { } fault) return null;
        if (Operations != fault.AtOperation && !(fault.ForEver && Operations > fault.AtOperation)) return null;
        if (fault.Error is { } error) return error;
        HasStopped = true;
        return null;
    }

    public void StopIfCrashed()
    {
        if (HasStopped) throw new SimulatedCrashException();
    }

    public void Change(NameChange change)
    {
        _pending.Add(change);
        var names = new Dictionary<string, SimulatedFile>(Shown);
        change.On(names);
        Shown = names;
    }

    public void SyncNames()
    {
        _durable = new(Shown);
        _pending.Clear();
    }
}

/// <summary>A file got a name, lost one, or changed one for another.</summary>
internal sealed record NameChange(SimulatedFile File, string? From, string? To)
{
    public void On(Dictionary<string, SimulatedFile> names)
    {
        if (From is not null && names.GetValueOrDefault(From) == File) names.Remove(From);
        if (To is not null) names[To] = File;
    }
}
