using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PlanGraph.Web.Access;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <summary>What each person has chosen for reading findings, when they were here, and the link to their feed.</summary>
internal static class ReaderEndpoints
{
    public static void MapReaders(this RouteGroupBuilder routes)
    {
        routes.MapGet("/settings", GetSettings).WithName(nameof(GetSettings)).WithSummary("What the one signed in has chosen for reading findings");
        routes.MapPut("/settings", PutSettings).WithName(nameof(PutSettings)).WithSummary("Remembers what the one signed in has chosen").ProducesProblem(400);
        routes.MapPost("/visit", Visit).WithName(nameof(Visit)).WithSummary("Notes that the one signed in looks at the list: who has been away for four hours begins a new visit");
        routes.MapPost("/feed", MakeFeed).WithName(nameof(MakeFeed)).WithSummary("Makes a secret link to a feed of what is new; a link made before no longer works");
        routes.MapDelete("/feed", EndFeed).WithName(nameof(EndFeed)).WithSummary("Ends the link to the feed");
    }

    private static Ok<SettingsAnswer> GetSettings(ClaimsPrincipal user, ReaderRegister readers) => TypedResults.Ok(SettingsAnswer.Of(readers.Of(user)));

    private static async Task<Ok<SettingsAnswer>> PutSettings(SettingsBody body, ClaimsPrincipal user, ReaderRegister readers, CancellationToken cancellationToken) =>
        TypedResults.Ok(SettingsAnswer.Of(await readers.ChangeAsync(user, (habits, _) => habits with
        {
            JudgeFirst = body.JudgeFirst ?? habits.JudgeFirst,
            RawScores = body.RawScores ?? habits.RawScores,
            NoKeys = body.NoKeys ?? habits.NoKeys,
        }, cancellationToken)));

    private static async Task<Ok<SettingsAnswer>> Visit(ClaimsPrincipal user, ReaderRegister readers, CancellationToken cancellationToken) =>
        TypedResults.Ok(SettingsAnswer.Of(await readers.ChangeAsync(user, Visits.Visit, cancellationToken)));

    private static async Task<Ok<FeedAnswer>> MakeFeed(ClaimsPrincipal user, ReaderRegister readers, Wording wording, HttpRequest request, CancellationToken cancellationToken)
    {
        var secret = Secrets.New();
        var habits = await readers.ChangeAsync(user, (known, now) => known with { Feed = new FeedLink(Secrets.Hash(secret), now) }, cancellationToken);
        var link = string.Create(CultureInfo.InvariantCulture, $"{request.Scheme}://{request.Host}/api/findings/feed/{secret}?lang={wording.Language}");
        return TypedResults.Ok(new FeedAnswer(link, habits.Feed!.Created));
    }

    private static async Task<NoContent> EndFeed(ClaimsPrincipal user, ReaderRegister readers, CancellationToken cancellationToken)
    {
        await readers.ChangeAsync(user, (known, _) => known with { Feed = null }, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>What is null stays as it is.</summary>
internal sealed record SettingsBody(bool? JudgeFirst = null, bool? RawScores = null, bool? NoKeys = null);

/// <param name="JudgeFirst">Scores are hidden until a case is judged.</param>
/// <param name="RawScores">Scores are shown as the detectors gave them.</param>
/// <param name="NoKeys">The keys of one letter are off.</param>
/// <param name="Since">The end of the visit before this one.</param>
/// <param name="FeedCreated">When the link to the feed was made; null when there is none. The link itself is shown only when it is made.</param>
internal sealed record SettingsAnswer(bool JudgeFirst, bool RawScores, bool NoKeys, DateTimeOffset? Since, DateTimeOffset? FeedCreated)
{
    public static SettingsAnswer Of(FindingsHabits habits) => new(habits.JudgeFirst, habits.RawScores, habits.NoKeys, habits.Since, habits.Feed?.Created);
}

/// <param name="Link">To be given to a feed reader; whoever has it can read what is new.</param>
internal sealed record FeedAnswer(string Link, DateTimeOffset Created);
