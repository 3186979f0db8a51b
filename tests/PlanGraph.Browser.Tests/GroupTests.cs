using Microsoft.Playwright;

namespace PlanGraph.Browser.Tests;

public sealed class GroupTests(AppFixture app)
{
    [Fact]
    public async Task A_group_of_strategies_is_shown_whole_and_goes_on_without_the_one_that_is_left_out()
    {
        await using var visit = await app.VisitAsync("/findings?type=duplicate");
        var page = visit.Page;
        var row = page.Locator("#findings-table tbody tr").Filter(new() { HasText = "Fortsette fortetting ved knutepunkter" });
        await row.WaitForAsync();
        await visit.PictureAsync("findings-groups", fullPage: true);

        await row.Locator(".findings__title a").ClickAsync();
        var members = page.Locator(".member");
        await Assertions.Expect(members).ToHaveCountAsync(3);
        await page.GetByText("Innspill som nevner dem under ett").WaitForAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("finding-group", fullPage: true);

        await page.GetByRole(AriaRole.Button, new() { Name = "Hold utenfor: Begrense transportbehovet" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta med igjen: Begrense transportbehovet" }).WaitForAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1, Name = "sier mye av det samme" }).WaitForAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("finding-group-without-one", fullPage: true);

        await page.GetByRole(AriaRole.Button, new() { Name = "Ta med igjen: Begrense transportbehovet" }).ClickAsync();
        await Assertions.Expect(members).ToHaveCountAsync(3);
    }
}
