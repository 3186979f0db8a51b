using System.Collections.Immutable;
using PlanGraph.Domain.Duplicates;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Findings;

/// <summary>
/// Taking one member out of a group of overlapping plans, goals or strategies, and putting it back. The case keeps its id, state and owner and goes on
/// with those that remain; what is judged is then about them alone.
/// </summary>
public static class LeavingOut
{
    /// <summary>A group has at least so many members, and keeps at least one fewer.</summary>
    public const int FewestInGroup = 3;

    public static bool IsGroup(Finding finding) => finding.Type.IsAboutLikeness() && finding.Members.Length >= FewestInGroup;

    /// <summary>Takes a member out. Operations: the case, its <c>ABOUT</c> relation, and the overlaps that are no longer confirmed.</summary>
    public static JudgementResult Leave(GraphSnapshot snapshot, Finding finding, NodeId member, string? note, string by, DateTimeOffset at)
    {
        if (Problem(finding, note) is { } problem) return new JudgementResult.Refused([problem]);
        if (!finding.Members.Contains(member)) return new JudgementResult.Refused([Sentence.Of("cases.leaveOut.noMember")]);
        if (!IsGroup(finding)) return new JudgementResult.Refused([Sentence.Of("cases.leaveOut.notGroup")]);
        var facts = finding.Facts.Where(fact => MemberFacts.IsAbout(fact.Key, member)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        var left = new LeftOutMember(member, by, at, string.IsNullOrWhiteSpace(note) ? null : note.Trim()) { Facts = facts };
        var after = With(snapshot, finding, finding.Members.Remove(member), finding.LeftOut.Add(left), finding.Facts.RemoveRange(facts.Keys));
        var about = snapshot.Out(finding.Id, RelationType.About).FirstOrDefault(relation => relation.To == member);
        return Accepted(snapshot, finding, after, about is null ? null : new RemoveRelation(about.Type, about.From, about.To, about.Variant, about.Version));
    }

    /// <summary>Puts a member back that had been left out.</summary>
    public static JudgementResult TakeBack(GraphSnapshot snapshot, Finding finding, NodeId member)
    {
        if (Problem(finding, note: null) is { } problem) return new JudgementResult.Refused([problem]);
        if (finding.LeftOut.FirstOrDefault(left => left.Member == member) is not { } left) return new JudgementResult.Refused([Sentence.Of("cases.leaveOut.notLeftOut")]);
        var after = With(snapshot, finding, [.. finding.Members.Add(member).Order()], finding.LeftOut.Remove(left), finding.Facts.SetItems(left.Facts));
        return Accepted(snapshot, finding, after, snapshot.Find(member) is null ? null : new PutRelation(new Relation { Type = RelationType.About, From = finding.Id, To = member }, 0));
    }

    private static Sentence? Problem(Finding finding, string? note)
    {
        if (finding.State == FindingState.Resolved) return Sentence.Of("findings.judge.alreadyResolved");
        return note?.Length > Judging.MaxNote ? Sentence.Of("findings.judge.noteTooLong", ("count", Judging.MaxNote)) : null;
    }

    private static Finding With(
        GraphSnapshot snapshot, Finding finding, ImmutableArray<NodeId> members, ImmutableArray<LeftOutMember> leftOut, ImmutableSortedDictionary<string, string> facts) => finding with
        {
            Members = members,
            LeftOut = leftOut,
            Facts = facts,
            Fingerprint = FactList.Fingerprint(facts),
            Evidence = finding.Evidence.RemoveAll(line => leftOut.Any(left => Names(snapshot, line, left.Member))),
            Title = CaseWords.Title(snapshot, members),
            Headline = CaseWords.GroupHeadline(snapshot, finding.Type, members),
        };

    /// <summary>True for a line without weight that is about a member by name: it goes with the member. What counts is reckoned anew in the next run.</summary>
    private static bool Names(GraphSnapshot snapshot, Evidence line, NodeId member) =>
        line.Weight is null && snapshot.Find(member) is { } node && line.Sentence.Args.Values.Any(value => value == node.InQuotes() || value == DuplicateWords.Short(node));

    private static JudgementResult.Accepted Accepted(GraphSnapshot snapshot, Finding before, Finding after, Operation? about) =>
        new(after, [new PutNode(after, before.Version), .. about is null ? [] : new[] { about }, .. OverlapRelations.After(snapshot, [after])]);
}

/// <summary>Which facts of a case are about one member.</summary>
internal static class MemberFacts
{
    public static bool IsAbout(string name, NodeId member) => name.StartsWith(FactList.LinkPrefix, StringComparison.Ordinal)
        ? RelationKey.TryParse(name[FactList.LinkPrefix.Length..], out var link) && (link.From == member || link.To == member)
        : name.StartsWith(member.Value + "|", StringComparison.Ordinal);
}
