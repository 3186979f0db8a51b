using System.Text.Json;
using System.Text.Json.Serialization;
using PlanGraph.Storage.Moving;

namespace PlanGraph.Web.Access;

/// <summary>A small book in memory and in one file. A change is on disk before it counts; the book is swapped whole.</summary>
/// <param name="wayOut">What happens when the unreadable file is moved away, for the sentence that says how to go on.</param>
internal sealed class BookFile<T>(string file, T empty, string wayOut, TimeProvider clock) : IDisposable
    where T : class
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile T _book = File.Exists(file) ? Read(file, wayOut) : empty;

    public T Book => _book;

    /// <summary>Replaces the book by what a rule makes of it. A rule that answers null changes nothing, and null is the answer.</summary>
    public async Task<T?> ChangeAsync(Func<T, DateTimeOffset, T?> rule, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (rule(_book, clock.GetUtcNow()) is not { } next) return null;
            if (ReferenceEquals(next, _book)) return next;
            await WriteAsync(JsonSerializer.SerializeToUtf8Bytes(next, Json));
            return _book = next;
        }
        finally
        {
            _writing.Release();
        }
    }

    public void Dispose() => _writing.Dispose();

    /// <summary>Once it is begun it is not cancelled. The folder, too, is for its owner alone.</summary>
    private async Task WriteAsync(byte[] content)
    {
        var folder = Path.GetDirectoryName(file)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        await using var whole = WholeFile.Create(file);
        await whole.Stream.WriteAsync(content, CancellationToken.None);
        await whole.CompleteAsync();
    }

    private static T Read(string file, string wayOut)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(file), Json) ?? throw new JsonException("The file is empty.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file} cannot be read ({exception.Message}). Put a copy in its place, or move it away: {wayOut}", exception);
        }
    }
}
