using Microsoft.Playwright;

namespace PlanGraph.Browser.Tests;

public sealed class PagesTests(AppFixture app)
{
    public static TheoryData<string> Pages =>
        ["/explore", "/explore?show=plan/klimastrategi-2030&expand=plan/klimastrategi-2030", "/plans", "/plans/klimastrategi-2030", "/findings", "/imports", "/jobs", "/history", "/access"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_has_no_accessibility_fault_that_axe_can_find_in_light_or_dark_or_on_a_narrow_screen(string path)
    {
        foreach (var (theme, width) in new[] { (ColorScheme.Light, 1366), (ColorScheme.Dark, 1366), (ColorScheme.Light, 320) })
        {
            await using var visit = await app.VisitAsync(path, theme, width);
            await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await visit.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync($"{path.Trim('/').Split('?')[0].Replace('/', '-')}{(path.Contains('?', StringComparison.Ordinal) ? "-view" : "")}-{theme}-{width}");
        }
    }

    [Fact]
    public async Task Somebody_who_is_not_signed_in_is_told_how_to_sign_in()
    {
        await using var visit = await app.VisitSignedOutAsync("/plans");

        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Logg inn" }).WaitForAsync();
        await visit.AssertAccessibleAsync();
        visit.Expect("401");
    }

    [Fact]
    public async Task The_plan_table_sorts_filters_and_groups_and_keeps_it_in_the_address()
    {
        await using var visit = await app.VisitAsync("/plans");
        var rows = visit.Page.Locator(".plans__table tbody tr:not(.plans__group)");
        await rows.First.WaitForAsync();
        var all = await rows.CountAsync();

        await visit.Page.GetByLabel("Type").SelectOptionAsync("temaplan");
        await visit.Page.WaitForURLAsync("**type=temaplan**");
        await Assertions.Expect(rows).Not.ToHaveCountAsync(all);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Vedtatt" }).ClickAsync();
        await visit.Page.WaitForURLAsync("**sort=adopted**");
        await visit.Page.ReloadAsync();

        await Assertions.Expect(visit.Page.GetByLabel("Type")).ToHaveValueAsync("temaplan");
        Assert.InRange(await rows.CountAsync(), 1, all - 1);
    }

    [Fact]
    public async Task A_plan_page_shows_the_red_thread_up_to_the_samfunnsdel()
    {
        await using var visit = await app.VisitAsync("/plans/klimastrategi-2030");

        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Klimastrategi 2030", Level = 1 }).WaitForAsync();
        await visit.Page.Locator(".thread__step").First.WaitForAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Kilder" }).WaitForAsync();
        await visit.PictureAsync("plan-klimastrategi", fullPage: true);
    }

    [Fact]
    public async Task The_language_can_be_changed_and_everything_follows()
    {
        await using var visit = await app.VisitAsync("/plans");
        await visit.Page.Locator(".plans__table").WaitForAsync();

        await visit.Page.Locator(".menu__button").ClickAsync();
        await visit.Page.GetByText("English", new() { Exact = true }).ClickAsync();

        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Plans", Level = 1 }).WaitForAsync();
        Assert.Equal("en", await visit.Page.Locator("html").GetAttributeAsync("lang"));
    }
}
