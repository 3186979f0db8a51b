using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Http;

/// <summary>Problem documents for everything that no handler answered.</summary>
internal static class ProblemDocuments
{
    public static void AddProblemDocuments(this IServiceCollection services)
    {
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddProblemDetails();
    }

    public static void UseProblemDocuments(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = exception => StatusOf(exception),
            // That the store is away is told once by the watch, not for each request that had no answer.
            SuppressDiagnosticsCallback = context => context.Exception is StoreException { Problem: not null },
        });
        app.UseStatusCodePages();
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        StoreException => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}

/// <summary>
/// Writes every problem document, whatever the request accepts: our own sentence, else one by status; a trace id; never the text of an exception.
/// </summary>
internal sealed class ProblemWriter : IProblemDetailsWriter
{
    private const string RetryAfterSeconds = "5";
    private static readonly HashSet<int> WithOwnSentence = [400, 401, 403, 404, 405, 413, 415, 429, 503];

    public bool CanWrite(ProblemDetailsContext context) => true;

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var (http, problem) = (context.HttpContext, context.ProblemDetails);
        problem.Status ??= http.Response.StatusCode;
        problem.Type = null;
        problem.Detail = null;
        if (!http.Items.ContainsKey(typeof(Problem))) problem.Title = Wording.For(http).Say(ProblemOf(http) ?? StandardSentence(problem.Status.Value));
        if (problem.Status == StatusCodes.Status503ServiceUnavailable) http.Response.Headers.RetryAfter = RetryAfterSeconds;
        problem.Extensions.Remove("exception");
        problem.Extensions["traceId"] = Activity.Current?.Id ?? http.TraceIdentifier;
        await http.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", http.RequestAborted);
    }

    /// <summary>What the store said of itself.</summary>
    private static Sentence? ProblemOf(HttpContext http) => (http.Features.Get<IExceptionHandlerFeature>()?.Error as StoreException)?.Problem;

    private static Sentence StandardSentence(int status) =>
        Sentence.Of("web.problem." + (WithOwnSentence.Contains(status) ? status : 500));
}
