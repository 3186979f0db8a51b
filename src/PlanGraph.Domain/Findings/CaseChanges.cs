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

    public void Compare(ImmutableArray<DetectedFinding> detected, IEnumerable<Finding> known)
    {
        var cases = known.ToDictionary(finding => finding.Id);
        var seen = new HashSet<NodeId>(detected.Length);
        foreach (var finding in detected)
        {
            if (!seen.Add(finding.Id)) throw new InvalidOperationException($"A detector gave {finding.Id} twice.");
            See(finding, cases.GetValueOrDefault(finding.Id));
        }
        foreach (var gone in cases.Values.Where(finding => finding.State.Holds() && !seen.Contains(finding.Id)).OrderBy(finding => finding.Id))
        {
            Resolved++;
            Put(gone with { State = FindingState.Resolved, ResolvedRun = run }, gone.Version);
        }
    }

    private void See(DetectedFinding detected, Finding? known)
    {
        var changed = known?.Fingerprint != detected.Fingerprint;
        if (known is null || known.State == FindingState.Resolved || (known.State == FindingState.Dismissed && changed)) Open(detected, known);
        else if (known.State != FindingState.Dismissed && (changed || !SaysTheSame(detected, known))) Put(Update(known, detected), known.Version);
    }

    private void Open(DetectedFinding detected, Finding? known)
    {
        if (!detected.IsEnoughForNew)
        {
            Ignored++;
            return;
        }
        New++;
        if (known is null) Put(Update(new Finding { Id = detected.Id, Title = "", Fingerprint = "", Type = detected.Type, FirstRun = run }, detected), 0);
        else Put(Reopen(known, detected), known.Version);
        foreach (var member in detected.Members.Where(member => snapshot.Out(detected.Id, RelationType.About).All(relation => relation.To != member)))
            _operations.Add(new PutRelation(new Relation { Type = RelationType.About, From = detected.Id, To = member }, 0));
    }

    private Finding Reopen(Finding known, DetectedFinding detected)
    {
        var changes = FactChanges.Describe(known.Facts, detected.Facts, snapshot);
        return Update(known, detected) with
        {
            State = FindingState.New,
            ReopenedRun = run,
            ResolvedRun = null,
            ReopenedBecause = changes.IsEmpty ? [Sentence.Of("findings.changed.seenAgain")] : changes,
        };
    }

    private Finding Update(Finding known, DetectedFinding detected) => known with
    {
        Title = Title(detected.Members),
        Headline = detected.Headline,
        Members = detected.Members,
        Score = detected.Score,
        Evidence = detected.Evidence,
        Fingerprint = detected.Fingerprint,
        Facts = detected.Facts,
    };

    private string Title(ImmutableArray<NodeId> members)
    {
        var titles = string.Join(" – ", members.Select(id => snapshot.Find(id)?.Title ?? id.Value));
        return titles.Length <= NodeRules.MaxTitle ? titles : titles[..(NodeRules.MaxTitle - 1)] + "…";
    }

    private void Put(Finding finding, long version) => _operations.Add(new PutNode(finding, version));

    private static bool SaysTheSame(DetectedFinding detected, Finding known) =>
        detected.Headline == known.Headline && Math.Abs(detected.Score - known.Score) < SmallestMove
        && detected.Evidence.Length == known.Evidence.Length && detected.Evidence.Zip(known.Evidence).All(pair => SaysTheSame(pair.First, pair.Second));

    private static bool SaysTheSame(Evidence one, Evidence other) =>
        one.Sentence == other.Sentence && one.Weight is null == other.Weight is null && Math.Abs((one.Weight ?? 0) - (other.Weight ?? 0)) < SmallestMove;
}
