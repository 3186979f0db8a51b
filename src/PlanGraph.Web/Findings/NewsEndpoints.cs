using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Http;
using PlanGraph.Web.Jobs;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <summary>What is new, as a feed and as the text of a mail.</summary>
internal static class NewsEndpoints
{
    private const int MostInFeed = 100;
    private const int MostInDigest = 500;

    /// <summary>A feed reader asks seldom, and not for what is older.</summary>
    private static readonly TimeSpan FeedAge = TimeSpan.FromDays(30);

    public static void MapNews(this RouteGroupBuilder routes)
    {
        routes.MapGet("/feed/{token}", GetFeed).WithName(nameof(GetFeed)).WithSummary("Atom feed of what is new, opened by a secret link; it names no people")
            .Produces<string>(200, "application/atom+xml").Produces(304).ProducesProblem(404).AllowAnonymous();
        routes.MapGet("/digest", GetDigest).WithName(nameof(GetDigest)).WithSummary("What is new to the one signed in, as text or html to put into a mail")
            .Produces<string>(200, "text/plain", "text/html").ProducesProblem(400);
    }

    /// <summary>A link that is unknown, ended, or belongs to somebody who is shut out gives the same answer as none.</summary>
    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult, Problem>> GetFeed(
        string token, ReaderRegister readers, AccessRegister access, GraphViews graphs, TimeProvider clock, Wording wording, HttpContext http, CancellationToken cancellationToken)
    {
        var holder = readers.Book.Holder(Secrets.Hash(token));
        if (holder is null || !access.Book.People.TryGetValue(holder, out var person) || person.Disabled) return Problem.NotFound(Sentence.Of("cases.feed.noLink"));
        var view = await graphs.CurrentAsync(cancellationToken);
        var news = NewsList.Of(view, clock.GetUtcNow() - FeedAge, MostInFeed, Address(http.Request), wording);
        var body = AtomFeed.Write(news, Address(http.Request), wording);
        var tag = new EntityTagHeaderValue($"\"{Secrets.Hash(body)[..24]}\"");
        http.Response.Headers.CacheControl = "private, max-age=900";
        http.Response.GetTypedHeaders().ETag = tag;
        http.Response.GetTypedHeaders().LastModified = news.Updated;
        var known = http.Request.GetTypedHeaders().IfNoneMatch.Any(one => one.Compare(tag, useStrongComparison: false));
        return known ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : TypedResults.Text(body, "application/atom+xml", Encoding.UTF8);
    }

    /// <param name="format">text or html.</param>
    private static async Task<Results<FileContentHttpResult, Problem>> GetDigest(
        string? format, GraphViews graphs, TimeProvider clock, FindingsReader reader, HttpRequest request, CancellationToken cancellationToken)
    {
        if (format is not ("text" or "html")) return Problem.BadRequest(Sentence.Of("cases.digest.format"));
        var view = await graphs.CurrentAsync(cancellationToken);
        var digest = new Digest(NewsList.Of(view, reader.NewAfter(view), MostInDigest, Address(request), reader.Wording), view, Address(request), reader.Wording);
        var name = string.Create(CultureInfo.InvariantCulture, $"{reader.Wording.Say(Sentence.Of("cases.digest.file"))}-{Oslo.Date(clock.GetUtcNow()):yyyy-MM-dd}");
        return format == "html"
            ? TypedResults.File(Encoding.UTF8.GetBytes(digest.ToHtml()), "text/html; charset=utf-8", name + ".html")
            : TypedResults.File(Encoding.UTF8.GetBytes(digest.ToText()), "text/plain; charset=utf-8", name + ".txt");
    }

    private static string Address(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
