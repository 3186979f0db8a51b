using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PlanGraph.Domain.Coverage;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;

namespace PlanGraph.Web.Commands.Findings;

/// <summary>Findings for machines: one object on one line. The shape is told in <c>docs/findings-command.md</c>; members are added, never changed.</summary>
internal static class FindingsJson
{
    private const int Version = 1;

    public static async Task WriteAsync(FindingsReport report, CommandConsole console, CancellationToken cancellationToken)
    {
        await using (var json = new Utf8JsonWriter(console.Output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, report, console);
            await json.FlushAsync(cancellationToken);
        }
        await console.Output.WriteAsync("\n"u8.ToArray(), cancellationToken);
        await console.Output.FlushAsync(cancellationToken);
    }

    private static void Write(Utf8JsonWriter json, FindingsReport report, CommandConsole console)
    {
        json.WriteStartObject();
        json.WriteString("format", "plangraph-findings");
        json.WriteNumber("version", Version);
        json.WriteString("today", report.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteStartObject("counts");
        foreach (var group in report.Groups) json.WriteNumber(Summaries.Word(group.Kind)!, group.Findings.Length);
        json.WriteEndObject();
        json.WriteStartArray("unjudged");
        foreach (var one in report.Unjudged) Write(json, one, console);
        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in report.Groups.SelectMany(group => group.Findings)) Write(json, report, finding, console);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FindingsReport report, DetectedFinding finding, CommandConsole console)
    {
        json.WriteStartObject();
        json.WriteString("id", finding.Id.Value);
        json.WriteString("kind", Summaries.Word(finding.Type));
        json.WriteString("key", finding.Headline.Key);
        json.WriteString("sentence", console.Words(finding.Headline));
        json.WriteNumber("score", finding.Score);
        json.WriteString("fingerprint", finding.Fingerprint);
        json.WriteStartArray("members");
        foreach (var member in finding.Members)
        {
            json.WriteStartObject();
            json.WriteString("id", member.Value);
            json.WriteString("kind", member.Kind.ToString());
            json.WriteString("title", report.TitleOf(member));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("evidence");
        foreach (var line in finding.Evidence) Write(json, line, console);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Unjudged one, CommandConsole console)
    {
        json.WriteStartObject();
        json.WriteString("kind", Summaries.Word(one.Type));
        json.WriteString("key", one.Why.Key);
        json.WriteString("sentence", console.Words(one.Why));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Evidence line, CommandConsole console)
    {
        json.WriteStartObject();
        json.WriteString("key", line.Sentence.Key);
        json.WriteString("sentence", console.Words(line.Sentence));
        if (line.Weight is { } weight) json.WriteNumber("weight", weight);
        json.WriteEndObject();
    }
}
