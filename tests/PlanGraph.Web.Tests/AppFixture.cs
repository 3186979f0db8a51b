using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Tests;

[assembly: AssemblyFixture(typeof(AppFixture))]

namespace PlanGraph.Web.Tests;

/// <summary>The real application with a real embedded store in a folder of its own and a clock that the tests set. One for the whole run.</summary>
public sealed class AppFixture : IAsyncLifetime
{
    internal App App { get; } = new();

    public async ValueTask InitializeAsync() => await App.StoreAsync(PlanSystem.Small());

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>One application, for tests that share the fixture's or need one with settings of its own.</summary>
internal sealed class App : WebApplicationFactory<Program>
{
    /// <summary>A Wednesday in winter, at noon in Oslo.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 18, 11, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, string> _settings;
    private readonly Action<IServiceCollection>? _services;

    /// <param name="data">A data directory to use again; without it the application gets an empty one.</param>
    public App(IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null, DirectoryInfo? data = null)
    {
        _services = services;
        Data = data ?? Directory.CreateTempSubdirectory("plangraph-web-");
        _settings = new Dictionary<string, string>
        {
            ["PlanGraph:Data"] = Data.FullName,
            ["PlanGraph:FirstData"] = "",
            ["PlanGraph:Jobs:Scheduled"] = "false",
            ["PlanGraph:Limits:RequestsPerMinute"] = "1000000",
            ["PlanGraph:Limits:SignInsPerMinute"] = "1000000",
        };
        foreach (var (key, value) in settings ?? new Dictionary<string, string>()) _settings[key] = value;
        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    public FakeClock Clock { get; } = new(Noon);

    public DirectoryInfo Data { get; }

    /// <summary>A browser that nobody has signed in with; it says that it is PlanGraph's own page that asks.</summary>
    public HttpClient Visitor()
    {
        var client = CreateClient();
        client.DefaultRequestHeaders.Add("X-PG", "1");
        return client;
    }

    /// <summary>A browser with somebody of a role signed in.</summary>
    public async Task<HttpClient> SignInAsync(Role role, string? name = null)
    {
        var client = Visitor();
        var answer = await client.GetAsync($"/signin?token={await InviteAsync(role, name)}");
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>The secret of a fresh link for a person of a role.</summary>
    public async Task<string> InviteAsync(Role role, string? name = null)
    {
        var secret = Secrets.New();
        var person = new Person(name ?? role.ToString(), name ?? role.ToString(), role, Disabled: false, Clock.GetUtcNow());
        await Services.GetRequiredService<AccessRegister>()
            .ChangeAsync((book, now) => AccessRules.Invite(book, person, Secrets.Hash(secret), now), TestContext.Current.CancellationToken);
        return secret;
    }

    /// <summary>Puts nodes and relations straight into the store.</summary>
    public async Task<CommittedChange> StoreAsync(IEnumerable<Operation> operations, string reason = "Til testen")
    {
        var store = Services.GetRequiredService<IPlanGraphStore>();
        var result = await store.ApplyAsync(
            new ChangeSet { Id = Guid.NewGuid(), Actor = "Test", Reason = reason, At = Clock.GetUtcNow(), Operations = [.. operations] }, TestContext.Current.CancellationToken);
        return Assert.IsType<ApplyResult.Applied>(result).Change;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await ClosedAsync();
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!IsDeleted()) Assert.True(await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Ends the process but keeps its data, as for a start after it.</summary>
    public async ValueTask StopAsync()
    {
        await base.DisposeAsync();
        await ClosedAsync();
    }

    /// <summary>A program that could not start may still be on its way out.</summary>
    private bool IsDeleted()
    {
        try
        {
            if (Directory.Exists(Data.FullName)) Data.Delete(recursive: true);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task ClosedAsync()
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!IsClosed()) Assert.True(await ticks.WaitForNextTickAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The program ends on a thread of its own; its store is closed when the lock on it is free.</summary>
    private bool IsClosed()
    {
        var file = Path.Combine(Data.FullName, "graph", "LOCK");
        if (!File.Exists(file)) return true;
        try
        {
            using var held = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            _services?.Invoke(services);
        });
    }
}
