using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace PlanGraph.Web.Access;

/// <summary>
/// Signs a request in by the secret in its cookie. Person and role are read from the book each time, so a change bites at once. The cookie holds
/// nothing but the secret: there is nothing to encrypt, and so no key ring to keep.
/// </summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessRegister register)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (SessionCookie.Read(Request) is not { } secret) return AuthenticateResult.NoResult();
        var person = await register.HolderAsync(Secrets.Hash(secret), Context.RequestAborted);
        if (person is null) return AuthenticateResult.NoResult();
        return AuthenticateResult.Success(new AuthenticationTicket(Principal(person), SchemeName));
    }

    private static ClaimsPrincipal Principal(Person person) => new(new ClaimsIdentity(
        [new(ClaimTypes.NameIdentifier, person.Id), new(ClaimTypes.Name, person.Name), new(ClaimTypes.Role, person.Role.ToString())], SchemeName));
}

/// <summary>What a handler may ask of the one who is signed in.</summary>
internal static class SignedIn
{
    public static string? PersonId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier);

    public static string Name(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Name) ?? throw new InvalidOperationException("Nobody is signed in.");

    public static Role Role(this ClaimsPrincipal user) => Enum.Parse<Role>(user.FindFirstValue(ClaimTypes.Role) ?? "");

    public static bool May(this ClaimsPrincipal user, string policy) =>
        user.PersonId() is not null && Policies.Allows(policy, user.Role());
}
