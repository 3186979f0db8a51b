using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Anchoring;

/// <summary>How like two nodes are by their words and topics, and where in each that is seen.</summary>
/// <param name="Score">0 to 1.</param>
internal sealed record Likeness(double Score, ImmutableArray<Sentence> Evidence);

/// <summary>
/// Compares plans with goals and with each other. A plan is its title, its text, and what it states itself; a goal its title, its text, its sub-goals, the
/// strategies and measures that support it and the challenges that it responds to. A rare word counts more
/// than a common one; a name that stands in several goals (the municipality's own) counts nothing.
/// </summary>
internal sealed class LikenessOfTexts
{
    private const double TextWeight = 0.5;

    /// <summary>What is said of a plan or goal by what hangs on it.</summary>
    private const double AroundWeight = 0.6;

    /// <summary>Topics less near than this are not said to be near.</summary>
    private const double LeastNear = 0.1;

    /// <summary>The same where the goal does not say it itself: what hangs on a goal is about more than the goal.</summary>
    private const double LeastNearAround = 0.25;

    /// <summary>Sharing a topic for certain counts this much: a topic is wider than a plan.</summary>
    private const double TopicShare = 0.75;

    /// <summary>A cosine of words below this is chance.</summary>
    private const double LeastWords = 0.05;

    /// <summary>A topic that is said less than this (a mere hint, outside a title) is not said.</summary>
    private const double LeastSaid = 0.4;

    private const int MostGoalsOfName = 2;
    private const int MostWordsShown = 4;
    private const int MostTraces = 2;

    /// <summary>Says whose goal or plan it is, and not what it is about.</summary>
    private static readonly string _owner = NorwegianStemmer.Stem("kommune");

    private readonly GraphSnapshot _snapshot;
    private readonly TopicLexicon _lexicon;
    private readonly TextAnalyzer _analyzer;
    private readonly TopicReader _topics;
    private readonly Dictionary<NodeId, Document> _documents = [];
    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _inGoals = new(StringComparer.Ordinal);
    private readonly int _texts;

    public LikenessOfTexts(GraphSnapshot snapshot, IReadOnlyCollection<Goal> goals, TopicLexicon lexicon)
    {
        (_snapshot, _lexicon, _topics) = (snapshot, lexicon, new TopicReader(lexicon));
        var nodes = snapshot.OfKind<Plan>().Cast<Node>().Concat(goals).OrderBy(node => node.Id).ToArray();
        var words = new CorpusWords().AddAll(nodes.Select(node => node.Title));
        _analyzer = new TextAnalyzer(words.ToOptions(snapshot.OfKind<Place>().Select(place => place.Title)));
        foreach (var node in nodes)
        {
            foreach (var term in Terms(node.Title).Select(pair => pair.Term).Distinct(StringComparer.Ordinal))
            {
                _seen[term] = _seen.GetValueOrDefault(term) + 1;
                if (node is Goal) _inGoals[term] = _inGoals.GetValueOrDefault(term) + 1;
            }
        }
        _texts = nodes.Length;
    }

    public Likeness Between(Node one, Node other)
    {
        var (first, second) = (Of(one), Of(other));
        var shared = first.Terms.Keys.Where(second.Terms.ContainsKey)
            .Select(term => (Term: term, Product: first.Terms[term].Weight * second.Terms[term].Weight))
            .OrderByDescending(pair => pair.Product).ThenBy(pair => pair.Term, StringComparer.Ordinal).ToArray();
        var cosine = shared.Sum(pair => pair.Product) / Math.Max(first.Norm * second.Norm, double.Epsilon);
        var words = cosine < LeastWords ? 0 : Math.Min(1, cosine);
        var topics = Topics(first, second).OrderByDescending(pair => pair.Near).ThenBy(pair => pair.First.Word, StringComparer.Ordinal).ToArray();
        var traces = Distinct(topics).ToArray();
        var topic = 1 - traces.Aggregate(1.0, (rest, trace) => rest * (1 - (TopicShare * trace.Near)));
        var evidence = ImmutableArray.CreateBuilder<Sentence>();
        if (words > 0) evidence.Add(Words(first, second, shared.Select(pair => pair.Term)));
        var said = words > 0 ? shared.Select(pair => (first.Terms[pair.Term].Word, second.Terms[pair.Term].Word)).ToHashSet() : [];
        foreach (var trace in traces.Where(trace => !SameWord(trace) && !said.Contains((trace.First.Word, trace.Second.Word)))) evidence.Add(Topic(trace));
        return new Likeness(1 - ((1 - words) * (1 - topic)), evidence.ToImmutable());
    }

    private IEnumerable<(double Near, Found First, Found Second)> Topics(Document one, Document other) =>
        from first in one.Topics
        from second in other.Topics
        let near = first.Match.Weight * second.Match.Weight * first.Share * second.Share * _lexicon.Nearness(first.Match.Topic, second.Match.Topic)
        where near >= (first.Share < 1 || second.Share < 1 ? LeastNearAround : LeastNear)
        select (near, first, second);

