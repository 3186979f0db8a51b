using System.Globalization;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Web.Graph;

namespace PlanGraph.Web.Exports;

/// <summary>
/// Elements of the graph as tables that an import reads back: the first column is the id, headers and choices are words that the import knows, and an
/// unchanged row changes nothing.
/// </summary>
/// <param name="text">The text of a key in the reader's language.</param>
internal sealed class GraphTables(GraphSnapshot graph, Func<string, string> text)
{
    private const int Wide = 60;

    private readonly Dictionary<NodeId, string> _ownNames = graph.Nodes.Where(node => node.Kind is NodeKind.Sector or NodeKind.Place)
        .GroupBy(node => (node.Kind, Slug.From(node.Title))).Where(group => group.Count() == 1).Select(group => group.Single())
        .Where(node => !node.Title.AsSpan().ContainsAny('|', '\n') && !NodeId.TryParse(node.Title, out _)).ToDictionary(node => node.Id, node => node.Title);

    public ExportTable Plans(IEnumerable<Plan> plans, IReadOnlyList<(string, string)> about) => Table("kind.Plan.plural", plans, about,
    [
        (Column.Plan, plan => ExportCell.Of(plan.Title), Wide),
        (Column.Type, plan => Choice("planType", plan.Type), 18),
        (Column.Status, plan => ExportCell.Of(Status(plan)), 26),
        (Column.Adopted, plan => Date(plan.Adopted), 14),
        (Column.Period, plan => ExportCell.Of(Years(plan.Period)), 16),
        (Column.Started, plan => Date(plan.Started), 12),
        (Column.Finished, plan => Date(plan.Finished), 12),
        (Column.CouncilDecision, plan => plan.CouncilDecision is { } decision ? Choice("councilDecision", decision) : ExportCell.Empty, 16),
        (Column.UseDoubt, plan => plan.UseDoubt == UseDoubt.None ? ExportCell.Empty : Choice("useDoubt", plan.UseDoubt), 20),
        (Column.Level, plan => plan.Level is { } level ? Choice("planLevel", level) : ExportCell.Empty, 16),
        (Column.Horizon, plan => ExportCell.Of(plan.Horizon), 12),
        (Column.Sector, plan => Ends(plan, RelationType.OwnedBy), 24),
        (Column.Place, plan => Ends(plan, RelationType.AppliesTo), 20),
        (Column.PartOf, plan => Ends(plan, RelationType.PartOf), 30),
        (Column.AnchoredIn, plan => Ends(plan, RelationType.AnchoredIn), 30),
        (Column.Exemption, plan => ExportCell.Of(plan.Exemption?.Reason), 30),
        (Column.ExemptionUntil, plan => ExportCell.Of(plan.Exemption?.Expires), 14),
        (Column.ExemptionBy, plan => ExportCell.Of(plan.Exemption?.DeclaredBy), 20),
        (Column.Link, plan => ExportCell.Of(plan.Link), 30),
    ]);

    public ExportTable Goals(IEnumerable<Goal> goals, IReadOnlyList<(string, string)> about) => Table("kind.Goal.plural", goals, about,
    [
        (Column.Goal, goal => ExportCell.Of(goal.Title), Wide),
        (Column.Level, goal => Choice("goalLevel", goal.Level), 14),
        (Column.Dimension, goal => goal.Dimension is { } dimension ? Choice("dimension", dimension) : ExportCell.Empty, 18),
        (Column.Status, goal => Choice("standing", goal.Standing), 14),
        (Column.Number, goal => ExportCell.Of(goal.Number), 14),
        (Column.SubgoalOf, goal => Ends(goal, RelationType.SubgoalOf), 30),
        (Column.RespondsTo, goal => Ends(goal, RelationType.RespondsTo), 30),
    ]);

    public ExportTable Strategies(IEnumerable<Strategy> strategies, IReadOnlyList<(string, string)> about) => Table("kind.Strategy.plural", strategies, about,
    [
        (Column.Strategy, strategy => ExportCell.Of(strategy.Title), Wide),
        (Column.Type, strategy => Choice("strategyKind", strategy.Type), 16),
        (Column.Dimension, strategy => strategy.Dimension is { } dimension ? Choice("dimension", dimension) : ExportCell.Empty, 18),
        (Column.Status, strategy => Choice("standing", strategy.Standing), 14),
        (Column.Number, strategy => ExportCell.Of(strategy.Number), 14),
        (Column.Supports, strategy => Ends(strategy, RelationType.Supports), 30),
    ]);

    public ExportTable Challenges(IEnumerable<Challenge> challenges, IReadOnlyList<(string, string)> about) => Table("kind.Challenge.plural", challenges, about,
    [
        (Column.Challenge, challenge => ExportCell.Of(challenge.Title), Wide),
        (Column.Dimension, challenge => challenge.Dimension is { } dimension ? Choice("dimension", dimension) : ExportCell.Empty, 18),
    ]);

    public ExportTable Conflicts(IEnumerable<GoalConflict> conflicts, IReadOnlyList<(string, string)> about) => Table("kind.GoalConflict.plural", conflicts, about,
    [
        (Column.Conflict, conflict => ExportCell.Of(conflict.Title), Wide),
        (Column.SideA, conflict => Ends(conflict, RelationType.ConflictSide, ConflictSide.A), 30),
        (Column.SideB, conflict => Ends(conflict, RelationType.ConflictSide, ConflictSide.B), 30),
        (Column.Status, conflict => Choice("conflictStatus", conflict.Status), 20),
        (Column.Severity, conflict => ExportCell.Of(conflict.Severity), 12),
        (Column.Owner, conflict => ExportCell.Of(conflict.Owner), 24),
        (Column.ReviewDate, conflict => ExportCell.Of(conflict.ReviewDate), 14),
    ]);

