using System.Globalization;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Benchmarks.Store;

/// <summary>A made-up plan system of any size: three relations for each node, and a few nodes with very many.</summary>
internal sealed class GraphGenerator(int nodes)
{
    private const int SetSize = 4000;
    private static readonly string[] Words =
    [
        "klima", "energi", "skole", "barnehage", "areal", "natur", "mobilitet", "folkehelse", "bolig", "næring", "beredskap", "vann", "avløp",
        "kultur", "idrett", "oppvekst", "omsorg", "digitalisering", "kystsone", "landbruk", "frivillighet", "samferdsel", "Bærum", "Øverland",
    ];
    private readonly Random _random = new(1);

    public static NodeId IdOf(int number) => (number % 10) switch
    {
        < 2 => NodeId.Of(NodeKind.Plan, Name(number)),
        < 6 => NodeId.Of(NodeKind.Goal, Name(number)),
        < 9 => NodeId.Of(NodeKind.Measure, Name(number)),
        _ => NodeId.Of(NodeKind.Challenge, Name(number)),
    };

    /// <summary>A word that only this node's title has.</summary>
    public static string TitleWordOf(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}");

    /// <summary>How many <see cref="ChangeSets"/> there are.</summary>
    public int Sets => ((nodes + SetSize - 1) / SetSize) + ((nodes * 3) + SetSize - 1) / SetSize;

    public IEnumerable<ChangeSet> ChangeSets()
    {
        foreach (var chunk in Enumerable.Range(0, nodes).Chunk(SetSize)) yield return Set([.. chunk.Select(number => new PutNode(Node(number), 0))]);
        foreach (var chunk in Relations().Chunk(SetSize)) yield return Set([.. chunk.Select(relation => new PutRelation(relation, 0))]);
    }

    private static ChangeSet Set(params Operation[] operations) => new()
    {
        Id = Guid.NewGuid(), Actor = "måling", Reason = "måling", At = DateTimeOffset.UnixEpoch, Operations = [.. operations],
    };

    private Node Node(int number)
    {
        var (id, title, text) = (IdOf(number), $"{Word()} og {Word()} {TitleWordOf(number)}", string.Join(' ', Enumerable.Range(0, 12).Select(_ => Word())));
        Source[] sources = [new Source("Kommuneplanens samfunnsdel", string.Create(CultureInfo.InvariantCulture, $"side {number % 60}"))];
        return id.Kind switch
        {
            NodeKind.Plan => new Plan { Id = id, Title = title, Text = text, Type = PlanType.Temaplan, Status = PlanStatus.Adopted, Period = new Period(2020, 2030), Sources = [.. sources] },
            NodeKind.Goal => new Goal { Id = id, Title = title, Text = text, Level = GoalLevel.SubGoal, Sources = [.. sources] },
            NodeKind.Measure => new Measure { Id = id, Title = title, Text = text, Sources = [.. sources] },
            _ => new Challenge { Id = id, Title = title, Text = text, Sources = [.. sources] },
        };
    }

    private IEnumerable<Relation> Relations()
    {
        var seen = new HashSet<RelationKey>(nodes * 3);
        while (seen.Count < nodes * 3L)
        {
            var relation = Relation(_random.Next(nodes), Target());
            if (relation is not null && seen.Add(relation.Key)) yield return relation;
        }
    }

    /// <summary>Mostly near by chance, now and then one of a few nodes that everything hangs on.</summary>
    private int Target() => _random.Next(20) == 0 ? _random.Next(Math.Min(nodes, 200)) : _random.Next(nodes);

    private static Relation? Relation(int fromNumber, int toNumber)
    {
        var (from, to) = (IdOf(fromNumber), IdOf(toNumber));
        if (from.Kind == NodeKind.Goal && to.Kind == NodeKind.Goal)
            return new Relation { Type = RelationType.Affects, From = from, To = to, Score = (fromNumber % 7) - 3, Reason = "Samme areal" };
        foreach (var type in new[] { RelationType.Supports, RelationType.RespondsTo, RelationType.States, RelationType.PartOf })
            if (RelationRules.Allows(type, from.Kind, to.Kind)) return new Relation { Type = type, From = from, To = to };
        return null;
    }

    private string Word() => Words[_random.Next(Words.Length)];

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"node-{number:D7}");
}
