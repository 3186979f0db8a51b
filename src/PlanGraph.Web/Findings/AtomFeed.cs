using System.Globalization;
using System.Text;
using System.Xml;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <summary>What is new as Atom (RFC 4287). There is no link to the feed itself in it: that link is a secret.</summary>
internal static class AtomFeed
{
    private const string Namespace = "http://www.w3.org/2005/Atom";

    public static string Write(NewsList news, string address, Wording wording)
    {
        var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true }))
        {
            xml.WriteStartElement("feed", Namespace);
            xml.WriteAttributeString("xml", "lang", null, wording.Language);
            Element(xml, "id", $"{address}/findings");
            Element(xml, "title", wording.Say(Sentence.Of("cases.feed.title")));
            Element(xml, "updated", Time(news.Updated));
            Link(xml, $"{address}/findings");
            xml.WriteStartElement("author", Namespace);
            Element(xml, "name", "PlanGraph");
            xml.WriteEndElement();
            foreach (var line in news.Lines) Entry(xml, line, wording);
            xml.WriteEndElement();
        }
        return text.ToString();
    }

    private static void Entry(XmlWriter xml, NewsLine line, Wording wording)
    {
        xml.WriteStartElement("entry", Namespace);
        Element(xml, "id", line.Id);
        Element(xml, "title", line.Title);
        Element(xml, "updated", Time(line.Came));
        Link(xml, line.Link);
        xml.WriteStartElement("category", Namespace);
        xml.WriteAttributeString("term", line.Type.ToString());
        xml.WriteAttributeString("label", line.Kind);
        xml.WriteEndElement();
        Element(xml, "summary", line.IsBack ? wording.Say(Sentence.Of("cases.feed.back", ("kind", line.Kind))) : line.Kind);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string address)
    {
        xml.WriteStartElement("link", Namespace);
        xml.WriteAttributeString("rel", "alternate");
        xml.WriteAttributeString("type", "text/html");
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static void Element(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Namespace, Clean(value));

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A title may hold characters that XML has no way to write.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1])) clean.Append(text[at++]).Append(text[at]);
            else if (XmlConvert.IsXmlChar(text[at])) clean.Append(text[at]);
        }
        return clean.ToString();
    }

    private sealed class Utf8Writer() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
