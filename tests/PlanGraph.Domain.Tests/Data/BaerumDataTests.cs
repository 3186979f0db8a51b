using System.Security.Cryptography;
using System.Text;

namespace PlanGraph.Domain.Tests.Data;

/// <summary>Counts data/baerum against the documents' own tables, written down as numbers with their place.</summary>
public sealed class BaerumDataTests
{
    /// <summary>Grunnlagsdokumentet, chapter 10: rows under each group heading, counted in the printed table.</summary>
    private static readonly (string Group, int Rows)[] Inventory =
    [
        ("Overordnede planer", 5), // Kommuneplanen (two decisions), handlingsprogram, ROS, beredskapsplan, LDIP
        ("Kommunedelplaner", 7),
        ("Arealplaner", 2),
        ("Temaplaner", 14),
        ("Strategidokumenter", 13),
        ("Øvrig planverk", 4),
        ("Behovsanalyser", 5),
        ("Virksomhetsanalyser", 4),
        ("Meldinger", 7),
    ];

    [Fact]
    public void Every_row_of_the_plan_inventory_is_there_under_its_heading()
    {
        var rows = BaerumFiles.Rows("plans.csv")[1..];
        var counts = new List<(string Group, int Rows)>();
        foreach (var row in rows)
        {
            if (Inventory.Any(group => group.Group == row[0])) counts.Add((row[0], 0));
            else counts[^1] = (counts[^1].Group, counts[^1].Rows + 1);
        }

        Assert.Equal(Inventory, counts);
    }

    [Fact]
    public void The_marks_of_doubt_are_kept_as_printed() => Assert.Equal(
        ["Sammen for barn og unge 2015-2019*", "Strategisk kulturplan 2013-2030*", "Barnehagemeldingen 2015-2025*", "Skolemelding 2020*",
            "Mestring- og omsorgsmelding 2013-2030*", "Helsemeldingen 2015-2023*"],
        BaerumFiles.Rows("plans.csv").Select(row => row[0]).Where(title => title.EndsWith('*')));

    [Fact]
    public void No_file_names_a_person()
    {
        var found = Directory.EnumerateFiles(BaerumFiles.Folder)
            .SelectMany(file => Words(File.ReadAllText(file, Encoding.UTF8)))
            .Distinct()
            .Where(word => NamesOfPersons.Hashes.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(word)))));

        Assert.Empty(found);
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && char.IsLetter(text[i]);
            if (letter && start < 0) start = i;
            if (letter || start < 0) continue;
            yield return text[start..i].ToLowerInvariant();
            start = -1;
        }
    }
}