    public ExportTable Relations(IEnumerable<Relation> relations, IReadOnlyList<(string, string)> about)
    {
        (Column Column, Func<Relation, ExportCell> Cell, int Width)[] columns =
        [
            (Column.From, relation => ExportCell.Of(relation.From.Value), 36),
            (Column.Relation, relation => ExportCell.Of(text($"relation.{RelationRules.Name(relation.Type)}")), 24),
            (Column.To, relation => ExportCell.Of(relation.To.Value), 36),
            (Column.Side, relation => ExportCell.Of(relation.Side?.ToString().ToLowerInvariant()), 8),
            (Column.Score, relation => ExportCell.Of(relation.Score), 8),
            (Column.Reason, relation => ExportCell.Of(relation.Reason), Wide),
            (Column.ScoredBy, relation => ExportCell.Of(relation.ScoredBy), 24),
            (Column.Variant, relation => ExportCell.Of(relation.Variant), 14),
            (Column.Action, relation => relation.Action is { } action ? Choice("overlapAction", action) : ExportCell.Empty, 24),
            .. SourceColumns<Relation>(relation => relation.Sources),
        ];
        return new ExportTable(text("imports.relations"), Headers(columns), [.. relations.Select(relation => Row(columns, relation))], about);
    }

    private ExportTable Table<T>(string name, IEnumerable<T> nodes, IReadOnlyList<(string, string)> about, IEnumerable<(Column, Func<T, ExportCell>, int)> own) where T : Node
    {
        (Column, Func<T, ExportCell>, int)[] columns =
        [
            (Column.Id, node => ExportCell.Of(node.Id.Value), 36), .. own,
            (Column.Text, node => ExportCell.Of(node.Text), Wide), (Column.Notes, node => ExportCell.Of(node.Notes), Wide), .. SourceColumns<T>(node => node.Sources),
        ];
        return new ExportTable(text(name), Headers(columns), [.. nodes.Select(node => Row(columns, node))], about);
    }

    private List<ExportColumn> Headers<T>((Column Column, Func<T, ExportCell>, int Width)[] columns) =>
        [.. columns.Select(column => new ExportColumn(text(ColumnNames.TextKey(column.Column)), column.Width))];

    private static IReadOnlyList<ExportCell> Row<T>((Column, Func<T, ExportCell> Cell, int)[] columns, T item) => [.. columns.Select(column => column.Cell(item))];

    private IEnumerable<(Column, Func<T, ExportCell>, int)> SourceColumns<T>(Func<T, IReadOnlyList<Source>> sources) =>
    [
        (Column.Source, item => Join(sources(item), source => source.Document), 40),
        (Column.SourcePlace, item => Join(sources(item), source => source.Place), 40),
        (Column.Basis, item => Join(sources(item), source => text($"basis.{Summaries.Word(source.Basis)}")), 18),
        (Column.JudgedBy, item => Join(sources(item), source => source.JudgedBy ?? ""), 24),
    ];

    /// <summary>Parted by |. Sources that could not be told apart again (a part is empty or has a | in it) are left out, which an import takes for "as before".</summary>
    private static ExportCell Join(IReadOnlyList<Source> sources, Func<Source, string> part)
    {
        var whole = sources.All(source => !$"{source.Document}{source.Place}{source.JudgedBy}".Contains('|', StringComparison.Ordinal))
            && (sources.Count == 1 || sources.All(source => source.Place.Length > 0)) && sources.Select(source => source.JudgedBy is null).Distinct().Count() <= 1;
        return whole ? ExportCell.Of(string.Join(" | ", sources.Select(part).Where(value => value.Length > 0))) : ExportCell.Empty;
    }

    /// <summary>As printed, where the printed text still says what the plan's status is; else the word for it.</summary>
    private string Status(Plan plan)
    {
        var printed = PrintedStatus.Parse(plan.StatusPrinted);
        var holds = printed.Printed is not null && printed.Status == plan.Status && (printed.Adopted is null || plan.Adopted is not null);
        return holds ? printed.Printed! : text($"planStatus.{Summaries.Word(plan.Status)}");
    }

    /// <summary>A date where it is one; else as printed, or, where a person has corrected it, as plainly as it is known.</summary>
    private static ExportCell Date(PrintedDate? date)
    {
        if (date is null) return ExportCell.Empty;
        if (date is { Date: { } day, Precision: DatePrecision.Day, Uncertain: false }) return ExportCell.Of(day);
        if (PrintedDates.SameMeaning(PrintedDates.Parse(date.Printed), date)) return ExportCell.Of(date.Printed);
        var format = date.Precision switch { DatePrecision.Day => "dd.MM.yyyy", DatePrecision.Month => "MM.yyyy", _ => "yyyy" };
        return ExportCell.Of(date.Date?.ToString(format, CultureInfo.InvariantCulture));
    }

    private static string? Years(Period? period)
    {
        if (period is null) return null;
        if (period.Printed is { } printed && PeriodsInTitles.ParseCell(printed) is { } read && (read.From, read.To) == (period.From, period.To)) return printed;
        return period.From == period.To ? $"{period.From}" : $"{period.From}–{period.To}";
    }

    private ExportCell Choice<T>(string group, T value) where T : struct, Enum => ExportCell.Of(text($"{group}.{Summaries.Word(value)}"));

    /// <summary>Sectors and places by name where it is theirs alone, others by id.</summary>
    private ExportCell Ends(Node node, RelationType type, ConflictSide? side = null) =>
        ExportCell.Of(string.Join(" | ", graph.Out(node.Id, type).Where(relation => relation.Side == side).Select(relation => NameOf(relation.To))));

    private string NameOf(NodeId id) => _ownNames.GetValueOrDefault(id, id.Value);
}
