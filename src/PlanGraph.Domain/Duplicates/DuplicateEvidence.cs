using System.Collections.Immutable;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Duplicates;

/// <summary>Why some goals or strategies seem to say much the same, in sentences: the parts of the score as a waterfall, then what differs and what they hang on.</summary>
internal sealed class DuplicateEvidence(GraphSnapshot snapshot, StatementTexts texts, Statements statements)
{
    private const int MostWords = 6;

    public ImmutableArray<Evidence> Of(DuplicateGroup group) => [.. Parts(group), .. group.Members.Length == 2 ? Differences(group.Pairs[0]) : group.Pairs.SelectMany(Pair), .. Links(group)];

    /// <summary>Two decimals each, and still the same sum: what is rounded is the height after each step. A step that no pair shown explains is counted with the words.</summary>
    private IEnumerable<Evidence> Parts(DuplicateGroup group)
    {
        var steps = group.Steps;
        (Sentence? Sentence, double Step)[] more = [(First(group, Passage), steps.Wording), (Inputs(group), steps.Inputs), (First(group, Places), steps.Places)];
        var words = steps.Words + more.Where(part => part.Sentence is null).Sum(part => part.Step);
        var height = 0.0;
        foreach (var (sentence, step) in more.Where(part => part.Sentence is not null).Prepend((Words(group), words)).Prepend((Topics(group.Pairs[0]), steps.Topics)))
        {
            var before = Math.Round(height, 2);
            height += step;
            yield return new(sentence!, Math.Round(Math.Round(height, 2) - before, 2));
        }
    }

    private static Sentence? First(DuplicateGroup group, Func<(int First, int Second), Sentence?> of) => group.Pairs.Select(of).FirstOrDefault(sentence => sentence is not null);

    private Sentence Words(DuplicateGroup group)
    {
        var (first, second) = group.Pairs[0];
        if (texts[first].Terms.IsEmpty) return Sentence.Of("duplicates.sameWording");
        return Sentence.Of(group.Members.Length == 2 ? "duplicates.words" : "duplicates.words.group", ("words", List(group.Pairs.SelectMany(pair => Shared(pair.First, pair.Second)))));
    }

    /// <summary>The shared words, the weightiest first; as both have them where they differ.</summary>
    private IEnumerable<string> Shared(int first, int second) => texts[first].Terms.Where(term => texts[second].Terms.ContainsKey(term.Key)).OrderByDescending(term => term.Value.Weight)
        .Select(term => (One: term.Value.Written, Other: texts[second].Terms[term.Key].Written))
        .Select(words => string.Equals(words.One, words.Other, StringComparison.OrdinalIgnoreCase) ? words.One : $"{words.One} / {words.Other}");

    private Sentence Topics((int First, int Second) pair)
    {
        var near = from one in texts[pair.First].Topics
                   from other in texts[pair.Second].Topics
                   let nearness = texts.Lexicon.Nearness(one.Topic, other.Topic)
                   where nearness >= StatementLikeness.LeastNearness
                   orderby nearness descending, one.Topic, other.Topic
                   select (One: one.Topic, Other: other.Topic);
        var pairs = near.ToArray();
        var shared = pairs.Where(topics => topics.One == topics.Other).Select(topics => texts.Lexicon.Topics[topics.One].Name).ToArray();
        if (shared.Length > 0) return Sentence.Of("duplicates.topics", ("topics", string.Join(", ", shared)));
        return pairs is [var nearest, ..] ? Sentence.Of("duplicates.nearTopics", ("first", texts.Lexicon.Topics[nearest.One].Name), ("second", texts.Lexicon.Topics[nearest.Other].Name)) : Sentence.Of("duplicates.noTopics");
    }

    private Sentence? Passage((int First, int Second) pair) =>
        new StatementLikeness(texts, statements).Passage(pair.First, pair.Second) is { } passage ? Sentence.Of("duplicates.passage", ("passage", QuotedTitles.InQuotes(passage))) : null;

    private Sentence? Inputs(DuplicateGroup group)
    {
        var inputs = group.Pairs.SelectMany(pair => statements.InputsOfBoth(pair.First, pair.Second)).DistinctBy(input => input.Id).ToArray();
        return inputs.Length == 0 ? null : Sentence.Of("duplicates.inputs", ("titles", string.Join(", ", inputs.Select(input => $"«{DuplicateWords.Short(input)}»"))));
    }

    private Sentence? Places((int First, int Second) pair) => new StatementLikeness(texts, statements).OtherPlaces(pair.First, pair.Second) is var (first, second)
        ? Sentence.Of("duplicates.otherPlaces", ("first", first), ("second", second)) : null;

    private IEnumerable<Evidence> Differences((int First, int Second) pair)
    {
        var (one, other) = (Own(pair.First, pair.Second), Own(pair.Second, pair.First));
        if (one.Length > 0 || other.Length > 0)
            yield return new(Sentence.Of("duplicates.differs", ("first", one.Length > 0 ? one : "@overlap.noOther"), ("second", other.Length > 0 ? other : "@overlap.noOther")));
        var (ones, others) = (texts[pair.First].Numbers, texts[pair.Second].Numbers);
        if (!ones.IsEmpty && !others.IsEmpty && !ones.Order(StringComparer.Ordinal).SequenceEqual(others.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            yield return new(Sentence.Of("duplicates.numbers", ("first", string.Join(", ", ones)), ("second", string.Join(", ", others))));
    }

    /// <summary>A pair of a group: what it shares, in short.</summary>
    private IEnumerable<Evidence> Pair((int First, int Second) pair)
    {
        var (one, other) = (statements.All[pair.First], statements.All[pair.Second]);
        var shared = texts[pair.First].Terms.IsEmpty ? [] : Shared(pair.First, pair.Second).ToArray();
        if (shared.Length > 0) yield return new(Sentence.Of("duplicates.ofPair", ("first", DuplicateWords.Short(one)), ("second", DuplicateWords.Short(other)), ("words", List(shared))));
    }

    private IEnumerable<Evidence> Links(DuplicateGroup group)
    {
        foreach (var (key, type) in new[] { ("duplicates.above", RelationType.SubgoalOf), ("duplicates.above", RelationType.Supports), ("duplicates.challenges", RelationType.RespondsTo), ("duplicates.sdgs", RelationType.ContributesTo) })
        {
            var shared = group.Members.Select(member => snapshot.Out(statements.All[member].Id, type).Select(relation => relation.To)).Aggregate((all, own) => all.Intersect(own)).Order().ToArray();
            if (shared.Length > 0) yield return new(Sentence.Of(key, ("titles", string.Join(", ", shared.Select(id => snapshot.Find(id)?.InQuotes() ?? id.Value)))));
        }
        if (group.Members.Select(member => (statements.All[member] as Strategy)?.Type).Distinct().Count() > 1) yield return new(Sentence.Of("duplicates.landUse"));
    }

    private string Own(int statement, int other) => List(texts[statement].Terms.Where(term => !texts[other].Terms.ContainsKey(term.Key)).OrderByDescending(term => term.Value.Weight).Select(term => term.Value.Written));

    private static string List(IEnumerable<string> words) => string.Join(", ", words.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostWords));
}
