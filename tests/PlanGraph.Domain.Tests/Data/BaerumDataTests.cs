using System.Text.Json;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Tests.Data;

/// <summary>Counts data/baerum against the documents' own tables (<see cref="BaerumTables"/>).</summary>
public sealed class BaerumDataTests
{
    [Fact]
    public void Every_row_of_the_plan_inventory_is_there_under_its_heading()
    {
        var counts = new List<(string Group, int Rows)>();
        foreach (var row in BaerumFiles.Rows("plans.csv")[1..].Where(row => row[0][0] != '*'))
        {
            if (BaerumTables.Inventory.Any(group => group.Group == row[0])) counts.Add((row[0], 0));
            else counts[^1] = (counts[^1].Group, counts[^1].Rows + 1);
        }

        Assert.Equal(BaerumTables.Inventory, counts);
    }

    [Fact]
    public void The_marks_of_doubt_are_kept_as_printed() => Assert.Equal(BaerumTables.Marked,
        BaerumFiles.Rows("plans.csv").Select(row => row[0]).Where(title => title.EndsWith('*')));

    [Fact]
    public void The_17_sustainable_development_goals_stand_in_the_dimensions_of_the_table() => Assert.Equal(
        BaerumTables.Sdgs.Select(row => (row.Dimension, string.Join(' ', row.Numbers))),
        BaerumFiles.Nodes("other.json").OfType<Sdg>().GroupBy(sdg => JsonNamingPolicy.CamelCase.ConvertName(sdg.Dimension.ToString()))
            .Select(group => (group.Key, string.Join(' ', group.Select(sdg => sdg.Number).Order())))
            .OrderBy(row => Array.FindIndex(BaerumTables.Sdgs, sdg => sdg.Dimension == row.Key)));

    [Fact]
    public void The_misnumbered_sustainable_development_goal_keeps_a_note() => Assert.Contains("trykker dette som mål 11",
        BaerumFiles.Nodes("other.json").OfType<Sdg>().Single(sdg => sdg.Number == 12).Notes, StringComparison.Ordinal);

    [Fact]
    public void The_goals_of_each_document_are_there_and_kept_apart_by_standing()
    {
        var goals = BaerumFiles.Table("goals.csv");
        foreach (var (prefix, standing, main, sub) in BaerumTables.Goals)
        {
            var found = goals.Where(goal => goal["id"].StartsWith(prefix, StringComparison.Ordinal)).ToList();
            Assert.Equal((prefix, main, sub), (prefix, found.Count(goal => goal["nivå"] == "hovedmål"), found.Count(goal => goal["nivå"] == "delmål")));
            Assert.All(found, goal => Assert.Equal(standing, goal["status"]));
        }
    }

    [Fact]
    public void Every_strategy_and_arealstrategi_of_the_boards_is_there() => Assert.Equal(BaerumTables.ProposedStrategies,
        BaerumFiles.Table("strategies.csv").Where(strategy => strategy["status"] == "forslag").GroupBy(strategy => strategy["dimensjon"])
            .Select(group => (group.Key, group.Count(row => row["type"] == "strategi"), group.Count(row => row["type"] == "arealstrategi"))));

    [Fact]
    public void Every_challenge_of_the_utfordringsbilde_is_there()
    {
        var challenges = BaerumFiles.Table("challenges.csv");
        Assert.Empty(BaerumTables.Utfordringsbilde.Except(challenges.Select(challenge => challenge["utfordring"])));
        Assert.Equal(BaerumTables.Challenges, challenges.GroupBy(challenge => challenge["kilde"]).Select(group => (group.Key, group.Count()))
            .OrderByDescending(row => row.Item2));
    }

    [Fact]
    public void Every_goal_conflict_that_a_document_names_is_there()
    {
        var places = BaerumFiles.Table("conflicts.csv").Select(conflict => conflict["kildested"]).ToList();
        Assert.Equal(BaerumTables.Conflicts, BaerumTables.Conflicts.Select(row =>
            (row.Place, places.Count(place => place.StartsWith(row.Place, StringComparison.Ordinal)))));
        Assert.Equal(BaerumTables.Conflicts.Sum(row => row.Count), places.Count);
    }

    [Fact]
    public void Every_goal_conflict_says_its_two_sides_in_words() => Assert.All(BaerumFiles.Table("conflicts.csv"), conflict =>
    {
        Assert.Contains("Side a:", conflict["tekst"], StringComparison.Ordinal);
        Assert.Contains("Side b:", conflict["tekst"], StringComparison.Ordinal);
    });

    [Fact]
    public void The_inputs_of_every_board_are_there() => Assert.Equal(BaerumTables.Inputs.OrderBy(row => row.Board, StringComparer.Ordinal),
        BaerumFiles.Nodes("inputs.json").GroupBy(input => input.Id.Slug[..input.Id.Slug.LastIndexOf('-')]).Select(group => (group.Key, group.Count()))
            .OrderBy(row => row.Key, StringComparer.Ordinal));

    [Fact]
    public void Every_input_is_tied_to_what_it_speaks_of() => Assert.Empty(BaerumFiles.Nodes("inputs.json").Select(input => input.Id)
        .Except(BaerumFiles.Relations("inputs.json").Where(relation => relation.Type == RelationType.About).Select(relation => relation.From)));

    [Fact]
    public void The_slide_Dette_henger_sammen_is_a_chain_of_signed_relations()
    {
        var affects = BaerumFiles.Table("relations.csv").Where(row => row["relasjon"] == "AFFECTS").ToDictionary(row => (row["fra"], row["til"]));
        Assert.All(BaerumTables.Chain, link =>
            Assert.Equal(link.Sign, Math.Sign(int.Parse(affects[(link.From, link.To)]["score"], System.Globalization.CultureInfo.InvariantCulture))));
        Assert.All(affects.Values, row => Assert.NotEqual("", row["begrunnelse"]));
    }

    [Fact]
    public void No_file_names_a_person() => Assert.Empty(
        Directory.EnumerateFiles(BaerumFiles.Folder).SelectMany(file => NamesOfPersons.In(File.ReadAllText(file))));
}
