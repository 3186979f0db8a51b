using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Access;

/// <summary>
/// The book of people, links and sessions, in memory and in one file. A change is on disk before it counts, save one: that a session was used, which
/// is written at most every <see cref="TouchEvery"/>.
/// </summary>
internal sealed class AccessRegister(DataFolder data, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan TouchEvery = TimeSpan.FromMinutes(5);

    private readonly BookFile<AccessBook> _file = new(data.AccessBook, AccessBook.Empty, "then everyone must be invited anew.", clock);

    public AccessBook Book => _file.Book;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <inheritdoc cref="BookFile{T}.ChangeAsync"/>
    public Task<AccessBook?> ChangeAsync(Func<AccessBook, DateTimeOffset, AccessBook?> rule, CancellationToken cancellationToken) => _file.ChangeAsync(rule, cancellationToken);

    /// <summary>Who holds a session, with the use of it noted.</summary>
    public async Task<Person?> HolderAsync(string sessionHash, CancellationToken cancellationToken)
    {
        var (book, now) = (Book, Now);
        var holder = AccessRules.Holder(book, sessionHash, now);
        if (holder is not null && now - book.Sessions[sessionHash].LastSeen >= TouchEvery)
            await ChangeAsync((current, at) => AccessRules.Touch(current, sessionHash, at), cancellationToken);
        return holder;
    }

    public void Dispose() => _file.Dispose();
}
