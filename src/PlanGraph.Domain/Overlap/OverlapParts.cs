using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// The parts of the score of a pair, as a waterfall: steps of the fitted likelihood (decision 0011), each on the sentence that says what it rests on. What has no weight of its own is told beside it.
/// </summary>
internal sealed class OverlapParts(GraphSnapshot snapshot, OverlapTexts texts, SharedLinks links, PlanOverlaps overlaps)
{
    private const int MostWords = 6;

    public IEnumerable<Evidence> Of(Plan first, Plan second, OverlapPair pair)
    {
        var subjects = overlaps.Subjects(first.Id, second.Id);
        var (words, topics, rank, description, tied, kinds) = Rounded(pair.Steps);
        return
        [
            .. Titles(texts.Title(first.Id), texts.Title(second.Id), words),
            new(Topics(subjects), topics),
            .. Weighed(Sentence.Of("overlap.rank"), rank),
            .. OnFirst([.. Texts(first, second)], "overlap.texts", description),
            .. OnFirst([.. Links(first, second), .. Sectors(first, second)], "overlap.links", tied),
            .. Weighed(Sentence.Of("overlap.kinds"), kinds),
            .. Places(first, second),
            .. Laws(subjects),
            .. Analysis(first, second),
            .. Periods(first, second),
        ];
    }

    private static IEnumerable<Evidence> Weighed(Sentence sentence, double weight) => weight == 0 ? [] : [new(sentence, weight)];

    /// <summary>The step's weight on the first of its sentences; on a sentence of its own when there is none.</summary>
    private static IEnumerable<Evidence> OnFirst(IReadOnlyList<Sentence> sentences, string key, double weight) => sentences.Count > 0
        ? [weight == 0 ? new(sentences[0]) : new(sentences[0], weight), .. sentences.Skip(1).Select(sentence => new Evidence(sentence))]
        : Weighed(Sentence.Of(key), weight);

    private static IEnumerable<Evidence> Titles(TextVector one, TextVector other, double weight)
    {
        var shared = one.SharedWords(other);
        yield return new(shared.Length > 0 ? Sentence.Of("overlap.title", ("words", List(shared))) : Sentence.Of("overlap.noWords"), weight);
        var (own, others) = (one.OwnWords(other), other.OwnWords(one));
        if (shared.Length > 0 && (own.Length > 0 || others.Length > 0))
            yield return new(Sentence.Of("overlap.titleDiffers", ("first", own.Length > 0 ? List(own) : "@overlap.noOther"), ("second", others.Length > 0 ? List(others) : "@overlap.noOther")));
    }

    private static Sentence Topics(PairSubjects subjects) => subjects switch
    {
        { Shared.Length: > 0 } => Sentence.Of("overlap.topics", ("topics", string.Join(", ", subjects.Shared))),
        { Near: { } near } => Sentence.Of("overlap.nearTopics", ("first", near.First), ("second", near.Second)),
        _ => Sentence.Of("overlap.noTopics"),
    };

    private static IEnumerable<Evidence> Laws(PairSubjects subjects) => subjects.FirstLaws.Length == 0 ? []
        : [new(Sentence.Of("overlap.laws", ("first", string.Join(", ", subjects.FirstLaws)), ("second", string.Join(", ", subjects.SecondLaws))))];

    private static IEnumerable<Evidence> Analysis(Plan first, Plan second) => PairKind.IsAnalysis(first) == PairKind.IsAnalysis(second) ? []
        : [new(Sentence.Of("overlap.analysis", ("title", (PairKind.IsAnalysis(first) ? first : second).InQuotes())))];

    /// <summary>Two decimals each, and still the same sum: what is rounded is the height after each step.</summary>
    private static PairSteps Rounded(PairSteps steps)
    {
        var (height, before) = (0.0, 0.0);
        return new(Next(steps.Words), Next(steps.Topics), Next(steps.Rank), Next(steps.Texts), Next(steps.Links), Next(steps.Kinds));

        double Next(double step)
        {
            var from = before;
            before = Math.Round(height += step, 2);
            return Math.Round(before - from, 2);
        }
    }

    private IEnumerable<Sentence> Texts(Plan first, Plan second)
    {
        if (texts.Text(first.Id) is not { } one || texts.Text(second.Id) is not { } other) yield break;
        if (one.SharedWords(other) is { Length: > 0 } shared) yield return Sentence.Of("overlap.text", ("words", List(shared)));
        if (Passages.LongestShared(first.Text!, second.Text!) is { } passage) yield return Sentence.Of("overlap.passage", ("passage", passage));
    }

    private IEnumerable<Sentence> Links(Plan first, Plan second)
    {
        (string Key, NodeKind[] Kinds)[] kinds = [("overlap.goals", [NodeKind.Goal, NodeKind.Strategy]), ("overlap.challenges", [NodeKind.Challenge]), ("overlap.sdgs", [NodeKind.Sdg])];
        foreach (var (key, kind) in kinds)
        {
            var shared = links.Shared(first.Id, second.Id, kind);
            if (shared.Length > 0) yield return Sentence.Of(key, ("titles", Titles(shared)));
        }
    }

    private IEnumerable<Sentence> Sectors(Plan first, Plan second) => links.Compare(first.Id, second.Id, NodeKind.Sector) switch
    {
        true => [Sentence.Of("overlap.sameSector", ("sector", Titles(links.Shared(first.Id, second.Id, NodeKind.Sector))))],
        false => [Sentence.Of("overlap.otherSector", ("first", Titles(links.Of(first.Id, NodeKind.Sector))), ("second", Titles(links.Of(second.Id, NodeKind.Sector))))],
        null => [],
    };

    private IEnumerable<Evidence> Places(Plan first, Plan second) => links.Compare(first.Id, second.Id, NodeKind.Place) switch
    {
        true => [new(Sentence.Of("overlap.places", ("titles", Titles(links.Shared(first.Id, second.Id, NodeKind.Place)))))],
        false => [new(Sentence.Of("overlap.otherPlace", ("first", Titles(links.Of(first.Id, NodeKind.Place))), ("second", Titles(links.Of(second.Id, NodeKind.Place)))))],
        null => [],
    };

    private static IEnumerable<Evidence> Periods(Plan first, Plan second)
    {
        if (first.Period is not { } one || second.Period is not { } other) return [];
        var key = one.Overlaps(other) switch { true => "overlap.samePeriod", false => "overlap.otherPeriod", null => null };
        return key is null ? [] : [new(Sentence.Of(key, ("first", Years(one)), ("second", Years(other))))];
    }

    private string Titles(IEnumerable<NodeId> ids) => string.Join(", ", ids.Order().Select(id => snapshot.Find(id)?.Title ?? id.Value));

    private static string Years(Period period) => FormattableString.Invariant($"{period.From}–{period.To}");

    private static string List(string[] words) => string.Join(", ", words.Take(MostWords));
}
