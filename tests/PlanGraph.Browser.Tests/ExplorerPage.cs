using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PlanGraph.Browser.Tests;

/// <summary>The explorer by what a planner does in it.</summary>
internal sealed partial class ExplorerPage(IPage page)
{
    /// <summary>Searches and takes the first suggestion, with the keyboard alone.</summary>
    public async Task FindAsync(string text)
    {
        var field = page.GetByRole(AriaRole.Combobox).First;
        await field.FillAsync(text);
        await page.GetByRole(AriaRole.Option).First.WaitForAsync();
        await field.PressAsync("Enter");
        await NodesInAddressAsync(count => count > 0);
    }

    /// <summary>Takes in everything around the node whose details are open (a node that was just added is).</summary>
    public async Task ExpandAsync(string title)
    {
        var details = page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true });
        if (!await details.IsVisibleAsync()) await page.Keyboard.PressAsync("Enter");
        await page.Locator(".explore-expand__foot button").First.ClickAsync();
    }

    public Task UndoAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Angre" }).ClickAsync();

    public Task RedoAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Gjør om" }).ClickAsync();

    public Task ShowTableAsync() => page.GetByText("Begge", new() { Exact = true }).ClickAsync();

    /// <summary>Rows of the table of nodes: what is drawn, in words.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync() =>
        await page.GetByRole(AriaRole.Table).First.Locator("tbody th[scope=row]").AllInnerTextsAsync();

    /// <summary>How many nodes the address holds: the view as a colleague would get it.</summary>
    public int NodesInAddress()
    {
        var match = NodesInUrl().Match(Uri.UnescapeDataString(page.Url));
        return match.Success ? match.Groups[1].Value.Split('~', StringSplitOptions.RemoveEmptyEntries).Length : 0;
    }

    /// <summary>Waits until the address holds at least, or exactly, so many nodes.</summary>
    public Task NodesInAddressAsync(Func<int, bool> condition) => page.WaitForURLAsync(url =>
    {
        var match = NodesInUrl().Match(Uri.UnescapeDataString(url));
        return condition(match.Success ? match.Groups[1].Value.Split('~', StringSplitOptions.RemoveEmptyEntries).Length : 0);
    });

    [GeneratedRegex("[?&#]n=([^&#]*)")]
    private static partial Regex NodesInUrl();
}
