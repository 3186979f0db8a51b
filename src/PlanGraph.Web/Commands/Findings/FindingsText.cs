using System.Globalization;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Commands.Findings;

/// <summary>Findings for people: under a heading for each kind, with score, sentence, ids and evidence.</summary>
internal static class FindingsText
{
    public static async Task WriteAsync(FindingsReport report, CommandConsole console, CancellationToken cancellationToken)
    {
        await using var output = console.OutputText();
        foreach (var group in report.Groups.Where(group => !group.Findings.IsEmpty))
        {
            var heading = console.Words(Sentence.Of("findingsCommand.heading", ("kind", Naming.Of(group.Kind)), ("number", group.Findings.Length)));
            await WriteAsync(heading, output, cancellationToken);
            await WriteAsync(new string('=', heading.Length), output, cancellationToken);
            foreach (var line in group.Findings.SelectMany(finding => Lines(report, finding, console))) await WriteAsync(line, output, cancellationToken);
            await WriteAsync("", output, cancellationToken);
        }
        if (!report.Unjudged.IsEmpty)
        {
            await WriteAsync(console.Words(Sentence.Of("findingsCommand.unjudged")), output, cancellationToken);
            foreach (var one in report.Unjudged) await WriteAsync($"       {console.Words(one.Why)}", output, cancellationToken);
            await WriteAsync("", output, cancellationToken);
        }
        var total = report.Groups.Sum(group => group.Findings.Length);
        await WriteAsync(console.Words(Sentence.Of(total == 0 ? "findingsCommand.none" : "findingsCommand.total", ("count", total))), output, cancellationToken);
    }

    private static Task WriteAsync(string line, StreamWriter output, CancellationToken cancellationToken) => output.WriteLineAsync(line.AsMemory(), cancellationToken);

    private static IEnumerable<string> Lines(FindingsReport report, DetectedFinding finding, CommandConsole console)
    {
        yield return "";
        yield return string.Create(CultureInfo.InvariantCulture, $"{finding.Score:0.00}   {console.Words(finding.Headline)}");
        foreach (var member in finding.Members) yield return $"       {member}: {report.TitleOf(member)}";
        foreach (var line in finding.Evidence)
            yield return string.Create(CultureInfo.InvariantCulture, $"{line.Weight,6:+0.00;-0.00;0.00} {console.Words(line.Sentence)}");
    }
}
