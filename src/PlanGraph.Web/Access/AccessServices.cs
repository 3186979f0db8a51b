using Microsoft.AspNetCore.Authorization;

namespace PlanGraph.Web.Access;

internal static class AccessServices
{
    /// <summary>Sign-in, the four policies, and the rule that an endpoint that names none is still closed.</summary>
    public static void AddAccess(this IServiceCollection services)
    {
        services.AddSingleton<AccessRegister>();
        // AddAuthentication would bring a key ring, which nothing here needs.
        services.AddAuthenticationCore(authentication =>
        {
            authentication.DefaultScheme = SessionAuthentication.SchemeName;
            authentication.AddScheme<SessionAuthentication>(SessionAuthentication.SchemeName, displayName: null);
        });
        services.AddWebEncoders(); // the base class of every authentication handler asks for one
        services.AddTransient<SessionAuthentication>();
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var name in new[] { Policies.Reader, Policies.Planner, Policies.Leadership, Policies.Administrator })
            authorization.AddPolicy(name, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.May(name)));
    }
}
