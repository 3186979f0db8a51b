using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace PlanGraph.Web.Access;

/// <summary>Replaces a small file so that after a power cut it is the old one or the new one, whole; readable by its owner alone.</summary>
internal static class DurableFile
{
    public static void Replace(string file, byte[] content)
    {
        var folder = Path.GetDirectoryName(file)!;
        CreateFolder(folder);
        var next = file + ".tmp";
        File.Delete(next);
        using (var stream = new FileStream(next, Options()))
        {
            RandomAccess.Write(stream.SafeFileHandle, content, 0);
            RandomAccess.FlushToDisk(stream.SafeFileHandle);
        }
        File.Move(next, file, overwrite: true);
        SyncFolder(folder);
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    /// <summary>The new name is on disk only when the folder is. .NET has no call for it; Windows needs none.</summary>
    private static void SyncFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var descriptor = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnlyCloseOnExec);
        if (descriptor < 0) throw new IOException($"The folder {folder} cannot be opened (error {Marshal.GetLastPInvokeError()}).");
        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        RandomAccess.FlushToDisk(handle);
    }

    private const int ReadOnlyCloseOnExec = 0x80000;

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    private static extern int Open(byte[] path, int flags);
}
