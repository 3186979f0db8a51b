using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Tests.Findings;

public sealed class CalibrationTests
{
    private static readonly double[] Scores = [.. Enumerable.Range(1, 99).Select(hundredth => hundredth / 100.0)];

    private static IEnumerable<JudgedScore> Judged(double score, int right, int wrong, FindingKind kind = FindingKind.Overlap) =>
        [.. Enumerable.Repeat(new JudgedScore(kind, score, true), right), .. Enumerable.Repeat(new JudgedScore(kind, score, false), wrong)];

    [Fact]
    public void Without_judgements_scores_are_as_they_are() => Assert.All(Scores, score => Assert.Equal(score, Calibration.Of([]).Apply(FindingKind.Overlap, score)));

    [Fact]
    public void One_judgement_hardly_moves_anything()
    {
        foreach (var (at, right) in Scores.SelectMany(at => Enumerable.Range(0, 2).Select(right => (at, right))))
        {
            var calibration = Calibration.Of(Judged(at, right, 1 - right));
            Assert.All(Scores, score => Assert.InRange(calibration.Apply(FindingKind.Overlap, score), score - 0.05, score + 0.05));
            Assert.InRange(calibration.Apply(FindingKind.Overlap, 0.5), 0.47, 0.53);
        }
    }

    [Fact]
    public void Many_that_say_the_scores_are_too_high_bring_them_down_to_what_was_judged()
    {
        var calibration = Calibration.Of([.. Judged(0.8, 100, 100), .. Judged(0.4, 20, 80)]);
        Assert.InRange(calibration.Apply(FindingKind.Overlap, 0.8), 0.46, 0.58);
        Assert.InRange(calibration.Apply(FindingKind.Overlap, 0.4), 0.17, 0.26);
    }

    [Fact]
    public void Scores_that_are_right_already_stay()
    {
        var calibration = Calibration.Of([.. Judged(0.8, 80, 20), .. Judged(0.4, 40, 60), .. Judged(0.6, 60, 40)]);
        Assert.All(Scores, score => Assert.InRange(calibration.Apply(FindingKind.Overlap, score), score - 0.02, score + 0.02));
    }

    [Fact]
    public void The_order_of_two_findings_never_changes_whatever_was_judged()
    {
#pragma warning disable CA5394 // Repeatable on purpose.
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var calibration = Calibration.Of(Enumerable.Range(0, random.Next(1, 400)).Select(_ => new JudgedScore(FindingKind.Overlap, random.NextDouble(), random.NextDouble() < random.NextDouble())));
            var calibrated = Scores.Select(score => calibration.Apply(FindingKind.Overlap, score)).ToArray();
            Assert.Equal(calibrated.Order(), calibrated);
            Assert.All(calibrated, score => Assert.InRange(score, 0, 1));
        }
#pragma warning restore CA5394
    }

    [Fact]
    public void Judgements_that_say_the_opposite_of_the_scores_flatten_the_curve_and_never_turn_it()
    {
        var calibration = Calibration.Of([.. Judged(0.95, 0, 2_000), .. Judged(0.05, 2_000, 0)]);
        var calibrated = Scores.Select(score => calibration.Apply(FindingKind.Overlap, score)).ToArray();
        Assert.Equal(calibrated.Order(), calibrated);
    }

    [Fact]
    public void The_same_judgements_in_another_order_give_the_same_curve()
    {
        JudgedScore[] judged = [.. Judged(0.3, 3, 8), .. Judged(0.55, 7, 2), .. Judged(0.9, 11, 1)];
        var one = Calibration.Of(judged).Curves;
        Assert.Equal(one.AsEnumerable(), Calibration.Of(judged.Reverse()).Curves);
        Assert.Equal((21, 11), (one[0].Confirmed, one[0].Dismissed));
    }

    [Fact]
    public void Each_kind_has_a_curve_of_its_own()
    {
        var calibration = Calibration.Of(Judged(0.6, 0, 50, FindingKind.ExpiredPlan));
        Assert.Equal(0.6, calibration.Apply(FindingKind.Overlap, 0.6));
        Assert.True(calibration.Apply(FindingKind.ExpiredPlan, 0.6) < 0.3);
    }

    [Fact]
    public void The_last_word_on_a_finding_counts_with_the_score_it_had_then_and_a_word_taken_back_does_not()
    {
        var at = DateTimeOffset.UnixEpoch;
        static Finding Case(string slug, params Judgement[] said) => new() { Id = NodeId.Parse("finding/" + slug), Title = slug, Fingerprint = "f", Score = 0.9, Judgements = [.. said] };
        var judged = Calibration.Judged(
        [
            Case("b", new Judgement("P", at, FindingState.Confirmed, Score: 0.4), new Judgement("P", at, FindingState.Dismissed, "Nei", Score: 0.5)),
            Case("a", new Judgement("P", at, FindingState.Confirmed)),
            Case("c", new Judgement("P", at, FindingState.Dismissed, "Nei", Score: 0.5), new Judgement("P", at, FindingState.New)),
        ]);
        Assert.Equal([(0.9, true), (0.5, false)], judged.Select(one => (one.Score, one.IsRight)));
    }
}
