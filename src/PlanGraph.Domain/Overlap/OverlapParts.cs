using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Overlap;

/// <summary>The parts of the score of a pair, as a waterfall. The weights are set by reading the pairs of Bærum's plan system (see the tests and decision 0005).</summary>
internal sealed class OverlapParts(GraphSnapshot snapshot, OverlapTexts texts, SharedLinks links)
{
    private const double TitleWeight = 0.6;
    private const double TextWeight = 0.15;
    private const double PassageWeight = 0.1;
    private const double GoalWeight = 0.2;
    private const double PlaceWeight = 0.15;
    private const double ChallengeWeight = 0.1;
    private const double SdgWeight = 0.05;
    private const double SameSectorWeight = 0.05;
    private const double OtherSectorWeight = -0.3;
    private const double OtherPlaceWeight = -0.3;
    private const double AnalysisWeight = -0.1;
    private const int MostWords = 6;

    public IEnumerable<Evidence> Of(Plan first, Plan second)
    {
        foreach (var line in Titles(first, second)) yield return line;
        foreach (var line in Texts(first, second)) yield return line;
        foreach (var line in Links(first, second)) yield return line;
        if (Sectors(first, second) is { } sector) yield return sector;
        if (Places(first, second) is { } place) yield return place;
        if (PairKind.IsAnalysis(first) != PairKind.IsAnalysis(second))
            yield return new(Sentence.Of("overlap.analysis", ("title", (PairKind.IsAnalysis(first) ? first : second).InQuotes())), AnalysisWeight);
        if (Periods(first, second) is { } period) yield return period;
    }

    /// <summary>A score that the pair cannot exceed, found fast: most pairs that share a word share nothing else.</summary>
    public double Most(Plan first, Plan second)
    {
        var most = TitleWeight * Similarity(texts.Title(first.Id), texts.Title(second.Id));
        if (texts.Text(first.Id) is not null && texts.Text(second.Id) is not null) most += TextWeight + PassageWeight;
        if (links.SharesAny(first.Id, second.Id)) most += GoalWeight + ChallengeWeight + SdgWeight + PlaceWeight + SameSectorWeight;
        return Math.Round(most, 2) + 0.01;
    }

    /// <summary>Mostly the cosine, and a little how much of the shorter title stands in the longer one.</summary>
    private static double Similarity(TextVector one, TextVector other)
    {
        var (cosine, containment) = one.Compare(other);
        return (0.7 * cosine) + (0.3 * containment);
    }

    private IEnumerable<Evidence> Titles(Plan first, Plan second)
    {
        var (one, other) = (texts.Title(first.Id), texts.Title(second.Id));
        var shared = one.SharedWords(other);
        if (shared.Length == 0) yield break;
        yield return new(Sentence.Of("overlap.title", ("words", List(shared))), Round(TitleWeight * Similarity(one, other)));
        var (own, others) = (one.OwnWords(other), other.OwnWords(one));
        if (own.Length > 0 || others.Length > 0)
            yield return new(Sentence.Of("overlap.titleDiffers", ("first", own.Length > 0 ? List(own) : "@overlap.noOther"), ("second", others.Length > 0 ? List(others) : "@overlap.noOther")));
    }

    private IEnumerable<Evidence> Texts(Plan first, Plan second)
    {
        if (texts.Text(first.Id) is not { } one || texts.Text(second.Id) is not { } other) yield break;
        var weight = Round(TextWeight * one.Compare(other).Cosine);
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
