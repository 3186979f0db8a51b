using PlanGraph.Domain.Join;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// All texts made comparable: for each a vector of its words and its topics (with near topics at a lower weight, so that a cosine sees them), and what else a title tells.
/// Words and topics are each of length 1 before they are put together in the shares of <see cref="OverlapOptions.WordShare"/>.
/// </summary>
internal sealed class OverlapCorpus
{
    /// <summary>A longer list is not that of one municipality, and laws are not read for it.</summary>
    private const int MostReadForLaws = 20_000;

    private const string ActionPartOfKommuneplan = "kommuneplanens handlingsdel";
    private const int Readers = 2;
    private const int FewestOfOwnName = 3;
    private const double ShareOfOwnName = 0.03;

    /// <summary>Ordinary lists have a place in 10 to 40 of 100 titles.</summary>
    private const double FewPlaced = 0.45;
    private const double ManyPlaced = 0.75;

    private readonly Facts[] _facts;
    private readonly CorpusTopics? _topics;
    private readonly int _ownName;

    public OverlapCorpus(IReadOnlyList<OverlapText> texts, OverlapOptions options, CancellationToken cancellationToken)
    {
        (Texts, Options) = ([.. texts.Select(WrittenOut)], options);
        _facts = new Facts[Texts.Count];
        var surface = SurfaceWords.Together(Shares.Make(Texts.Count, Readers, (from, to) => ReadWords(from, to, cancellationToken), cancellationToken));
        var reading = options.Reading(surface.Learn().ToOptions(options.Places));
        Terms = new TitleTerms(surface, reading);
        var roles = surface.Written.Select(DocumentRoles.Of).ToArray();
        for (var text = 0; text < Texts.Count; text++)
        {
            foreach (var word in surface.Of(text)) _facts[text].Role |= roles[word >> 1];
            if (IsActionPartOfKommuneplan(text)) _facts[text].Role |= DocumentRole.Economy;
        }
        _topics = options.Lexicon is { } lexicon ? new CorpusTopics([.. Texts.Select(ForTopics)], lexicon.Topics, reading.Names, cancellationToken) : null;
        ReadObligations(cancellationToken);
        Surroundings = Overlap.Surroundings.Of(Texts, options, cancellationToken);
        TermCounts = Counts(Texts.Count);
        _ownName = OwnName();
        Placed = Math.Clamp((ShareWithPlace() - FewPlaced) / (ManyPlaced - FewPlaced), 0, 1);
        Rarity = new TermRarity(Terms, TermCounts, Texts.Count);
        Vectors = VectorBuilding.Build(this, cancellationToken);
    }

    /// <summary>As they were given, abbreviations in titles written out.</summary>
    public IReadOnlyList<OverlapText> Texts { get; }

    public OverlapOptions Options { get; }

    public TitleTerms Terms { get; }

    /// <summary>In how many titles each term is.</summary>
    public int[] TermCounts { get; }

    public TermRarity Rarity { get; }

    /// <summary>Features below the number of terms are words, the others topics.</summary>
    public SparseVectors Vectors { get; }

    public ReadOnlySpan<TitleTopic> Topics(int text) => _topics is null ? [] : _topics.Of(text);

    public ref readonly Facts Of(int text) => ref _facts[text];

    /// <summary>What is known beside the titles; null when that is nothing.</summary>
    public Surroundings? Surroundings { get; }

    /// <summary>How many of the texts have a topic.</summary>
    public int TextsOf(int topic) => _topics?.TextsOf(topic) ?? 0;

    /// <summary>The demands of laws that a title answers with a document, by number; 0 bits when none.</summary>
    public UInt128 ObligationsOf(int text) => _facts[text].Obligations;

    /// <summary>False for "Ny plan 2": kinds of documents and words that any title may have.</summary>
    public bool NamesSubject(int text)
    {
        foreach (var term in Terms.Of(text))
        {
            if (!Terms[term.Term].IsGenre && term.Weight > TitleTerms.WeakWeight) return true;
        }
        return false;
    }

    /// <summary>Whether the commonest name of a municipality's texts, in so many of them, is common enough to be its own.</summary>
    public static bool IsOwnName(int count, int texts) => count >= Math.Max(FewestOfOwnName, texts * ShareOfOwnName);

