using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Join;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Domain.Overlap;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Duplicates;

/// <summary>A term of a statement: how much it counts, how it is written there, and whether it is a name.</summary>
internal sealed record StatementTerm(double Weight, string Written, bool IsName);

/// <summary>A goal or strategy as it is compared.</summary>
/// <param name="Terms">Empty when it names no subject.</param>
/// <param name="Numbers">Figures and years, as written.</param>
internal sealed record StatementText(ImmutableSortedDictionary<string, StatementTerm> Terms, ImmutableArray<TopicMatch> Topics, ImmutableArray<string> Numbers);

/// <summary>
/// Goals and strategies made comparable. They are sentences: verbs and adjectives of intent (<c>goal-words</c>) count little, the municipality's own name nothing, and a
/// heading that several begin with ("Hovedgrep for plansystemet: …") is left out. Compounds and names are learnt from all titles and texts of the graph.
/// </summary>
internal sealed class StatementTexts
{
    /// <summary>A statement whose words all count less than this, and that has no topic, names no subject.</summary>
    private const double LeastSubject = 0.5;

    /// <summary>Rarity is reckoned as if there were so many statements more, none with the term: in a short list all words are rare.</summary>
    private const double Background = 100;

    private static readonly Dictionary<string, double> _intent = WordList.Weights("goal-words").DistinctBy(pair => NorwegianStemmer.Root(pair.Key))
        .ToDictionary(pair => NorwegianStemmer.Root(pair.Key), pair => pair.Value, StringComparer.Ordinal);

    private readonly GraphSnapshot _snapshot;
    private readonly TextAnalyzer _analyzer;
    private readonly Dictionary<NodeId, ImmutableArray<string>> _termsOf = [];
    private readonly ImmutableArray<StatementText> _texts;

    public StatementTexts(GraphSnapshot snapshot, ImmutableArray<Node> statements, TopicLexicon lexicon, CancellationToken cancellationToken)
    {
        (_snapshot, Lexicon) = (snapshot, lexicon);
        _analyzer = new TextAnalyzer(Learn(snapshot).ToOptions(snapshot.OfKind<Place>().Select(place => place.Title)));
        var topics = new TopicReader(lexicon);
        var wordings = Wordings(statements);
        var read = new (TextFeatures Features, ImmutableArray<TopicMatch> Topics)[wordings.Length];
        for (var at = 0; at < read.Length; at++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            read[at] = (_analyzer.Analyze(wordings[at]), [.. topics.Read(wordings[at])]);
        }
        var own = OwnName(read.Select(one => one.Features));
        var seen = read.SelectMany(one => Counted(one.Features, own).Select(feature => feature.Term).Distinct(StringComparer.Ordinal)).CountBy(term => term).ToDictionary(StringComparer.Ordinal);
        double Rarity(string term) => Math.Log(1 + ((read.Length + Background) / (seen[term] + 0.5)));
        _texts = [.. read.Select((one, at) => Read(wordings[at], one.Features, one.Topics, own, Rarity))];
    }

    public TopicLexicon Lexicon { get; }

    public StatementText this[int statement] => _texts[statement];

    /// <summary>The vectors of some statements, for the join; equal bit for bit when they read the same.</summary>
    public SparseVectors Vectors(IEnumerable<int> statements)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var builder = new SparseVectorsBuilder();
        foreach (var statement in statements)
        {
            var terms = _texts[statement].Terms;
            foreach (var term in terms.Keys) numbers.TryAdd(term, numbers.Count);
            builder.Add([.. terms.Keys.Select(term => numbers[term])], [.. terms.Values.Select(term => term.Weight)]);
        }
        return builder.ToVectors();
    }

    /// <summary>The terms in the title of a node.</summary>
    public ImmutableArray<string> TermsOf(NodeId id)
    {
        if (!_termsOf.TryGetValue(id, out var terms))
            _termsOf[id] = terms = _snapshot.Find(id) is { } node ? [.. _analyzer.Analyze(node.Title).Features.Select(feature => feature.Term)] : [];
        return terms;
    }

    /// <summary>A title as its words in small letters, whatever stands between them.</summary>
    public static string Folded(string title) => string.Join(' ', Tokenizer.LowerWords(title));

    private static CorpusWords Learn(GraphSnapshot snapshot) => new CorpusWords().AddAll(snapshot.Nodes.Where(node => !NodeKinds.IsBookkeeping(node.Kind) && node is not Input)
        .OrderBy(node => node.Id).SelectMany(node => new[] { node.Title, node.Text ?? "" }));

    /// <summary>The titles without a heading that another has too.</summary>
    private static ImmutableArray<string> Wordings(ImmutableArray<Node> statements)
    {
        var headings = statements.Select(node => Heading(node.Title)).Where(heading => heading.Length > 0).CountBy(heading => heading, StringComparer.OrdinalIgnoreCase)
            .Where(count => count.Value > 1).Select(count => count.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return [.. statements.Select(node => headings.Contains(Heading(node.Title)) ? node.Title[(Heading(node.Title).Length + 1)..].Trim() : node.Title)];
    }

    private static string Heading(string title) => title.IndexOf(": ", StringComparison.Ordinal) is > 0 and var end ? title[..end] : "";

    /// <summary>The commonest name when it is common; the municipality's own, that tells nothing apart.</summary>
    private static string? OwnName(IEnumerable<TextFeatures> texts)
    {
        var all = texts.ToArray();
        var commonest = all.SelectMany(text => text.Features.Where(feature => feature.Kind == FeatureKind.Name).Select(feature => feature.Term).Distinct(StringComparer.Ordinal))
            .CountBy(name => name).OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal).FirstOrDefault();
        return OverlapCorpus.IsOwnName(commonest.Value, all.Length) ? commonest.Key : null;
    }

    private static IEnumerable<TextFeature> Counted(TextFeatures text, string? own) => text.Features
        .Where(feature => feature.Weight > 0 && feature.Kind != FeatureKind.Number && feature.Term.Length > 1 && (own is null || !feature.Term.StartsWith(own, StringComparison.Ordinal)));

    private static StatementText Read(string wording, TextFeatures features, ImmutableArray<TopicMatch> topics, string? own, Func<string, double> rarity)
    {
        var terms = ImmutableSortedDictionary.CreateBuilder<string, StatementTerm>(StringComparer.Ordinal);
        var says = topics.Length > 0;
        foreach (var feature in Counted(features, own))
        {
            var counts = feature.Weight * _intent.GetValueOrDefault(feature.Term, 1);
            says |= counts > LeastSubject;
            var term = new StatementTerm(counts * rarity(feature.Term), wording.Substring(feature.Span.Start, feature.Span.Length), feature.Kind == FeatureKind.Name);
            if (!terms.TryGetValue(feature.Term, out var known) || known.Weight < term.Weight) terms[feature.Term] = term;
        }
        ImmutableArray<string> numbers = [.. Tokenizer.Tokens(wording).Where(token => token.Kind == TokenKind.Number).Select(token => token.In(wording).ToString())];
        return new(says ? terms.ToImmutable() : ImmutableSortedDictionary<string, StatementTerm>.Empty, topics, numbers);
    }
}
