namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>What the system says of its mounted file systems.</summary>
internal static class Mounts
{
    private const string Table = "/proc/self/mounts";
    private static readonly string[] OverNetwork = ["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "afs", "ceph", "glusterfs", "fuse.sshfs"];

    /// <summary>Locks and fsync of such a file system are not to be trusted.</summary>
    public static bool IsOverNetwork(string fileSystem) => OverNetwork.Contains(fileSystem);

    public static string FileSystemOf(string directory) => File.Exists(Table) ? FileSystemOf(directory, File.ReadAllLines(Table)) : "unknown";

    /// <summary>The longest mount point that the directory lies under decides; of two at one point, the later.</summary>
    internal static string FileSystemOf(string directory, IReadOnlyList<string> table) => table
        .Select(line => line.Split(' '))
        .Where(fields => fields.Length > 2 && LiesUnder(directory, Unescape(fields[1])))
        .OrderBy(fields => Unescape(fields[1]).Length)
        .Select(fields => fields[2])
        .LastOrDefault("unknown");

    private static bool LiesUnder(string directory, string point) =>
        point == "/" || directory == point || directory.StartsWith(point + "/", StringComparison.Ordinal);

    /// <summary>The table writes a space as \040.</summary>
    private static string Unescape(string point) =>
        point.Replace("\\040", " ", StringComparison.Ordinal).Replace("\\011", "\t", StringComparison.Ordinal).Replace("\\134", "\\", StringComparison.Ordinal);
}
