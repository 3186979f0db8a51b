using System.Diagnostics;
using Microsoft.Playwright;
using PlanGraph.Browser.Tests;

[assembly: AssemblyFixture(typeof(AppFixture))]

namespace PlanGraph.Browser.Tests;

/// <summary>
/// The product as it is run: the built executable in its own process on a free port, an empty data directory, the Bærum data loaded by itself,
/// and Debian's Chromium. One of each for the whole run.
/// </summary>
public sealed class AppFixture : IAsyncLifetime
{
    private static readonly string[] ChromiumFlags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("plangraph-browser-");
    private RunningApp? _app;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _signedIn;

    /// <summary>Where screenshots go, to be looked at; artifacts/screenshots in the repository, which git ignores.</summary>
    public static string Screenshots { get; } = Path.Combine(Repository.Root, "artifacts", "screenshots");

    public static string? WhyNot => File.Exists(Chromium) ? null : $"Chromium is not installed ({Chromium}): apt-get install chromium, or set PLANGRAPH_TEST_CHROMIUM.";

    public Uri Address => new(App.Link.GetLeftPart(UriPartial.Authority));

    private static string Chromium => Environment.GetEnvironmentVariable("PLANGRAPH_TEST_CHROMIUM") ?? "/usr/bin/chromium";

    private RunningApp App => _app ?? throw new InvalidOperationException("The application is not running.");

    public async ValueTask InitializeAsync()
    {
        if (WhyNot is not null) return;
        _app = await RunningApp.StartAsync(_data.FullName, TestContext.Current.CancellationToken);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = ChromiumFlags });
        await using var first = await OpenAsync(new BrowserNewContextOptions());
        await first.Page.GotoAsync(App.Link.ToString());
        await first.Page.WaitForURLAsync(url => !url.Contains("token", StringComparison.Ordinal));
        _signedIn = await first.Page.Context.StorageStateAsync();
    }

    /// <summary>A fresh browser context, signed in as administrator. Skips the test when there is no Chromium.</summary>
    public async Task<Visit> VisitAsync(string path, ColorScheme theme = ColorScheme.Light, int width = 1366, int height = 768)
    {
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? "");
        var visit = await OpenAsync(new BrowserNewContextOptions
        {
            StorageState = _signedIn,
            ColorScheme = theme,
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ReducedMotion = ReducedMotion.Reduce,
        });
        await visit.Page.GotoAsync(path);
        return visit;
    }

    /// <summary>A fresh browser context that nobody has signed in to.</summary>
    public async Task<Visit> VisitSignedOutAsync(string path)
    {
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? "");
        var visit = await OpenAsync(new BrowserNewContextOptions());
        await visit.Page.GotoAsync(path);
        return visit;
    }

    /// <summary>A fresh browser context at another application's address, such as the link that signs in to it.</summary>
    internal async Task<Visit> VisitOtherAsync(RunningApp other)
    {
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? "");
        var visit = await OpenAsync(new BrowserNewContextOptions { ReducedMotion = ReducedMotion.Reduce, ViewportSize = new ViewportSize { Width = 1366, Height = 768 } }, other.Link);
        await visit.Page.GotoAsync(other.Link.ToString());
        await visit.Page.WaitForURLAsync(url => !url.Contains("token", StringComparison.Ordinal));
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_app is not null) await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private async Task<Visit> OpenAsync(BrowserNewContextOptions options, Uri? link = null)
    {
        options.BaseURL = link is null ? Address.ToString() : link.GetLeftPart(UriPartial.Authority);
        options.Locale = "nb-NO";
        options.TimezoneId = "Europe/Oslo";
        var browser = _browser ?? throw new InvalidOperationException("Chromium is not running.");
        return await Visit.OpenAsync(await browser.NewContextAsync(options));
    }
}

/// <summary>The application in a process of its own.</summary>
internal sealed class RunningApp : IAsyncDisposable
{
    private readonly Process _process;

    private RunningApp(Process process, Uri link)
    {
        _process = process;
        Link = link;
    }

    /// <summary>The one-time link that it printed.</summary>
    public Uri Link { get; }

    /// <param name="settings">Others than the address and the data directory, as on the command line.</param>
    public static async Task<RunningApp> StartAsync(string dataDirectory, CancellationToken cancellationToken, params string[] settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "PlanGraph.Web.dll"), "--urls", "http://localhost:0", "--data", dataDirectory },
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
        };
        foreach (var setting in settings) start.ArgumentList.Add(setting);
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var printed = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            printed.Add(line);
            if (!Uri.TryCreate(line, UriKind.Absolute, out var link) || !link.Scheme.StartsWith("http", StringComparison.Ordinal)) continue;
            _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
            return new RunningApp(process, link);
        }
        await process.WaitForExitAsync(cancellationToken);
        throw new InvalidOperationException($"The application ended with {process.ExitCode} before it printed an address:\n{string.Join('\n', printed)}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
