using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Overlap;

/// <summary>The parts of the score of a pair, as a waterfall. The titles' part is a likelihood that was fitted (decision 0011); what is known beside the titles adds to it by weights that are set by reading.</summary>
internal sealed class OverlapParts(GraphSnapshot snapshot, OverlapTexts texts, SharedLinks links, TitleOverlaps titles)
{
    private const double TextWeight = 0.15;
    private const double PassageWeight = 0.1;
    private const double GoalWeight = 0.2;
    private const double PlaceWeight = 0.15;
    private const double ChallengeWeight = 0.1;
    private const double SdgWeight = 0.05;
    private const double SameSectorWeight = 0.05;
    private const double OtherSectorWeight = -0.3;
    private const double OtherPlaceWeight = -0.3;
    private const int MostWords = 6;

    public IEnumerable<Evidence> Of(Plan first, Plan second)
    {
        foreach (var line in Titles(first, second)) yield return line;
        foreach (var line in Texts(first, second)) yield return line;
        foreach (var line in Links(first, second)) yield return line;
        if (Sectors(first, second) is { } sector) yield return sector;
        if (Places(first, second) is { } place) yield return place;
        if (PairKind.IsAnalysis(first) != PairKind.IsAnalysis(second))
            yield return new(Sentence.Of("overlap.analysis", ("title", (PairKind.IsAnalysis(first) ? first : second).InQuotes())));
        if (Periods(first, second) is { } period) yield return period;
    }

    /// <summary>A score that the pair cannot exceed, found fast: most pairs that share a word share nothing else.</summary>
    public double Most(Plan first, Plan second)
    {
        var most = titles.Score(first.Id, second.Id);
        if (texts.Text(first.Id) is not null && texts.Text(second.Id) is not null) most += TextWeight + PassageWeight;
        if (links.SharesAny(first.Id, second.Id)) most += GoalWeight + ChallengeWeight + SdgWeight + PlaceWeight + SameSectorWeight;
        return Math.Round(most, 2) + 0.01;
    }

    /// <summary>The score of the titles, in steps that add up to it, each with what it rests on.</summary>
    private IEnumerable<Evidence> Titles(Plan first, Plan second)
    {
        var (one, other) = (texts.Title(first.Id), texts.Title(second.Id));
        var shared = one.SharedWords(other);
        if (titles.Find(first.Id, second.Id) is not { } pair)
        {
            if (shared.Length > 0) yield return new(Sentence.Of("overlap.title", ("words", List(shared))));
            yield break;
        }
        var (words, topics, rank, kinds) = Rounded(pair.Steps);
        yield return new(shared.Length > 0 ? Sentence.Of("overlap.title", ("words", List(shared))) : Sentence.Of("overlap.noWords"), words);
        var (own, others) = (one.OwnWords(other), other.OwnWords(one));
        if (shared.Length > 0 && (own.Length > 0 || others.Length > 0))
            yield return new(Sentence.Of("overlap.titleDiffers", ("first", own.Length > 0 ? List(own) : "@overlap.noOther"), ("second", others.Length > 0 ? List(others) : "@overlap.noOther")));
        var subjects = titles.Subjects(first.Id, second.Id);
        yield return new(Topics(subjects), topics);
        yield return new(Sentence.Of("overlap.rank"), rank);
        if (kinds != 0) yield return new(Sentence.Of("overlap.kinds"), kinds);
        if (subjects.FirstLaws.Length > 0)
            yield return new(Sentence.Of("overlap.laws", ("first", string.Join(", ", subjects.FirstLaws)), ("second", string.Join(", ", subjects.SecondLaws))));
    }

    private static Sentence Topics(PairSubjects subjects) => subjects switch
    {
        { Shared.Length: > 0 } => Sentence.Of("overlap.topics", ("topics", string.Join(", ", subjects.Shared))),
        { Near: { } near } => Sentence.Of("overlap.nearTopics", ("first", near.First), ("second", near.Second)),
        _ => Sentence.Of("overlap.noTopics"),
    };

    /// <summary>Two decimals each, and still the same sum: what is rounded is the height after each step.</summary>
    private static (double Words, double Topics, double Rank, double Kinds) Rounded(PairSteps steps)
    {
        var (words, topics, rank, score) = (Round(steps.Words), Round(steps.Words + steps.Topics), Round(steps.Words + steps.Topics + steps.Rank), Round(steps.Score));
        return (words, Round(topics - words), Round(rank - topics), Round(score - rank));
    }

    private IEnumerable<Evidence> Texts(Plan first, Plan second)
    {
        if (texts.Text(first.Id) is not { } one || texts.Text(second.Id) is not { } other) yield break;
        var weight = Round(TextWeight * one.Cosine(other));
        if (weight > 0) yield return new(Sentence.Of("overlap.text", ("words", List(one.SharedWords(other)))), weight);
        if (Passages.LongestShared(first.Text!, second.Text!) is { } passage) yield return new(Sentence.Of("overlap.passage", ("passage", passage)), PassageWeight);
    }

    private IEnumerable<Evidence> Links(Plan first, Plan second)
    {
        (string Key, double Most, NodeKind[] Kinds)[] kinds =
        [
            ("overlap.goals", GoalWeight, [NodeKind.Goal, NodeKind.Strategy]),
            ("overlap.challenges", ChallengeWeight, [NodeKind.Challenge]),
            ("overlap.sdgs", SdgWeight, [NodeKind.Sdg]),
            ("overlap.places", PlaceWeight, [NodeKind.Place]),
        ];
        foreach (var (key, most, kind) in kinds)
        {
            var shared = links.Shared(first.Id, second.Id, kind);
            if (shared.Length > 0) yield return new(Sentence.Of(key, ("titles", Titles(shared))), Round(links.Weight(shared, most)));
        }
    }

    private Evidence? Sectors(Plan first, Plan second) => links.Compare(first.Id, second.Id, NodeKind.Sector) switch
    {
        true => new(Sentence.Of("overlap.sameSector", ("sector", Titles(links.Shared(first.Id, second.Id, NodeKind.Sector)))), SameSectorWeight),
        false => new(Sentence.Of("overlap.otherSector", ("first", Titles(links.Of(first.Id, NodeKind.Sector))), ("second", Titles(links.Of(second.Id, NodeKind.Sector)))), OtherSectorWeight),
        null => null,
    };

    private Evidence? Places(Plan first, Plan second) => links.Compare(first.Id, second.Id, NodeKind.Place) == false
        ? new(Sentence.Of("overlap.otherPlace", ("first", Titles(links.Of(first.Id, NodeKind.Place))), ("second", Titles(links.Of(second.Id, NodeKind.Place)))), OtherPlaceWeight)
        : null;

    private static Evidence? Periods(Plan first, Plan second)
    {
        if (first.Period is not { } one || second.Period is not { } other) return null;
        var key = one.Overlaps(other) switch { true => "overlap.samePeriod", false => "overlap.otherPeriod", null => null };
        return key is null ? null : new(Sentence.Of(key, ("first", Years(one)), ("second", Years(other))));
    }

    private string Titles(IEnumerable<NodeId> ids) => string.Join(", ", ids.Order().Select(id => snapshot.Find(id)?.Title ?? id.Value));

    private static string Years(Period period) => FormattableString.Invariant($"{period.From}–{period.To}");

    private static string List(string[] words) => string.Join(", ", words.Take(MostWords));

    private static double Round(double weight) => Math.Round(weight, 2);
}
