using System.Collections.Immutable;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>The changes to the cases of one kind in one run.</summary>
internal sealed class CaseChanges(GraphSnapshot snapshot, NodeId run)
{
    /// <summary>A score or weight that moves by less is not worth a write: it moves with the rest of the graph.</summary>
    private const double SmallestMove = 0.05;

    private readonly List<Operation> _operations = [];

    public IReadOnlyList<Operation> Operations => _operations;

    public int New { get; private set; }

    public int Resolved { get; private set; }

    /// <summary>Seen, but not enough to open a case.</summary>
    public int Ignored { get; private set; }

    /// <param name="isUnjudged">True for a case that could not be looked for: that it is not seen then says nothing, unless what it is about is gone.</param>
    public void Compare(ImmutableArray<DetectedFinding> detected, IEnumerable<Finding> known, Func<Finding, bool> isUnjudged)
    {
        var cases = known.ToDictionary(finding => finding.Id);
        var withLeftOut = cases.Values.Where(finding => !finding.LeftOut.IsEmpty).ToArray();
        var seen = new HashSet<NodeId>(detected.Length);
        foreach (var finding in detected)
        {
            if (!seen.Add(finding.Id)) throw new InvalidOperationException($"A detector gave {finding.Id} twice.");
            var before = cases.GetValueOrDefault(finding.Id);
            See(SeenCase.Of(snapshot, finding, before, withLeftOut), before);
        }
        foreach (var gone in cases.Values.Where(finding => finding.State.Holds() && !seen.Contains(finding.Id) && !(isUnjudged(finding) && IsThere(finding))).OrderBy(finding => finding.Id))
        {
            Resolved++;
            Put(gone with { State = FindingState.Resolved, ResolvedRun = run }, gone.Version);
        }
    }

    private bool IsThere(Finding finding) => finding.Members.All(member => snapshot.Find(member) is not null);

    private void See(SeenCase seen, Finding? known)
    {
        var changed = known?.Fingerprint != seen.Fingerprint;
        if (known is null || known.State == FindingState.Resolved || !seen.Back.IsEmpty || (known.State == FindingState.Dismissed && changed)) Open(seen, known);
        else if (known.State != FindingState.Dismissed && (changed || !SaysTheSame(seen, known))) Put(Update(known, seen), known.Version);
    }

    private void Open(SeenCase seen, Finding? known)
    {
        if (!seen.Detected.IsEnoughForNew)
        {
            Ignored++;
            return;
        }
        New++;
        if (known is null) Put(Update(new Finding { Id = seen.Id, Title = "", Fingerprint = "", Type = seen.Detected.Type, FirstRun = run }, seen), 0);
        else Put(Reopen(known, seen), known.Version);
        foreach (var member in seen.Members.Where(member => snapshot.Out(seen.Id, RelationType.About).All(relation => relation.To != member)))
            _operations.Add(new PutRelation(new Relation { Type = RelationType.About, From = seen.Id, To = member }, 0));
    }

    private Finding Reopen(Finding known, SeenCase seen)
    {
        // what is new only because a member is back has been said already
        var facts = seen.Back.IsEmpty ? seen.Facts : seen.Facts.RemoveRange(seen.Facts.Keys.Where(name => seen.Members.Except(known.Members).Any(back => MemberFacts.IsAbout(name, back))));
        ImmutableArray<Sentence> changes = [.. seen.Back, .. FactChanges.Describe(known.Facts, facts, snapshot)];
        return Update(known, seen) with
        {
            State = FindingState.New,
            Action = null,
            ReopenedRun = run,
            ResolvedRun = null,
            ReopenedBecause = changes.IsEmpty ? [Sentence.Of("findings.changed.seenAgain")] : changes,
        };
    }

    private Finding Update(Finding known, SeenCase seen) => known with
    {
        Title = CaseWords.Title(snapshot, seen.Members),
        Headline = seen.Headline,
        Members = seen.Members,
        LeftOut = seen.LeftOut,
        Score = seen.Detected.Score,
        Evidence = seen.Detected.Evidence,
        Fingerprint = seen.Fingerprint,
        Facts = seen.Facts,
    };

    private void Put(Finding finding, long version) => _operations.Add(new PutNode(finding, version));

    private static bool SaysTheSame(SeenCase seen, Finding known) =>
        seen.Headline == known.Headline && Math.Abs(seen.Detected.Score - known.Score) < SmallestMove
        && seen.Detected.Evidence.Length == known.Evidence.Length && seen.Detected.Evidence.Zip(known.Evidence).All(pair => SaysTheSame(pair.First, pair.Second));

    private static bool SaysTheSame(Evidence one, Evidence other) =>
        one.Sentence == other.Sentence && one.Weight is null == other.Weight is null && Math.Abs((one.Weight ?? 0) - (other.Weight ?? 0)) < SmallestMove;
}
