using PlanGraph.Domain.Graph;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Http;

/// <summary>An answer that is not a success: a problem document (RFC 9457) whose title is one plain sentence in the reader's language.</summary>
internal sealed class Problem(int status, Sentence sentence) : IResult, IStatusCodeHttpResult
{
    private readonly Dictionary<string, object?> _more = [];

    public int? StatusCode => status;

    public static Problem BadRequest(Sentence sentence) => new(StatusCodes.Status400BadRequest, sentence);

    public static Problem NotFound(Sentence sentence) => new(StatusCodes.Status404NotFound, sentence);

    public static Problem Conflict(Sentence sentence) => new(StatusCodes.Status409Conflict, sentence);

    public static Problem Unprocessable(Sentence sentence) => new(StatusCodes.Status422UnprocessableEntity, sentence);

    /// <summary>The same problem saying more, as an extension member of the document.</summary>
    public Problem With(string name, object? value)
    {
        _more[name] = value;
        return this;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Items[typeof(Problem)] = this;
        var context = new ProblemDetailsContext { HttpContext = httpContext };
        context.ProblemDetails.Status = status;
        context.ProblemDetails.Title = Wording.For(httpContext).Say(sentence);
        foreach (var (name, value) in _more) context.ProblemDetails.Extensions[name] = value;
        await httpContext.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(context);
    }
}
