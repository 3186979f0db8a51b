using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PlanGraph.Tests.Neo4j;

/// <summary>A Neo4j server that the tests started, on free ports of localhost, without sign-in, with all it writes in a folder of its own.</summary>
internal sealed class Neo4jLaunch : IAsyncDisposable
{
    private const string Image = "neo4j:5.26-community";
    private static readonly string[] _folders = ["data", "logs", "run", "import", "plugins"];
    private static readonly TimeSpan DockerPatience = TimeSpan.FromSeconds(10);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plangraph-neo4j-");
    private readonly StringWriter _said = new();
    private readonly Neo4jSource _source;
    private readonly Process _process;
    private readonly EventHandler _atExit;

    private Neo4jLaunch(Neo4jSource source)
    {
        _source = source;
        var (http, bolt) = (FreePort(), FreePort());
        Address = new Uri($"http://localhost:{http}");
        _process = Process.Start(HowToStart(source, http, bolt)) ?? throw new InvalidOperationException($"{source} did not start.");
        _process.OutputDataReceived += Keep;
        _process.ErrorDataReceived += Keep;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        // A run that is cancelled leaves no server behind.
        _atExit = (_, _) => End();
        AppDomain.CurrentDomain.ProcessExit += _atExit;
    }

    public Uri Address { get; }

    public bool HasEnded => _process.HasExited;

    /// <summary>What the server wrote, for the message of a failure.</summary>
    public string Said
    {
        get { lock (_said) return _said.ToString(); }
    }

    public static Neo4jLaunch Start(Neo4jSource source) => new(source);

    public static bool DockerAnswers()
    {
        try
        {
            using var docker = Process.Start(Quiet("docker", "version", "--format", "{{.Server.Version}}"));
            if (docker is null || !docker.WaitForExit(DockerPatience)) return false;
            return docker.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // There is no docker command.
        }
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= _atExit;
        End();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private void End()
    {
        // The container is Docker's, not the command's that started it.
        if (_source is Neo4jSource.Container) Process.Start(Quiet("docker", "rm", "--force", _folder.Name))?.WaitForExit();
        _process.Kill(entireProcessTree: true);
    }

    private ProcessStartInfo HowToStart(Neo4jSource source, int http, int bolt) => source switch
    {
        Neo4jSource.Script script => WithMemory(Quiet(script.Path, _folder.FullName, Text(http), Text(bolt))),
        Neo4jSource.Installed installed => Console(installed.Home, http, bolt),
        Neo4jSource.Container => Quiet("docker", "run", "--rm", "--name", _folder.Name, "--publish", $"127.0.0.1:{Text(http)}:7474", "--env", "NEO4J_AUTH=none", Image),
        _ => throw new InvalidOperationException($"{source} is nothing to start."),
    };

    private ProcessStartInfo Console(string home, int http, int bolt)
    {
        foreach (var name in _folders) _folder.CreateSubdirectory(name);
        File.WriteAllLines(Path.Combine(_folder.FullName, "neo4j.conf"),
        [
            .. _folders.Select(name => $"server.directories.{name}={Path.Combine(_folder.FullName, name)}"),
            "server.default_listen_address=127.0.0.1", $"server.http.listen_address=:{Text(http)}", $"server.bolt.listen_address=:{Text(bolt)}",
            "server.https.enabled=false", "dbms.security.auth_enabled=false", "dbms.usage_report.enabled=false",
            "server.memory.heap.initial_size=768m", "server.memory.heap.max_size=768m", "server.memory.pagecache.size=128m",
        ]);
        var start = Quiet(Path.Combine(home, "bin", "neo4j"), "console");
        start.Environment["NEO4J_CONF"] = _folder.FullName;
        return start;
    }

    private static ProcessStartInfo WithMemory(ProcessStartInfo start)
    {
        start.Environment["NEO4J_HEAP"] = "768m";
        start.Environment["NEO4J_PAGECACHE"] = "128m";
        return start;
    }

    private static ProcessStartInfo Quiet(string command, params string[] arguments) =>
        new(command, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_said) _said.WriteLine(line.Data);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);
}
