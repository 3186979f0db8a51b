using System.Collections.Immutable;
using PlanGraph.Domain.Anchoring;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Web.Jobs;
using PlanGraph.Web.Lexicon;

namespace PlanGraph.Web.Graph;

/// <summary>The graph as it is now and as the municipality's calendar has it, for the answers that need more than the store knows.</summary>
internal sealed class GraphViews(SnapshotHolder snapshots, AnchoringRules rules, MunicipalLexicon lexicon, TimeProvider clock)
{
    private volatile GraphView? _view;

    /// <summary>While the store does not answer, as it was when it last did.</summary>
    public async ValueTask<GraphView> CurrentAsync(CancellationToken cancellationToken)
    {
        var snapshot = await snapshots.KnownAsync(cancellationToken);
        var today = Oslo.Date(clock.GetUtcNow());
        if (_view is { } view && ReferenceEquals(view.Snapshot, snapshot) && view.Today == today) return view;
        return _view = new GraphView(snapshot, rules.Table, lexicon.Current.Topics, today);
    }
}

/// <summary>A snapshot, a day, and what follows from the two; each part is worked out once, when it is first asked for.</summary>
internal sealed class GraphView(GraphSnapshot snapshot, AnchoringRuleTable rules, TopicLexicon lexicon, DateOnly today)
{
    private readonly Lazy<AnchoringMap> _anchoring = new(() => AnchoringMap.Of(snapshot, rules, today));
    private readonly Lazy<ILookup<NodeId, Finding>> _findings = new(() =>
        snapshot.OfKind<Finding>().SelectMany(finding => finding.Members.Select(member => (member, finding))).ToLookup(pair => pair.member, pair => pair.finding));
    private readonly Lazy<ImmutableArray<Run>> _runs = new(() =>
        [.. snapshot.OfKind<Run>().OrderByDescending(run => run.Started).ThenByDescending(run => run.Id)]);

    private readonly Lock _likelyLock = new();
    private LikelyGoals? _likely;

    private readonly Lazy<Calibration> _calibration = new(() => Calibration.Of(snapshot));

    public GraphSnapshot Snapshot => snapshot;

    public DateOnly Today => today;

    public AnchoringMap Anchoring => _anchoring.Value;

    /// <summary>The goals that a plan may be meant for. One at a time: what reads the texts keeps what it has read.</summary>
    public ImmutableArray<LikelyGoal> LikelyGoalsOf(Plan plan)
    {
        lock (_likelyLock) return (_likely ??= new LikelyGoals(snapshot, Anchoring, lexicon)).For(plan);
    }

    /// <summary>Scores put right by what people have judged until now.</summary>
    public Calibration Calibration => _calibration.Value;

    /// <summary>All runs, the latest first.</summary>
    public ImmutableArray<Run> Runs => _runs.Value;

    /// <summary>The run whose findings stand.</summary>
    public Run? LastSuccess => Runs.FirstOrDefault(run => run.Outcome == RunOutcome.Succeeded);

    /// <summary>The findings about a node, whatever their state.</summary>
    public IEnumerable<Finding> FindingsAbout(NodeId id) => _findings.Value[id];

    /// <summary>How many findings about a node wait for somebody to look at them: the number that every list, table and graph shows.</summary>
    public int OpenFindings(NodeId id) => FindingsAbout(id).Count(finding => finding.State.IsOpen());
}
