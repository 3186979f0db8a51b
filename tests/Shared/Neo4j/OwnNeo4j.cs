using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PlanGraph.Storage.Neo4j;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Tests.Neo4j;

/// <summary>
/// A real server with settings, a password or a disk of its own, which can be killed, halted and started again on what it left. For what must not
/// happen to the server that the tests share.
/// </summary>
internal sealed class OwnNeo4j : IAsyncDisposable
{
    private static readonly CypherStatement _ready = new("ready", "RETURN 1 AS one");

    private static readonly TimeSpan _longestStart = TimeSpan.FromMinutes(3);

    private readonly string _script;
    private readonly DirectoryInfo _folder;
    private readonly int _http = FreePort();
    private readonly int _bolt = FreePort();
    private readonly Queue<string> _said = [];
    private Process? _process;

    /// <param name="script">Runs a server in the foreground: <c>serve FOLDER HTTP_PORT BOLT_PORT [PASSWORD]</c>.</param>
    /// <param name="folder">Where it keeps its data; without it a new folder.</param>
    public OwnNeo4j(string script, DirectoryInfo? folder = null)
    {
        _script = script;
        _folder = folder ?? Directory.CreateTempSubdirectory("plangraph-own-neo4j-");
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>Lines for neo4j.conf, used at the next start.</summary>
    public string Settings { get; set; } = "";

    /// <summary>Empty: sign-in is off.</summary>
    public string Password { get; init; } = "";

    public string Heap { get; init; } = "512m";

    public string PageCache { get; init; } = "128m";

    /// <summary>What the server has used of the processors since it was started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var process = _process ?? throw new InvalidOperationException("The server does not run.");
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public Uri Address => new($"http://localhost:{_http}");

    public Neo4jOptions Options => new() { Url = Address, User = Password.Length == 0 ? "" : "neo4j", Password = Password };

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        Launch();
        await UntilReadyAsync(cancellationToken);
    }

    public void Launch()
    {
        var start = new ProcessStartInfo(_script, [_folder.FullName, Text(_http), Text(_bolt), .. Password.Length == 0 ? Array.Empty<string>() : [Password]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        (start.Environment["NEO4J_HEAP"], start.Environment["NEO4J_PAGECACHE"], start.Environment["NEO4J_SETTINGS"]) = (Heap, PageCache, Settings);
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{_script} did not start.");
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _process = process;
    }

    /// <exception cref="InvalidOperationException">The server ended, or did not answer in time; with what it said.</exception>
    public async Task UntilReadyAsync(CancellationToken cancellationToken)
    {
        var started = Stopwatch.StartNew();
        await using var transport = new QueryApiTransport(Options, TimeProvider.System);
        while (true)
        {
            try
            {
                await transport.ReadAsync(_ready, CypherParameters.None, cancellationToken);
                return;
            }
            catch (CypherException exception)
            {
                if (_process is null or { HasExited: true } || started.Elapsed > _longestStart)
                    throw new InvalidOperationException($"The Neo4j server ended or did not answer within {_longestStart}:\n{Said()}", exception);
                await Task.Delay(100, cancellationToken);
            }
        }
    }

    /// <summary>SIGTERM: it closes its files in order. A database that is read-only from the next start on must have been closed so: it may not repair itself.</summary>
    public async Task StopAsync()
    {
        if (_process is not { } process) return;
        await SignalAsync("TERM");
        await process.WaitForExitAsync();
        _process = null;
        process.Dispose();
    }

    /// <summary>SIGKILL: none of its code runs any more.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process) return;
        _process = null;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>SIGSTOP and SIGCONT: it holds its connections and answers nobody, and goes on.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", Text(_process?.Id ?? throw new InvalidOperationException("The server does not run."))]);
        await kill.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    private void End(object? sender, EventArgs e) => _process?.Kill(entireProcessTree: true);

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (_said)
        {
            _said.Enqueue(line.Data ?? "");
            if (_said.Count > 100) _said.Dequeue();
        }
    }

    private string Said()
    {
        lock (_said) return string.Join('\n', _said);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