    /// <summary>What each feature of the vectors is known by in another corpus too: a term by its key, a topic by its id.</summary>
    public string[] FeatureNames() =>
        [.. Enumerable.Range(0, Vectors.FeatureCount).Select(feature => feature < Terms.Count ? TermRarity.KeyOf(Terms[feature]) : "topic:" + Options.Lexicon!.Topics.Topics[feature - Terms.Count].Id)];

    /// <summary>True for a name that tells places apart; the municipality's own name, the commonest by far in a list of one municipality, does not.</summary>
    public bool IsPlace(int term) => Terms[term].IsName && term != _ownName;

    /// <summary>Whether the list names a place in nearly every title: 0 for an ordinary list, 1 for such one.</summary>
    public double Placed { get; }

    /// <summary>The words of some of the titles; fills in their facts.</summary>
    private SurfaceWords ReadWords(int from, int to, CancellationToken cancellationToken)
    {
        var surface = new SurfaceWords();
        for (var text = from; text < to; text++)
        {
            if (text % 4096 == 0) cancellationToken.ThrowIfCancellationRequested();
            _facts[text] = Facts.Of(Texts[text], surface.Add(Texts[text].Title));
        }
        return surface;
    }

    private static OverlapText WrittenOut(OverlapText text) => Abbreviations.Expand(text.Title) is var title && ReferenceEquals(title, text.Title) ? text : text with { Title = title };

    /// <summary>An action part of nothing else ("Handlingsprogram 2026–2029") is that of the kommuneplan.</summary>
    private bool IsActionPartOfKommuneplan(int text) => _facts[text].Role.HasFlag(DocumentRole.ActionPart) && !NamesSubject(text);

    /// <summary>The text as its topics are read.</summary>
    private OverlapText ForTopics(OverlapText text, int number) => IsActionPartOfKommuneplan(number) ? text with { Title = ActionPartOfKommuneplan } : text;

    private void ReadObligations(CancellationToken cancellationToken)
    {
        if (Options.Lexicon is not { } lexicon || Texts.Count > MostReadForLaws) return;
        var reader = new ObligationReader(lexicon.Obligations);
        for (var text = 0; text < Texts.Count; text++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _facts[text].Obligations = reader.Read(Texts[text].Title).Where(obligation => obligation.NeedsDocument)
                .Aggregate(UInt128.Zero, (bits, obligation) => bits | (UInt128.One << obligation.Number));
        }
    }

    private double ShareWithPlace()
    {
        var placed = 0;
        for (var text = 0; text < Texts.Count; text++)
        {
            foreach (var term in Terms.Of(text))
            {
                if (!IsPlace(term.Term)) continue;
                placed++;
                break;
            }
        }
        return (double)placed / Math.Max(1, Texts.Count);
    }

    private int OwnName()
    {
        var names = Enumerable.Range(0, Terms.Count).Where(term => Terms[term].IsName);
        var commonest = names.DefaultIfEmpty(-1).MaxBy(term => term < 0 ? 0 : TermCounts[term]);
        return commonest >= 0 && IsOwnName(TermCounts[commonest], Texts.Count) ? commonest : -1;
    }

    private int[] Counts(int titles)
    {
        var counts = new int[Terms.Count];
        for (var title = 0; title < titles; title++)
        {
            foreach (var term in Terms.Of(title)) counts[term.Term]++;
        }
        return counts;
    }
}

/// <summary>What a title tells beside its words: its period and its role. Years are 0 when unknown.</summary>
internal struct Facts
{
    public short From;
    public short To;
    public DocumentRole Role;
    public UInt128 Obligations;

    public static Facts Of(OverlapText text, IReadOnlyList<PeriodInText> inTitle)
    {
        var facts = new Facts { Role = DocumentRoles.Of(text.Type) };
        if (text.Period is { } period) (facts.From, facts.To) = ((short)(period.From ?? 0), (short)(period.To ?? 0));
        if (inTitle.Count == 0 || facts.From > 0 || facts.To > 0) return facts;
        var first = inTitle.FirstOrDefault(found => !found.IsYear, inTitle[0]);
        // A year alone may be the first or the last.
        (facts.From, facts.To) = first.IsYear ? ((short)0, (short)first.From) : ((short)first.From, (short)(first.To ?? 0));
        return facts;
    }
}