    /// <summary>The nearest pair of topics, and the next that rests on other words of the second text.</summary>
    private static IEnumerable<(double Near, Found First, Found Second)> Distinct((double Near, Found First, Found Second)[] topics) =>
        topics.DistinctBy(pair => pair.Second.Word, StringComparer.OrdinalIgnoreCase).Take(MostTraces);

    private static bool SameWord((double Near, Found First, Found Second) pair) => string.Equals(pair.First.Word, pair.Second.Word, StringComparison.OrdinalIgnoreCase);

    private static string AsBothHave(string first, string second) => string.Equals(first, second, StringComparison.OrdinalIgnoreCase) ? first : $"{first} / {second}";

    private static Sentence Topic((double Near, Found First, Found Second) pair) => Sentence.Of(pair.First.Match.Topic == pair.Second.Match.Topic ? "anchoring.likely.topic" : "anchoring.likely.near",
        ("first", QuotedTitles.InQuotes(pair.First.Word)), ("firstPlace", pair.First.Place), ("second", QuotedTitles.InQuotes(pair.Second.Word)), ("secondPlace", pair.Second.Place));

    private static Sentence Words(Document one, Document other, IEnumerable<string> terms)
    {
        var shown = terms.Select(term => (First: one.Terms[term], Second: other.Terms[term])).DistinctBy(pair => Folding.Lower(pair.First.Word)).Take(MostWordsShown).ToArray();
        var (first, second) = (shown[0].First, shown[0].Second);
        return Sentence.Of("anchoring.likely.words",
            ("words", QuotedTitles.InQuotes(string.Join(", ", shown.Select(pair => AsBothHave(pair.First.Word, pair.Second.Word))))), ("firstPlace", first.Place), ("secondPlace", second.Place));
    }

    private Document Of(Node node) => _documents.TryGetValue(node.Id, out var known) ? known : _documents[node.Id] = Read(node);

    private Document Read(Node node)
    {
        var terms = new Dictionary<string, Occurrence>(StringComparer.Ordinal);
        var topics = new List<Found>();
        foreach (var (text, share, place) in Parts(node))
        {
            foreach (var (term, weight, word) in Terms(text))
            {
                if (IsNameOfAll(term)) continue;
                var counted = weight * share * Math.Log(1 + ((double)_texts / _seen.GetValueOrDefault(term, 1)));
                if (!terms.TryGetValue(term, out var known) || counted > known.Weight) terms[term] = new Occurrence(counted, word, place);
            }
            foreach (var match in _topics.Read(text))
            {
                if (match.Weight * share >= LeastSaid && topics.All(found => found.Match.Topic != match.Topic)) topics.Add(new Found(match, share, text.Substring(match.Span.Start, match.Span.Length), place));
            }
        }
        return new Document(terms, [.. topics], Math.Sqrt(terms.Values.Sum(found => found.Weight * found.Weight)));
    }

    /// <summary>The texts of a node, what each counts, and the name of the place.</summary>
    private IEnumerable<(string Text, double Share, string Place)> Parts(Node node)
    {
        yield return (node.Title, 1, $"@anchoring.likely.place.{node.Kind}.title");
        if (node.Text is { } text) yield return (text, TextWeight, $"@anchoring.likely.place.{node.Kind}.text");
        var around = node is Plan
            ? _snapshot.Out(node.Id, RelationType.States).Select(relation => (Id: relation.To, Place: "stated"))
            : _snapshot.In(node.Id).Where(relation => relation.Type is RelationType.SubgoalOf or RelationType.Supports && relation.From.Kind != NodeKind.Plan)
                .Select(relation => (Id: relation.From, Place: "below"))
                .Concat(_snapshot.Out(node.Id, RelationType.RespondsTo).Select(relation => (Id: relation.To, Place: "answered")));
        foreach (var (id, place) in around)
        {
            if (_snapshot.Find(id) is { } other && !IsFormer(other)) yield return (other.Title, AroundWeight, $"@anchoring.likely.place.{place}.{other.Kind}");
        }
    }

    private static bool IsFormer(Node node) => node is Goal { Standing: Standing.Former } or Strategy { Standing: Standing.Former };

    private IEnumerable<(string Term, double Weight, string Word)> Terms(string text) =>
        _analyzer.Analyze(text).Features.Where(feature => feature.Kind is FeatureKind.Word or FeatureKind.Part or FeatureKind.Name && feature.Weight > 0 && feature.Term != _owner)
            .Select(feature => ($"{(feature.Kind == FeatureKind.Name ? '=' : ' ')}{feature.Term}", feature.Weight, text.Substring(feature.Span.Start, feature.Span.Length)));

    private bool IsNameOfAll(string term) => term[0] == '=' && _inGoals.GetValueOrDefault(term) > MostGoalsOfName;

    private sealed record Document(Dictionary<string, Occurrence> Terms, ImmutableArray<Found> Topics, double Norm);

    private sealed record Occurrence(double Weight, string Word, string Place);

    private sealed record Found(TopicMatch Match, double Share, string Word, string Place);
}
