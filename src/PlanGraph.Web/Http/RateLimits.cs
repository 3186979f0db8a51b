using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using PlanGraph.Web.Access;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Http;

/// <summary>How often one person, or one address, may ask. Files are not counted.</summary>
internal static class RateLimits
{
    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(Partition);
        });
    }

    private static RateLimitPartition<string> Partition(HttpContext context)
    {
        var limits = context.RequestServices.GetRequiredService<IOptions<PlanGraphOptions>>().Value.Limits;
        var address = context.Connection.RemoteIpAddress?.ToString() ?? "";
        if (context.Request.Path.StartsWithSegments("/signin")) return PerMinute($"signin {address}", limits.SignInsPerMinute);
        if (context.Request.Path.StartsWithSegments("/api/findings/feed") && HttpMethods.IsGet(context.Request.Method)) return PerMinute($"feed {address}", limits.FeedsPerMinute);
        if (context.Request.Path.StartsWithSegments("/api")) return PerMinute(context.User.PersonId() ?? address, limits.RequestsPerMinute);
        return RateLimitPartition.GetNoLimiter("");
    }

    private static RateLimitPartition<string> PerMinute(string who, int requests) => RateLimitPartition.GetSlidingWindowLimiter(
        string.Create(CultureInfo.InvariantCulture, $"{who} {requests}"),
        _ => new SlidingWindowRateLimiterOptions { PermitLimit = requests, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 });
}
