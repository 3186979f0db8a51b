using System.Collections.Immutable;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Http;

namespace PlanGraph.Web.Access;

/// <summary>People and invitations, for the administrator.</summary>
internal static class AccessEndpoints
{
    private const int MaxName = 100;

    public static void MapAccess(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/access").WithTags("access").RequireAuthorization(Policies.Administrator);
        routes.MapGet("/people", GetPeople).WithName(nameof(GetPeople)).WithSummary("Everyone who may sign in");
        routes.MapPost("/invitations", Invite).WithName(nameof(Invite)).WithSummary("Makes a link that signs a person in once; a name that is known gets a new link")
            .ProducesProblem(400).ProducesProblem(409);
        routes.MapPost("/people/{id}", ChangePerson).WithName(nameof(ChangePerson)).WithSummary("Changes a person's role, or shuts the person out or in")
            .ProducesProblem(404).ProducesProblem(409);
    }

    private static Ok<PeopleAnswer> GetPeople(AccessRegister register) => TypedResults.Ok(PeopleAnswer.Of(register.Book, register.Now));

    private static async Task<Results<Ok<Invitation>, Problem>> Invite(
        InvitationRequest request, ClaimsPrincipal user, AccessRegister register, ILogger<AccessRegister> logger, HttpContext context, CancellationToken cancellationToken)
    {
        var name = request.Name.Trim();
        if (name.Length is 0 or > MaxName || name.Any(char.IsControl)) return Problem.BadRequest(Sentence.Of("access.server.name", ("max", MaxName)));
        var secret = Secrets.New();
        Person? invited = null;
        var book = await register.ChangeAsync((current, now) =>
        {
            invited = PersonNamed(current, name, request.Role, now);
            return AccessRules.LeavesNoAdministrator(current, invited) ? null : AccessRules.Invite(current, invited, Secrets.Hash(secret), now);
        }, cancellationToken);
        if (book is null || invited is null) return Problem.Conflict(Sentence.Of("access.server.lastAdministrator"));
        logger.PermissionsChanged(invited.Id, invited.Role, invited.Disabled, user.PersonId() ?? "");
        var link = $"{context.Request.Scheme}://{context.Request.Host}/signin?token={secret}";
        return TypedResults.Ok(new Invitation(link, book.Links[Secrets.Hash(secret)].Expires));
    }

    private static async Task<Results<Ok<PeopleAnswer>, Problem>> ChangePerson(
        string id, PersonChange change, ClaimsPrincipal user, AccessRegister register, ILogger<AccessRegister> logger, CancellationToken cancellationToken)
    {
        if (!register.Book.People.ContainsKey(id)) return Problem.NotFound(Sentence.Of("access.server.noPerson"));
        Person? changed = null;
        var book = await register.ChangeAsync((current, _) =>
        {
            var person = current.People[id];
            changed = person with { Role = change.Role ?? person.Role, Disabled = change.Disabled ?? person.Disabled };
            return AccessRules.LeavesNoAdministrator(current, changed) ? null : AccessRules.Change(current, changed);
        }, cancellationToken);
        if (book is null || changed is null) return Problem.Conflict(Sentence.Of("access.server.lastAdministrator"));
        logger.PermissionsChanged(changed.Id, changed.Role, changed.Disabled, user.PersonId() ?? "");
        return TypedResults.Ok(PeopleAnswer.Of(book, register.Now));
    }

    /// <summary>The history names people, so a name is one person: who is invited again keeps the id, and is let in again.</summary>
    private static Person PersonNamed(AccessBook book, string name, Role role, DateTimeOffset now)
    {
        var known = book.People.Values.FirstOrDefault(person => string.Equals(person.Name, name, StringComparison.OrdinalIgnoreCase));
        return known is null
            ? new Person(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), name, role, Disabled: false, now)
            : known with { Role = role, Disabled = false };
    }
}

internal sealed record InvitationRequest(string Name, Role Role);

/// <param name="Link">To be given to the person; it works once.</param>
internal sealed record Invitation(string Link, DateTimeOffset Expires);

/// <summary>What is to be changed; null leaves it as it is.</summary>
internal sealed record PersonChange(Role? Role = null, bool? Disabled = null);

internal sealed record PeopleAnswer(ImmutableArray<PersonRow> People)
{
    public static PeopleAnswer Of(AccessBook book, DateTimeOffset now) => new(
    [
        .. book.People.Values.OrderBy(person => person.Name, StringComparer.Ordinal).Select(person => new PersonRow(
            person.Id, person.Name, person.Role, person.Disabled, person.Created,
            book.Sessions.Values.Where(session => session.PersonId == person.Id).Select(session => (DateTimeOffset?)session.LastSeen).Max(),
            book.Links.Values.Any(link => link.PersonId == person.Id && link.Expires > now))),
    ]);
}

/// <param name="LastSeen">When the person last used PlanGraph, as far as sessions are kept.</param>
/// <param name="Invited">A link that has not been used yet is out.</param>
internal sealed record PersonRow(string Id, string Name, Role Role, bool Disabled, DateTimeOffset Created, DateTimeOffset? LastSeen, bool Invited);
