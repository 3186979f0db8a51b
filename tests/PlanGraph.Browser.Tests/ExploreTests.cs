using Microsoft.Playwright;

namespace PlanGraph.Browser.Tests;

public sealed class ExploreTests(AppFixture app)
{
    [Fact]
    public async Task The_start_offers_a_search_and_three_questions_instead_of_everything()
    {
        await using var visit = await app.VisitAsync("/");

        await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
        await Assertions.Expect(visit.Page.Locator(".explore-start__question")).ToHaveCountAsync(3);
        Assert.Equal(0, new ExplorerPage(visit.Page).NodesInAddress());
        await visit.PictureAsync("explore-start");
    }

    [Fact]
    public async Task A_mistyped_search_shows_the_plan_with_its_surroundings_which_undo_takes_away_and_redo_brings_back()
    {
        await using var visit = await app.VisitAsync("/explore");
        var explorer = new ExplorerPage(visit.Page);

        await explorer.FindAsync("klimastratgi 2030");
        var one = explorer.NodesInAddress();
        await explorer.ExpandAsync("Klimastrategi 2030");
        await explorer.NodesInAddressAsync(count => count > one);
        var many = explorer.NodesInAddress();
        await visit.PictureAsync("explore-klimastrategi");

        await explorer.UndoAsync();
        await explorer.NodesInAddressAsync(count => count == one);
        await explorer.RedoAsync();
        await explorer.NodesInAddressAsync(count => count == many);
    }

    [Fact]
    public async Task A_link_opens_exactly_the_view_that_was_left_and_the_table_holds_the_same()
    {
        await using var visit = await app.VisitAsync("/explore?show=plan/klimastrategi-2030&expand=plan/klimastrategi-2030");
        var explorer = new ExplorerPage(visit.Page);
        await explorer.NodesInAddressAsync(count => count > 2);
        await explorer.ShowTableAsync();
        var (address, titles) = (visit.Page.Url, await explorer.TitlesAsync());
        Assert.Equal(explorer.NodesInAddress(), titles.Count);

        await using var colleague = await app.VisitAsync(new Uri(address).PathAndQuery + new Uri(address).Fragment);
        var theirs = new ExplorerPage(colleague.Page);
        await colleague.Page.GetByRole(AriaRole.Table).First.WaitForAsync();

        Assert.Equal(titles.Order(StringComparer.Ordinal), (await theirs.TitlesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_link_to_something_that_is_gone_says_so_and_shows_the_rest()
    {
        await using var visit = await app.VisitAsync("/explore?show=plan/klimastrategi-2030,plan/finnes-ikke");

        await visit.Page.GetByText("Dette finnes ikke lenger", new() { Exact = false }).First.WaitForAsync();
        await new ExplorerPage(visit.Page).NodesInAddressAsync(count => count == 1);
    }

    [Fact]
    public async Task Everything_from_search_to_undo_can_be_done_with_the_keyboard()
    {
        await using var visit = await app.VisitAsync("/explore");
        var keyboard = visit.Page.Keyboard;
        await visit.Page.GetByRole(AriaRole.Combobox).First.FocusAsync();

        await keyboard.TypeAsync("sykkelstrategi");
        await visit.Page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await keyboard.PressAsync("ArrowDown");
        await keyboard.PressAsync("Enter");
        var explorer = new ExplorerPage(visit.Page);
        await explorer.NodesInAddressAsync(count => count >= 1);
        var shown = explorer.NodesInAddress();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Angre" }).FocusAsync();
        await keyboard.PressAsync("Enter");
        await explorer.NodesInAddressAsync(count => count < shown);
    }
}
