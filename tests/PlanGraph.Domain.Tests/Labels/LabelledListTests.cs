namespace PlanGraph.Domain.Tests.Labels;

/// <summary>The labelled set of bench/labels is what its README says: the overlap engine is measured on it.</summary>
public sealed class LabelledListTests
{
    public static TheoryData<string> Names => [.. LabelledList.All.Select(list => list.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Every_plan_has_a_title(string name) => Assert.DoesNotContain(List(name).Titles, string.IsNullOrWhiteSpace);

    [Theory, MemberData(nameof(Names))]
    public void No_list_has_a_title_twice(string name) => Assert.Empty(Twice(List(name).Titles));

    [Theory, MemberData(nameof(Names))]
    public void Every_labelled_title_stands_in_its_list_exactly(string name)
    {
        var list = List(name);
        Assert.Empty(list.Pairs.SelectMany(pair => new[] { pair.TitleA, pair.TitleB }).Except(list.Titles));
    }

    [Theory, MemberData(nameof(Names))]
    public void No_pair_is_labelled_twice_or_with_itself(string name)
    {
        var pairs = List(name).Pairs;
        Assert.Empty(Twice(pairs.Select(pair => pair.Key)));
        Assert.DoesNotContain(pairs, pair => pair.TitleA == pair.TitleB);
    }

    [Theory, MemberData(nameof(Names))]
    public void Every_pair_has_a_known_label_and_a_reason(string name)
    {
        var list = List(name);
        Assert.Equal("title a\ttitle b\tlabel\twhy", list.Header);
        Assert.All(list.Pairs, pair => Assert.Contains(pair.Label, LabelledList.Labels));
        Assert.DoesNotContain(list.Pairs, pair => string.IsNullOrWhiteSpace(pair.Why));
    }

    [Theory, MemberData(nameof(Names))]
    public void Two_demanded_plans_name_the_law(string name) => Assert.All(
        List(name).Pairs.Where(pair => pair.Label == "laws"), pair => Assert.Matches("lov|forskrift|§", pair.Why));

    /// <summary>Two editions of one plan relate to a third in the same way, or the list would contradict itself.</summary>
    [Theory, MemberData(nameof(Names))]
    public void What_is_the_same_plan_is_not_a_finding_with_a_third_in_one_place_and_forgotten_in_the_other(string name)
    {
        var list = List(name);
        var labels = list.Pairs.ToDictionary(pair => pair.Key, pair => pair.Label);
        var forgotten = from same in list.Pairs.Where(pair => pair.Label is "same")
                        from third in list.Titles.Where(title => title != same.TitleA && title != same.TitleB)
                        let a = labels.GetValueOrDefault(new LabelledPair(same.TitleA, third, "", "").Key)
                        let b = labels.GetValueOrDefault(new LabelledPair(same.TitleB, third, "", "").Key)
                        where (a is null) != (b is null) && LabelledList.Findings.Contains(a ?? b ?? "")
                        select $"{same.TitleA} = {same.TitleB}, {third}";
        Assert.Empty(forgotten);
    }

    [Fact]
    public void The_counts_in_the_readme_are_the_counts_of_the_files()
    {
        var printed = File.ReadLines(Path.Combine(LabelledList.Folder, "README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Where(line => line.Count(c => c == '|') > 12).Select(Cells);
        Assert.Equal(LabelledList.All.Select(Counted).Order(StringComparer.Ordinal), printed.Order(StringComparer.Ordinal));
    }

    [Theory, InlineData("train/"), InlineData("heldout/")]
    public void A_half_has_seven_lists_or_more(string half) =>
        Assert.True(LabelledList.All.Count(list => list.Name.StartsWith(half, StringComparison.Ordinal)) >= 7);

    private static string Counted(LabelledList list) => string.Join(' ',
        [list.Name, list.Titles.Length, .. LabelledList.Labels.Select(label => (object)list.Pairs.Count(pair => pair.Label == label))]);

    /// <summary>Name, plans and the seven counts; the columns before and after them are words.</summary>
    private static string Cells(string line)
    {
        var cells = line.Split('|', StringSplitOptions.TrimEntries);
        return string.Join(' ', [cells[1].Trim('`'), .. cells[4..12]]);
    }

    private static LabelledList List(string name) => LabelledList.All.Single(list => list.Name == name);

    private static IEnumerable<T> Twice<T>(IEnumerable<T> values) => values.GroupBy(value => value).Where(group => group.Count() > 1).Select(group => group.Key);
}
