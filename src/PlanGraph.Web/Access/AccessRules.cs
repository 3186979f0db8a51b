namespace PlanGraph.Web.Access;

/// <summary>The rules of sign-in, as functions from one book to the next.</summary>
internal static class AccessRules
{
    /// <summary>Whom the link of the start signs in as.</summary>
    public const string StartPersonId = "administrator";

    public static readonly TimeSpan StartLinkAge = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan InvitationAge = TimeSpan.FromHours(24);
    public static readonly TimeSpan Inactivity = TimeSpan.FromHours(8);
    public static readonly TimeSpan SessionAge = TimeSpan.FromHours(12);

    /// <summary>
    /// A link for the administrator of this machine; the one of an earlier start no longer works. Who can start the process can read its files, so
    /// nobody can be shut out of this way in: it is the way back when everyone else has been.
    /// </summary>
    public static AccessBook IssueStartLink(AccessBook book, string hash, DateTimeOffset now)
    {
        var person = new Person(StartPersonId, "Administrator", Role.Administrator, Disabled: false, Created: now);
        var known = book.People.GetValueOrDefault(StartPersonId, person) with { Role = Role.Administrator, Disabled = false };
        return IssueLink(book with { People = book.People.SetItem(StartPersonId, known) }, new SignInLink(hash, StartPersonId, now + StartLinkAge));
    }

    /// <summary>A link for a person; links given to the person before no longer work.</summary>
    public static AccessBook IssueLink(AccessBook book, SignInLink link) =>
        book with { Links = book.Links.RemoveRange(LinksOf(book, link.PersonId)).Add(link.Hash, link) };

    public static AccessBook Invite(AccessBook book, Person person, string hash, DateTimeOffset now) =>
        IssueLink(book with { People = book.People.SetItem(person.Id, person) }, new SignInLink(hash, person.Id, now + InvitationAge));

    /// <summary>Uses a link up. Null when it is unknown, used, too old, or its person may no longer sign in.</summary>
    public static AccessBook? Redeem(AccessBook book, string linkHash, string sessionHash, DateTimeOffset now)
    {
        if (!book.Links.TryGetValue(linkHash, out var link) || link.Expires <= now) return null;
        if (!book.People.TryGetValue(link.PersonId, out var person) || person.Disabled) return null;
        var session = new Session(sessionHash, person.Id, now, now);
        return WithoutOld(book with { Links = book.Links.Remove(linkHash), Sessions = book.Sessions.Add(sessionHash, session) }, now);
    }

    /// <summary>Who a session belongs to, when it still counts: used within 8 hours, begun within 12, and the person not shut out.</summary>
    public static Person? Holder(AccessBook book, string sessionHash, DateTimeOffset now) =>
        book.Sessions.TryGetValue(sessionHash, out var session) && IsAlive(session, now)
        && book.People.TryGetValue(session.PersonId, out var person) && !person.Disabled
            ? person
            : null;

    public static AccessBook Touch(AccessBook book, string sessionHash, DateTimeOffset now) =>
        book.Sessions.TryGetValue(sessionHash, out var session)
            ? book with { Sessions = book.Sessions.SetItem(sessionHash, session with { LastSeen = now }) }
            : book;

    public static AccessBook SignOut(AccessBook book, string sessionHash) => book with { Sessions = book.Sessions.Remove(sessionHash) };

    /// <summary>Changes what a person may do. A person who is shut out loses sessions and links at once.</summary>
    public static AccessBook Change(AccessBook book, Person person)
    {
        var changed = book with { People = book.People.SetItem(person.Id, person) };
        if (!person.Disabled) return changed;
        var sessions = changed.Sessions.Values.Where(session => session.PersonId == person.Id).Select(session => session.Hash).ToList();
        return changed with { Sessions = changed.Sessions.RemoveRange(sessions), Links = changed.Links.RemoveRange(LinksOf(changed, person.Id)) };
    }

    /// <summary>Whether a change would leave nobody who can let people in.</summary>
    public static bool LeavesNoAdministrator(AccessBook book, Person changed) =>
        !book.People.SetItem(changed.Id, changed).Values.Any(person => person is { Role: Role.Administrator, Disabled: false });

    private static AccessBook WithoutOld(AccessBook book, DateTimeOffset now) => book with
    {
        Links = book.Links.RemoveRange(book.Links.Values.Where(link => link.Expires <= now).Select(link => link.Hash).ToList()),
        Sessions = book.Sessions.RemoveRange(book.Sessions.Values.Where(session => !IsAlive(session, now)).Select(session => session.Hash).ToList()),
    };

    private static bool IsAlive(Session session, DateTimeOffset now) => now < session.LastSeen + Inactivity && now < session.Created + SessionAge;

    private static List<string> LinksOf(AccessBook book, string personId) =>
        [.. book.Links.Values.Where(link => link.PersonId == personId).Select(link => link.Hash)];
}
