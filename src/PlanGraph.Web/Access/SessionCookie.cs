namespace PlanGraph.Web.Access;

/// <summary>
/// The cookie of a session. Over HTTPS it is bound to the host by its name. Over plain HTTP, which is for a developer's own machine, browsers refuse
/// that name, so there it has another one; elsewhere over plain HTTP nobody can sign in.
/// </summary>
internal static class SessionCookie
{
    public const string SecureName = "__Host-pg";
    public const string PlainName = "pg";

    public static bool MayBeSet(HttpRequest request) => request.IsHttps || request.Host.Host is "localhost" or "127.0.0.1" or "[::1]";

    public static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 } secret ? secret : null;

    public static void Set(HttpContext context, string secret) =>
        context.Response.Cookies.Append(Name(context.Request), secret, Options(context.Request, AccessRules.SessionAge));

    public static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name(context.Request), Options(context.Request, age: null));

    private static string Name(HttpRequest request) => request.IsHttps ? SecureName : PlainName;

    private static CookieOptions Options(HttpRequest request, TimeSpan? age) =>
        new() { HttpOnly = true, Secure = request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = age, IsEssential = true };
}
