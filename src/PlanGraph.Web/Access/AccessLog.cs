namespace PlanGraph.Web.Access;

/// <summary>The sign-in events of OWASP's logging vocabulary. People by id, never by name; secrets never.</summary>
internal static partial class AccessLog
{
    [LoggerMessage(1100, LogLevel.Information, "authn_login_success:{PersonId}")]
    public static partial void SignedIn(this ILogger logger, string personId);

    [LoggerMessage(1101, LogLevel.Warning, "authn_login_fail: the link was unknown, used or too old")]
    public static partial void SignInFailed(this ILogger logger);

    [LoggerMessage(1102, LogLevel.Information, "session_logout:{PersonId}")]
    public static partial void SignedOut(this ILogger logger, string personId);

    [LoggerMessage(1103, LogLevel.Information, "privilege_permissions_changed:{PersonId},{Role},disabled={Disabled} by {By}")]
    public static partial void PermissionsChanged(this ILogger logger, string personId, Role role, bool disabled, string by);
}
