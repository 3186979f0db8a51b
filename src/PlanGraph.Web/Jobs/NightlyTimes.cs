using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Jobs;

/// <summary>When the nightly run is due, in Europe/Oslo. A time that the clock leaps over is taken when it lands; one that comes twice, the first time.</summary>
internal static class NightlyTimes
{
    /// <summary>The last time that the run was due, now included.</summary>
    public static DateTimeOffset LastDue(DateTimeOffset now, TimeOnly at)
    {
        var due = DueOn(Oslo.Date(now), at);
        return due <= now ? due : DueOn(Oslo.Date(now).AddDays(-1), at);
    }

    /// <summary>The next time that the run is due, after now.</summary>
    public static DateTimeOffset NextDue(DateTimeOffset now, TimeOnly at)
    {
        var due = DueOn(Oslo.Date(now), at);
        return due > now ? due : DueOn(Oslo.Date(now).AddDays(1), at);
    }

    /// <summary>Whether the last time went by without a run, because nobody was there: a run that failed or was cancelled has been tried.</summary>
    /// <param name="last">The latest run of any kind; null when there has been none.</param>
    public static bool IsMissed(Run? last, DateTimeOffset now, TimeOnly at) => last is null || last.Started < LastDue(now, at);

    private static DateTimeOffset DueOn(DateOnly day, TimeOnly at)
    {
        var local = day.ToDateTime(at);
        while (Oslo.Zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = Oslo.Zone.IsAmbiguousTime(local) ? Oslo.Zone.GetAmbiguousTimeOffsets(local).Max() : Oslo.Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
