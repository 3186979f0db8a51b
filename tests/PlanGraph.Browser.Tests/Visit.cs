using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PlanGraph.Browser.Tests;

/// <summary>One browser context with one page. Disposing it fails the test when the page broke its content security policy or threw.</summary>
public sealed class Visit : IAsyncDisposable
{
    private readonly List<string> _problems = [];

    private Visit(IPage page) => Page = page;

    public IPage Page { get; }

    public static async Task<Visit> OpenAsync(IBrowserContext context)
    {
        var visit = new Visit(await context.NewPageAsync());
        visit.Page.SetDefaultTimeout(15_000);
        visit.Page.PageError += (_, error) => visit._problems.Add(error);
        visit.Page.Console += (_, message) =>
        {
            // A broken policy is reported to the console as an error; so is a failed load. Both are ours to mend.
            if (message.Type == "error") visit._problems.Add(message.Text);
        };
        return visit;
    }

    /// <summary>Takes a note of what is expected to be complained about, such as the 401 of a visit that is not signed in.</summary>
    public void Expect(string part) => _problems.RemoveAll(problem => problem.Contains(part, StringComparison.Ordinal));

    /// <summary>Keeps a picture for people to look at.</summary>
    public Task PictureAsync(string name, bool fullPage = false) =>
        Page.ScreenshotAsync(new() { Path = Path.Combine(AppFixture.Screenshots, name + ".png"), FullPage = fullPage });

    /// <summary>Fails on any WCAG A or AA violation that axe finds on the page as it is now.</summary>
    public async Task AssertAccessibleAsync()
    {
        var result = await Page.RunAxe(new AxeRunOptions
        {
            RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        });
        Assert.True(result.Violations.Length == 0, string.Join('\n', result.Violations.Select(violation =>
            $"{violation.Id} ({violation.Impact}): {violation.Help}\n  {string.Join("\n  ", violation.Nodes.Take(5).Select(node => node.Html))}")));
    }

    public async ValueTask DisposeAsync()
    {
        await Page.Context.DisposeAsync();
        Assert.True(_problems.Count == 0, "The page complained:\n" + string.Join('\n', _problems));
    }
}
