using System.Collections.Immutable;
using System.Globalization;

namespace PlanGraph.Domain.Lexicon;

/// <summary>What came of reading lexicon files. The lexicon holds what could be used.</summary>
public sealed record LexiconReading(TopicLexicon Lexicon, ImmutableArray<LexiconProblem> Problems);

/// <summary>
/// The subjects of municipal planning, the words they go by, and how near they are to each other. Immutable; shared by all threads. Texts are read with a <see cref="TopicReader"/>.
/// </summary>
public sealed class TopicLexicon
{
    /// <summary>A word that leads to more topics than this says too little.</summary>
    public const int MostTopicsOfWord = 3;

    /// <summary>What a hint counts of a word.</summary>
    public const double HintWeight = 0.5;

    private readonly Dictionary<string, int> _numbers;
    private Lazy<TopicLexicon>? _forGoals;
    private readonly NearnessTable _nearness;

    private TopicLexicon(IReadOnlyList<Draft> drafts, List<LexiconProblem> problems)
    {
        Topics = [.. drafts.Select((draft, number) => new Topic(number, draft.Id, draft.Name, draft.NameNn, draft.Weight, draft.Words, draft.Hints))];
        _numbers = Topics.ToDictionary(topic => topic.Id, topic => topic.Number, StringComparer.Ordinal);
        _nearness = new(drafts, problems);
        Words = new(Topics.SelectMany(Listed));
        foreach (var empty in Words.Empty)
            problems.Add(LexiconTable.Problem(drafts[empty.Owner].File, drafts[empty.Owner].Line, "lexicon.word.empty", [("id", drafts[empty.Owner].Id), ("word", empty.Word)]));
        SayCrowded(drafts, problems);
        Fingerprint = LexiconFingerprint.Of(drafts.OrderBy(draft => draft.Id, StringComparer.Ordinal).Select(Line));
    }

    /// <summary>The topics that PlanGraph brings.</summary>
    public static TopicLexicon BuiltIn { get; } = Read([]).Lexicon;

    /// <summary>All topics, each at its <see cref="Topic.Number"/>.</summary>
    public ImmutableArray<Topic> Topics { get; }

    /// <summary>Sixteen hexadecimal digits that change with anything that changes what is found or how near it is: what a run names as its lexicon.</summary>
    public string Fingerprint { get; }

    internal LexiconWords Words { get; }

    /// <summary>The same topics with the words that goals use and titles do not, and with what such goals are near to. Its numbers are its own.</summary>
    internal TopicLexicon ForGoals => _forGoals?.Value ?? this;

    /// <summary>The built-in topics with <paramref name="files"/> laid upon them, in order; topic files in the format of <c>data/lexicon/README.md</c>.</summary>
    public static LexiconReading Read(IReadOnlyList<LexiconFile> files)
    {
        var reading = Lay(files.Prepend(BuiltInFiles.Topics));
        reading.Lexicon._forGoals = new(() => ReadForGoals(files).Lexicon);
        return reading;
    }

    internal static LexiconReading ReadForGoals(IReadOnlyList<LexiconFile> files) => Lay([BuiltInFiles.Topics, BuiltInFiles.GoalWords, .. files]);

    /// <summary>The topic with <paramref name="id"/>; null when there is none.</summary>
    public Topic? Find(string id) => _numbers.TryGetValue(id, out var number) ? Topics[number] : null;

    /// <summary>How near two topics are: 1 for one and the same, 0 for nothing to do with each other; symmetric.</summary>
    public double Nearness(int one, int other) => _nearness.Between(one, other);

    /// <summary>What the first topic is to the second.</summary>
    public TopicRelation Relation(int one, int other) => _nearness.Relation(one, other);

    /// <summary>All topics that are near to <paramref name="topic"/>, nearest first; its wholes and parts are among them.</summary>
    public IReadOnlyList<NearTopic> Near(int topic) => _nearness.Near(topic);

    private static LexiconReading Lay(IEnumerable<LexiconFile> files)
    {
        var problems = new List<LexiconProblem>();
        var drafts = new TopicDrafts(problems);
        foreach (var row in files.SelectMany(file => TopicRows.Read(file, problems)))
            drafts.Lay(row);
        drafts.CheckReferences();
        return new(new TopicLexicon([.. drafts.All], problems), [.. problems]);
    }

    private void SayCrowded(IReadOnlyList<Draft> drafts, List<LexiconProblem> problems)
    {
        var owners = Topics.SelectMany(topic => topic.Words.Concat(topic.Hints).Select(word => (Word: word, topic.Number))).ToLookup(pair => pair.Word, pair => pair.Number, StringComparer.OrdinalIgnoreCase);
        foreach (var crowded in owners.Where(word => word.Distinct().Count() > MostTopicsOfWord))
        {
            var draft = drafts[crowded.Last()];
            problems.Add(LexiconTable.Problem(draft.File, draft.Line, "lexicon.word.crowded", [("id", draft.Id), ("word", crowded.Key), ("count", crowded.Distinct().Count()), ("most", MostTopicsOfWord)]));
        }
    }

    private static IEnumerable<ListedWord> Listed(Topic topic) => topic.Words.Select(word => new ListedWord(topic.Number, word, topic.Weight))
        .Concat(topic.Hints.Select(hint => new ListedWord(topic.Number, hint, topic.Weight * HintWeight)));

    private static string Line(Draft draft) => string.Create(CultureInfo.InvariantCulture,
        $"{draft.Id};{draft.Weight};{string.Join(',', draft.Words)};{string.Join(',', draft.Hints)};{Text(draft.PartOf)};{Text(draft.Near)}");

    private static string Text(IEnumerable<TopicReference> references) =>
        string.Join(',', references.Select(reference => string.Create(CultureInfo.InvariantCulture, $"{reference.Id} {reference.Nearness}")));
}
