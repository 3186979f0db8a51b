using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Commands;

/// <summary>The bytes of the files that a command is given; <c>-</c> is standard input.</summary>
internal static class InputFiles
{
    private const string StandardInput = "-";
    private const int BufferBytes = 1 << 16;

    /// <param name="most">Reading ends soon after so many bytes: whoever reads them then says that it is too much.</param>
    /// <exception cref="CommandException">It is not there or may not be read.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(string word, int most, CommandCall call)
    {
        if (word == StandardInput) return await ReadAsync(call.Console.Input, 0, most, call.CancellationToken);
        try
        {
            if (word.Length == 0) throw new FileNotFoundException();
            await using var file = new FileStream(word, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
            return await ReadAsync(file, file.CanSeek ? file.Length : 0, most, call.CancellationToken);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandException(ExitCodes.NoInput, Sentence.Of("commands.noFile", ("file", word)), problem);
        }
        catch (UnauthorizedAccessException problem)
        {
            throw new CommandException(ExitCodes.NoInput, Sentence.Of("commands.notReadable", ("file", word)), problem);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, long expected, int most, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream((int)Math.Min(expected, most));
        var buffer = new byte[BufferBytes];
        for (int read; bytes.Length <= most && (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;) bytes.Write(buffer, 0, read);
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
