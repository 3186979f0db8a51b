using System.Collections.Immutable;
using System.Globalization;
using PlanGraph.Domain.Findings;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Http;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Findings;

/// <param name="State">States with commas between them, or "all"; without it those that wait for somebody.</param>
/// <param name="Type">Kinds of finding with commas between them.</param>
/// <param name="Owner">A name, or "@mine" (the reader's own and nobody's), "@me", "@none"; without it everybody's.</param>
/// <param name="New">Only what is new since the reader's last visit.</param>
/// <param name="Q">Words that must all stand in the sentence or in the members' titles.</param>
/// <param name="Member">The id of a node that it is about.</param>
/// <param name="Due">overdue, week (today and six days on), later or none.</param>
/// <param name="LeftOut">Only groups that somebody has been left out of.</param>
/// <param name="Sort">score, came, due, title, type, state or owner; score and came begin with the highest and latest.</param>
/// <param name="Desc">Turns the order.</param>
/// <param name="Limit">At most so many, 1 to 1000; 200 when not given. The counts are of all.</param>
internal sealed record FindingsFilter(
    string? State, string? Type, string? Owner, bool? New, string? Q, string? Member, string? Due, bool? LeftOut, string? Sort, bool? Desc, int? Limit)
{
    public const string Mine = "@mine";
    public const string Me = "@me";
    public const string Nobody = "@none";

    public FindingsQuery Read(QueryReader read) => new()
    {
        States = State == "all" ? [.. Enum.GetValues<FindingState>()] : read.Choices<FindingState>("state", State) ?? [FindingState.New, FindingState.UnderReview],
        Types = read.Choices<FindingKind>("type", Type),
        Member = string.IsNullOrEmpty(Member) ? null : read.Id("member", Member),
        Due = read.Choices<FindingDue>("due", Due),
        Sort = read.Choices<FindingSort>("sort", Sort) is [var sort, ..] ? sort : FindingSort.Score,
        Limit = read.Number("limit", Limit, 1, 1000, 200),
        Owner = Owner,
        OnlyNew = New == true,
        OnlyLeftOut = LeftOut == true,
        Words = Q ?? "",
        Turned = Desc == true,
    };
}

/// <summary>When a case is due.</summary>
internal enum FindingDue { Overdue, Week, Later, None }

internal enum FindingSort { Score, Came, Due, Title, Type, State, Owner }

/// <summary>Which findings somebody asks for; each condition can be left out, to count what it would give.</summary>
internal sealed record FindingsQuery
{
    public required ImmutableArray<FindingState> States { get; init; }
    public ImmutableArray<FindingKind>? Types { get; init; }
    public NodeId? Member { get; init; }
    public ImmutableArray<FindingDue>? Due { get; init; }
    public FindingSort Sort { get; init; }
    public int Limit { get; init; }
    public string? Owner { get; init; }
    public bool OnlyNew { get; init; }
    public bool OnlyLeftOut { get; init; }
    public string Words { get; init; } = "";
    public bool Turned { get; init; }

    /// <summary>Everything but the conditions that lists offer counts for: member, words, left out.</summary>
    public IEnumerable<Finding> Narrow(GraphView view, Wording wording) => (Member is { } member ? view.FindingsAbout(member) : view.Snapshot.OfKind<Finding>())
        .Where(finding => !OnlyLeftOut || !finding.LeftOut.IsEmpty)
        .Where(finding => Says(view, finding, wording));

    public bool HasState(Finding finding) => States.Contains(finding.State);

    public bool HasType(Finding finding) => Types is null || Types.Value.Contains(finding.Type);

    public bool HasOwner(Finding finding, string me) => Owner switch
    {
        null or "" => true,
        FindingsFilter.Mine => finding.Owner is null || Same(finding.Owner, me),
        FindingsFilter.Me => Same(finding.Owner, me),
        FindingsFilter.Nobody => finding.Owner is null,
        _ => Same(finding.Owner, Owner),
    };

    public bool HasDue(GraphView view, Finding finding) => Due is null || Due.Value.Contains(DueOf(view, finding));

    public static FindingDue DueOf(GraphView view, Finding finding) => finding.DueDate switch
    {
        null => FindingDue.None,
        _ when FindingSummary.IsOverdue(view, finding) => FindingDue.Overdue,
        { } day when day < view.Today.AddDays(7) => FindingDue.Week,
        _ => FindingDue.Later,
    };

    public IEnumerable<Finding> InOrder(GraphView view, IEnumerable<Finding> findings)
    {
        var ordered = Sort switch
        {
            FindingSort.Came => By(finding => -(News.CameAt(view.Snapshot, finding) ?? DateTimeOffset.MinValue).UtcTicks),
            FindingSort.Due => By(finding => finding.DueDate ?? DateOnly.MaxValue),
            FindingSort.Title => By(finding => finding.Title, Norwegian),
            FindingSort.Type => By(finding => finding.Type),
            FindingSort.State => By(finding => finding.State),
            FindingSort.Owner => By(finding => finding.Owner ?? "￿", Norwegian),
            _ => By(finding => -finding.Score),
        };
        // within the same, the best first: calibration keeps the order of each kind
        return ordered.ThenByDescending(finding => finding.Score).ThenBy(finding => finding.Id);

        IOrderedEnumerable<Finding> By<T>(Func<Finding, T> key, IComparer<T>? comparer = null) =>
            Turned ? findings.OrderByDescending(key, comparer) : findings.OrderBy(key, comparer);
    }

    private static readonly StringComparer Norwegian = StringComparer.Create(CultureInfo.GetCultureInfo("nb-NO"), CompareOptions.IgnoreCase);

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether all words stand in the sentence or in a member's title, case and marks aside.</summary>
    private bool Says(GraphView view, Finding finding, Wording wording)
    {
        var words = Words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) return true;
        var text = string.Join(' ', finding.Members.Select(member => view.Snapshot.Find(member)?.Title).Prepend(FindingSummary.Sentence(finding, wording)));
        return words.All(word => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }
}
