using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Http;

namespace PlanGraph.Web.Access;

/// <summary>Signing in and out, and who one is.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("").WithTags("access");
        routes.MapGet("/signin", SignIn).WithName(nameof(SignIn)).WithSummary("Uses a one-time link up and signs in")
            .ProducesProblem(400).ProducesProblem(401).AllowAnonymous();
        routes.MapGet("/api/me", GetMe).WithName(nameof(GetMe)).WithSummary("Who is signed in, and what they may do")
            .RequireAuthorization(Policies.Reader);
        routes.MapPost("/api/access/signout", SignOut).WithName(nameof(SignOut)).WithSummary("Ends the session of this browser")
            .RequireAuthorization(Policies.Reader);
    }

    private static async Task<Results<RedirectHttpResult, Problem>> SignIn(
        string? token, string? returnUrl, AccessRegister register, ILogger<AccessRegister> logger, HttpContext context, CancellationToken cancellationToken)
    {
        if (!SessionCookie.MayBeSet(context.Request)) return Problem.BadRequest(Sentence.Of("access.server.needsHttps"));
        if (IsAhead(context.Request)) return Problem.BadRequest(Sentence.Of("access.server.notAVisit"));
        var secret = Secrets.New();
        var signedIn = await register.ChangeAsync((book, now) => AccessRules.Redeem(book, Secrets.Hash(token ?? ""), Secrets.Hash(secret), now), cancellationToken);
        if (signedIn is null) return Refuse(returnUrl, logger, context);
        SessionCookie.Set(context, secret);
        logger.SignedIn(signedIn.Sessions[Secrets.Hash(secret)].PersonId);
        return TypedResults.LocalRedirect(LocalOr(returnUrl));
    }

    /// <summary>A link that is followed twice does no harm to one who is signed in; the sign-in page says the rest to people.</summary>
    private static Results<RedirectHttpResult, Problem> Refuse(string? returnUrl, ILogger logger, HttpContext context)
    {
        if (context.User.PersonId() is not null) return TypedResults.LocalRedirect(LocalOr(returnUrl));
        logger.SignInFailed();
        if (context.Request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/html")) return TypedResults.LocalRedirect("/");
        return new Problem(StatusCodes.Status401Unauthorized, Sentence.Of("access.server.linkSpent"));
    }

    private static Ok<Me> GetMe(ClaimsPrincipal user)
    {
        var planner = user.May(Policies.Planner);
        return TypedResults.Ok(new Me(user.Name(), user.Role(), new Permissions(planner, planner, user.May(Policies.Administrator), planner, planner)));
    }

    private static async Task<NoContent> SignOut(ClaimsPrincipal user, AccessRegister register, ILogger<AccessRegister> logger, HttpContext context, CancellationToken cancellationToken)
    {
        if (SessionCookie.Read(context.Request) is { } secret)
            await register.ChangeAsync((book, _) => AccessRules.SignOut(book, Secrets.Hash(secret)), cancellationToken);
        SessionCookie.Clear(context);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\"";
        logger.SignedOut(user.PersonId() ?? "");
        return TypedResults.NoContent();
    }

    /// <summary>Whether the browser only fetches ahead, which must not use the link up.</summary>
    private static bool IsAhead(HttpRequest request) =>
        request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase)
        || request.Headers["Sec-Fetch-Dest"].ToString() is not ("" or "document");

    /// <summary>An address of our own, or the front page: a link must not send people to another site.</summary>
    private static string LocalOr(string? address) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is '/' or '\\') && !address.Any(char.IsControl) ? address : "/";
}

/// <summary>Who is signed in.</summary>
internal sealed record Me(string Name, Role Role, Permissions Permissions);

/// <summary>What the one signed in may do, for the user interface; the server checks each request itself.</summary>
internal sealed record Permissions(bool Edit, bool Judge, bool Administer, bool Import, bool RunJobs);
