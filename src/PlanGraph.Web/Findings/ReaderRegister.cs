using System.Reflection;
using System.Security.Claims;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Access;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <summary>The habits of those who read findings, in memory and in one file beside the sign-in book.</summary>
internal sealed class ReaderRegister(DataFolder data, TimeProvider clock) : IDisposable
{
    private readonly BookFile<ReaderBook> _file = new(data.ReaderBook, ReaderBook.Empty, "then everyone's choices for findings and links to feeds are forgotten.", clock);

    public ReaderBook Book => _file.Book;

    public FindingsHabits Of(ClaimsPrincipal user) => user.PersonId() is { } id ? Book.Of(id) : new FindingsHabits();

    public async Task<FindingsHabits> ChangeAsync(ClaimsPrincipal user, Func<FindingsHabits, DateTimeOffset, FindingsHabits> rule, CancellationToken cancellationToken)
    {
        var id = user.PersonId() ?? throw new InvalidOperationException("Nobody is signed in.");
        var book = await _file.ChangeAsync((current, now) => current.With(id, rule(current.Of(id), now)), cancellationToken);
        return (book ?? Book).Of(id);
    }

    public void Dispose() => _file.Dispose();
}

/// <summary>Who reads findings: in which language, since when something is new to them, and whether scores are put right by what people have judged.</summary>
internal sealed record FindingsReader(Wording Wording, string Name, DateTimeOffset? Since, bool Calibrates) : IBindableFromHttpContext<FindingsReader>
{
    public static ValueTask<FindingsReader?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var habits = context.RequestServices.GetRequiredService<ReaderRegister>().Of(context.User);
        return new(new FindingsReader(Wording.For(context), context.User.Name(), habits.Since, !habits.RawScores));
    }

    /// <summary>The one definition of new, see <see cref="News"/>.</summary>
    public DateTimeOffset NewAfter(GraphView view) => Since ?? News.Before(view.LastSuccess);

    public double Score(GraphView view, Finding finding) => Calibrates ? view.Calibration.Apply(finding.Type, finding.Score) : finding.Score;
}
