using System.Text.Json;
using System.Text.Json.Serialization;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Access;

/// <summary>
/// The book of people, links and sessions, in memory and in one file. A change is on disk before it counts, save one: that a session was used, which
/// is written at most every <see cref="TouchEvery"/>.
/// </summary>
internal sealed class AccessRegister : IDisposable
{
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(5);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private readonly SemaphoreSlim _writing = new(1, 1);
    private readonly TimeProvider _clock;
    private readonly string _file;
    private volatile AccessBook _book;

    public AccessRegister(DataFolder data, TimeProvider clock)
    {
        _clock = clock;
        _file = data.AccessBook;
        _book = File.Exists(_file) ? Read(_file) : AccessBook.Empty;
    }

    public AccessBook Book => _book;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Replaces the book by what a rule makes of it. A rule that answers null changes nothing, and null is the answer.</summary>
    public async Task<AccessBook?> ChangeAsync(Func<AccessBook, DateTimeOffset, AccessBook?> rule, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            if (rule(_book, Now) is not { } next) return null;
            if (ReferenceEquals(next, _book)) return next;
            DurableFile.Replace(_file, JsonSerializer.SerializeToUtf8Bytes(next, Json));
            return _book = next;
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <summary>Who holds a session, with the use of it noted.</summary>
    public async Task<Person?> HolderAsync(string sessionHash, CancellationToken cancellationToken)
    {
        var (book, now) = (_book, Now);
        var holder = AccessRules.Holder(book, sessionHash, now);
        if (holder is not null && now - book.Sessions[sessionHash].LastSeen >= TouchEvery)
            await ChangeAsync((current, at) => AccessRules.Touch(current, sessionHash, at), cancellationToken);
        return holder;
    }

    public void Dispose() => _writing.Dispose();

    private static AccessBook Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize<AccessBook>(File.ReadAllBytes(file), Json) ?? throw new JsonException("The file is empty.");
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file} cannot be read ({exception.Message}). Put a copy in its place, or move it away: then everyone must be invited anew.", exception);
        }
    }
}
