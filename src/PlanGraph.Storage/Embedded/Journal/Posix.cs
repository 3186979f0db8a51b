using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PlanGraph.Storage.Embedded.Journal;

/// <summary>The two things .NET does not offer: fsync of a directory, and fsync that tells when the file system does not do it.</summary>
internal static partial class Posix
{
    private const int ReadOnlyCloseOnExec = 0x80000;

    /// <exception cref="IOException">The directory cannot be opened or forced to disk.</exception>
    public static void SyncDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) return;
        using var handle = OpenDirectory(path);
        if (FSync(handle) != 0) throw Failure("fsync", path);
    }

    /// <summary>Asks fsync itself: <see cref="RandomAccess.FlushToDisk"/> keeps silent about file systems that cannot.</summary>
    public static string Probe(SafeFileHandle handle)
    {
        if (OperatingSystem.IsWindows()) return "ok";
        return FSync(handle) == 0 ? "ok" : Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
    }

    private static SafeFileHandle OpenDirectory(string path)
    {
        var descriptor = Open(path, ReadOnlyCloseOnExec);
        return descriptor < 0 ? throw Failure("open", path) : new SafeFileHandle(descriptor, ownsHandle: true);
    }

    private static IOException Failure(string what, string path)
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException($"{what} {path}: {Marshal.GetPInvokeErrorMessage(error)}", error);
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FSync(SafeFileHandle handle);
}
