using PlanGraph.Domain.Graph;
using static PlanGraph.Storage.Tests.Contract.Make;

namespace PlanGraph.Storage.Tests.Contract;

public abstract partial class StoreContract
{
    [Fact]
    public async Task Search_finds_a_word_in_the_title_before_one_in_the_text()
    {
        await Store.ApplyAsync(Put(Plan("b", "Plan for sykkel")), Put(Plan("a", "Trafikkplan", "Gjelder også sykkel")), Put(Plan("c", "Havneplan")));
        var result = await SearchAsync("sykkel");
        Assert.Equal(["plan/b", "plan/a"], result.Hits.Select(hit => hit.Node.Id.Value));
        Assert.Equal(2, result.Total);
        Assert.True(result.Hits[0].Score > result.Hits[1].Score && result.Hits[1].Score > 0);
        Assert.Contains("sykkel", result.Hits[0].Matched);
        Assert.Null(result.Correction);
    }

    [Theory]
    [InlineData("bærum", "Overvannsplan for Bærum")]
    [InlineData("BÆRUM", "Overvannsplan for Bærum")]
    [InlineData("øvrevoll", "Områdeplan Øvrevoll")]
    [InlineData("ås", "Sti til Ås")]
    [InlineData("barnehager", "Barnehage og oppvekst")]
    [InlineData("overv", "Overvannsplan for Bærum")]
    public async Task Search_folds_letters_inflections_and_beginnings(string text, string title)
    {
        await Store.ApplyAsync(
            Put(Plan("a", "Overvannsplan for Bærum")), Put(Plan("b", "Områdeplan Øvrevoll")), Put(Plan("c", "Sti til Ås")), Put(Plan("d", "Barnehage og oppvekst")));
        Assert.Equal(title, Assert.Single((await SearchAsync(text)).Hits).Node.Title);
    }

    [Fact]
    public async Task Search_repairs_a_slip_and_says_what_it_searched_for()
    {
        await Store.ApplyAsync(Put(Plan("a", "Klimastrategi")), Put(Plan("b", "Skoleplan")));
        var result = await SearchAsync("klimastratgi");
        Assert.Equal("plan/a", Assert.Single(result.Hits).Node.Id.Value);
        Assert.Equal("klimastrategi", result.Correction);
    }

    [Fact]
    public async Task Search_counts_all_that_matched_and_returns_no_more_than_asked_for()
    {
        await Store.ApplyAsync([.. Enumerable.Range(0, 30).Select(i => Put(Plan($"p{Number(i)}", "Skoleplan")))]);
        var result = await Store.SearchAsync(new SearchQuery("skoleplan", Limit: 7), Ct);
        Assert.Equal(30, result.Total);
        Assert.Equal(Enumerable.Range(0, 7).Select(i => $"plan/p{Number(i)}"), result.Hits.Select(hit => hit.Node.Id.Value));
    }

    [Fact]
    public async Task Search_looks_in_the_kinds_asked_for_and_else_in_the_plan_system()
    {
        await Store.ApplyAsync(Put(Plan("a", "Sykkelsatsing")), Put(Goal("a", "Sykkelsatsing")), Put(Finding("a") with { Title = "Sykkelsatsing" }));
        Assert.Equal(["goal/a", "plan/a"], (await SearchAsync("sykkelsatsing")).Hits.Select(hit => hit.Node.Id.Value).Order());
        var findings = await Store.SearchAsync(new SearchQuery("sykkelsatsing", [NodeKind.Finding]), Ct);
        Assert.Equal("finding/a", Assert.Single(findings.Hits).Node.Id.Value);
        Assert.Equal(1, findings.Total);
    }

    [Fact]
    public async Task Search_follows_what_is_changed_and_removed()
    {
        await Store.ApplyAsync(Put(Plan("a", "Sykkelplan")));
        await Store.ApplyAsync(Put(Plan("a", "Gangplan"), 1));
        Assert.Empty((await SearchAsync("sykkelplan")).Hits);
        var hit = Assert.Single((await SearchAsync("gangplan")).Hits);
        Assert.Equal(2, hit.Node.Version);
        await Store.ApplyAsync(Remove(PlanId("a"), 2));
        Assert.Equal(0, (await SearchAsync("gangplan")).Total);
    }

    [Fact]
    public async Task Search_takes_any_text_and_finds_nothing_for_none()
    {
        await Store.ApplyAsync(Put(Plan("a", "Sykkelplan")));
        foreach (var text in new[] { "", "   ", "\"'`*:~^)(/\\", new string('x', 5000), "sykkelplan AND (NOT" })
            Assert.InRange((await SearchAsync(text)).Total, 0, 1);
        Assert.Equal(0, (await SearchAsync("")).Total);
        Assert.Equal(1, (await SearchAsync("sykkelplan " + new string(' ', 5000))).Total);
    }

    [Fact]
    public async Task A_search_outside_its_range_is_a_fault_of_the_caller()
    {
        foreach (var limit in new[] { 0, 201 })
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Store.SearchAsync(new SearchQuery("x", Limit: limit), Ct));
    }

    private Task<SearchResult> SearchAsync(string text) => Store.SearchAsync(new SearchQuery(text), Ct);
}
