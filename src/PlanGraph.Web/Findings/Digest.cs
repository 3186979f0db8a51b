using System.Globalization;
using System.Net;
using System.Text;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Jobs;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <summary>What is new as the text of a mail, plain and as HTML that mail programs show: no scripts, no pictures, nothing fetched.</summary>
internal sealed class Digest(NewsList news, GraphView view, string address, Wording wording)
{
    private string Title => news.Total == 0 ? Say("cases.digest.nothing") : Say("cases.digest.title", ("count", news.Total));

    private string? Run => view.LastSuccess is { } run ? Say("cases.digest.run", ("at", TimeZoneInfo.ConvertTime(run.Finished, Oslo.Zone).ToString("dd.MM.yyyy HH:mm", CultureInfo.InvariantCulture))) : null;

    private string? Rest => news.Total > news.Lines.Length ? Say("cases.digest.more", ("count", news.Total - news.Lines.Length)) : null;

    private IEnumerable<IGrouping<string, NewsLine>> Kinds => news.Lines.OrderBy(line => line.Type).GroupBy(line => line.Kind);

    public string ToText()
    {
        var text = new StringBuilder().Append(Title).Append("\r\n");
        if (Run is not null) text.Append(Run).Append("\r\n");
        foreach (var kind in Kinds)
        {
            text.Append("\r\n").Append(CultureInfo.InvariantCulture, $"{kind.Key} ({kind.Count()})").Append("\r\n");
            foreach (var line in kind) text.Append("- ").Append(OneLine(Sentence(line))).Append("\r\n  ").Append(line.Link).Append("\r\n");
        }
        if (Rest is not null) text.Append("\r\n").Append(Rest).Append("\r\n");
        return text.Append("\r\n").Append(Say("cases.digest.all")).Append(' ').Append(address).Append("/findings\r\n").ToString();
    }

    public string ToHtml()
    {
        var html = new StringBuilder("<!doctype html>\n<html lang=\"").Append(wording.Language).Append("\">\n<head><meta charset=\"utf-8\"><title>").Append(Html(Title)).Append("</title></head>\n<body>\n<h1>")
            .Append(Html(Title)).Append("</h1>\n");
        if (Run is not null) html.Append("<p>").Append(Html(Run)).Append("</p>\n");
        foreach (var kind in Kinds)
        {
            html.Append("<h2>").Append(Html(kind.Key)).Append(CultureInfo.InvariantCulture, $" ({kind.Count()})</h2>\n<ul>\n");
            foreach (var line in kind) html.Append("<li><a href=\"").Append(Html(line.Link)).Append("\">").Append(Html(Sentence(line))).Append("</a></li>\n");
            html.Append("</ul>\n");
        }
        if (Rest is not null) html.Append("<p>").Append(Html(Rest)).Append("</p>\n");
        return html.Append("<p><a href=\"").Append(Html(address)).Append("/findings\">").Append(Html(Say("cases.digest.all"))).Append("</a></p>\n</body>\n</html>\n").ToString();
    }

    private string Sentence(NewsLine line) => line.IsBack ? Say("cases.digest.back", ("title", line.Title)) : line.Title;

    private string Say(string key, params ReadOnlySpan<(string, object)> args) => wording.Say(Domain.Graph.Sentence.Of(key, args));

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
