using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Web.Tests.Container;

/// <summary>
/// What the Dockerfile does, by hand: its publish command, its environment, docker-compose's environment, its entry point as a user without rights in a
/// folder that cannot be written to, against a real Neo4j, until its own health check says ready. What is not tried here is Docker itself.
/// </summary>
[Collection(Neo4jDatabase.Name)]
public sealed partial class PublishedImageTests(Neo4jServer server) : IDisposable
{
    private const string UserOfImage = "1654";

    private static readonly string Dockerfile = File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plangraph-image-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string App => Path.Combine(_folder.FullName, "app");

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose()
    {
        if (Directory.Exists(App)) Allow(App, "u+w");
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task The_published_application_starts_from_an_empty_Neo4j_as_the_image_would_start_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The image is a Linux image.");
        var neo4j = await server.OptionsAsync(Ct);
        await server.EmptyAsync(Ct);
        await PublishAsync();
        var settings = Environment(neo4j.Url!, neo4j.User, neo4j.Password);

        using var process = Start(settings, Words("ENTRYPOINT"));
        try
        {
            var address = await AddressAsync(process);
            await UntilHealthyAsync(settings, address);
            await UseAsync(address);
            await RunAsync("kill", "-TERM", process.Id.ToString(CultureInfo.InvariantCulture));
            await process.WaitForExitAsync(Ct);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }

    /// <summary>The last line that the start prints.</summary>
    private static async Task<Uri> AddressAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync(Ct) is { } line)
            if (line.StartsWith("http", StringComparison.Ordinal)) return new Uri(line);
        throw new InvalidOperationException("The application ended before it said its address.");
    }

    private async Task UseAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/", Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/lib/cytoscape/dist/cytoscape.esm.min.mjs", Ct)).StatusCode);
        Assert.NotEqual("", JsonDocument.Parse(await http.GetStringAsync("/version", Ct)).RootElement.GetProperty("version").GetString());
        Assert.Equal(1L, (await server.RunAsync("MATCH (c:ChangeSet {reason: '@imports.firstStart'}) RETURN c.seq AS seq", Ct))[0].Number("seq"));
        Assert.True(File.Exists(Path.Combine(Data, "access.json")));
    }

    /// <summary>Runs the image's health check until it passes; the process may not end before.</summary>
    private async Task UntilHealthyAsync(Dictionary<string, string> settings, Uri address)
    {
        string[] check = [.. Words("HEALTHCHECK").SkipLast(1), address.GetLeftPart(UriPartial.Authority)];
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await ticks.WaitForNextTickAsync(Ct))
        {
            using var asking = Start(settings, check);
            await asking.WaitForExitAsync(Ct);
            if (asking.ExitCode == 0) return;
            Assert.Equal(69, asking.ExitCode);
        }
    }

    private async Task PublishAsync()
    {
        var command = Publish().Match(Dockerfile);
        Assert.True(command.Success, "The Dockerfile has no line RUN dotnet publish … --output /app …");
        await RunAsync("dotnet", [.. command.Value["RUN dotnet ".Length..].Replace("--output /app", $"--output {App}", StringComparison.Ordinal).Split(' '), "--nologo", "--verbosity", "quiet"]);
        Directory.CreateDirectory(Data);
        Allow(App, "a-w,a+rX");
        Allow(_folder.FullName, "a+x", recursive: false);
        if (System.Environment.IsPrivilegedProcess) await RunAsync("chown", UserOfImage, Data);
    }

    /// <summary>The environment of the Dockerfile and of docker-compose.yml, with this machine's folders, address and database in their places.</summary>
    private Dictionary<string, string> Environment(Uri url, string user, string password)
    {
        var settings = ImageVariable().Matches(Dockerfile).Concat(ComposeVariable().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docker-compose.yml"))))
            .ToDictionary(match => match.Groups["name"].Value, match => Default().Replace(match.Groups["value"].Value.Trim('"'), "$1"), StringComparer.Ordinal);
        Assert.Superset(new HashSet<string> { "ASPNETCORE_URLS", "PlanGraph__Data", "Store", "Neo4j__Url", "Neo4j__Password", "PlanGraph__StartLink" }, settings.Keys.ToHashSet());
        settings["ASPNETCORE_URLS"] = settings["ASPNETCORE_URLS"].Replace("+:8080", "127.0.0.1:0", StringComparison.Ordinal);
        (settings["PlanGraph__Data"], settings["Neo4j__Url"], settings["Neo4j__User"], settings["Neo4j__Password"]) = (Data, url.ToString(), user, password);
        return settings;
    }

    private Process Start(Dictionary<string, string> settings, string[] words)
    {
        string[] nobody = System.Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={UserOfImage}", $"--regid={UserOfImage}", "--clear-groups", "--no-new-privs"] : ["env"];
        var start = new ProcessStartInfo(nobody[0], [.. nobody[1..], .. words]) { WorkingDirectory = App, RedirectStandardOutput = true };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        start.Environment["HOME"] = "/nonexistent";
        return Process.Start(start) ?? throw new InvalidOperationException($"{nobody[0]} did not start.");
    }

    private static async Task RunAsync(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = Repository.Root }) ?? throw new InvalidOperationException($"{command} did not start.");
        await process.WaitForExitAsync(Ct);
        Assert.Equal(0, process.ExitCode);
    }

    private static void Allow(string path, string mode, bool recursive = true)
    {
        using var process = Process.Start("chmod", recursive ? ["-R", mode, path] : [mode, path]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>The words of an instruction in its JSON form.</summary>
    private static string[] Words(string instruction)
    {
        var line = Dockerfile.Split('\n').Last(line => line.StartsWith(instruction, StringComparison.Ordinal));
        return JsonSerializer.Deserialize<string[]>(line[line.IndexOf('[', StringComparison.Ordinal)..])!;
    }

    [GeneratedRegex("RUN dotnet publish .*--output /app.*")]
    private static partial Regex Publish();

    [GeneratedRegex(@"^(?:ENV|   ) (?<name>\w+)=(?<value>\S+)", RegexOptions.Multiline)]
    private static partial Regex ImageVariable();

    [GeneratedRegex(@"^      (?<name>(?:Neo4j__|PlanGraph__|Store)\w*): (?<value>.+)$", RegexOptions.Multiline)]
    private static partial Regex ComposeVariable();

    /// <summary><c>${NAME:-value}</c>.</summary>
    [GeneratedRegex(@"\$\{\w+:-([^}]*)\}")]
    private static partial Regex Default();
}
