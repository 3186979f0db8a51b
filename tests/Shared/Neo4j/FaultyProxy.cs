using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PlanGraph.Tests.Neo4j;

/// <summary>What the way to the server does to one request.</summary>
internal enum Fault
{
    None,

    /// <summary>The connection breaks before the request has reached the server.</summary>
    BreakBefore,

    /// <summary>The server has the request and answers, and the connection breaks before the answer is through.</summary>
    BreakAfter,

    /// <summary>The request is swallowed; the connection stands.</summary>
    Silence,
}

/// <summary>
/// The way between PlanGraph and a real server, on a port of its own, which can break, hang, or change what comes back. Requests come one after the
/// other on a connection (HTTP/1.1), so what begins a request decides what becomes of it.
/// </summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    private readonly Uri _server;
    private readonly CancellationTokenSource _ending = new();
    private readonly List<Socket> _open = [];
    private readonly int _port;
    private TcpListener _listener;
    private Task _accepting;

    public FaultyProxy(Uri server)
    {
        _server = server;
        _listener = Listen(0);
        _port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync(_listener);
    }

    public Uri Address => new($"http://127.0.0.1:{_port}");

    /// <summary>Asked with the request line of each request: <c>POST /db/neo4j/query/v2/tx/lyU/commit HTTP/1.1</c>.</summary>
    public Func<string, Fault> OnRequest { get; set; } = _ => Fault.None;

    /// <summary>What comes back, as Latin-1; it must keep its length.</summary>
    public Func<string, string> OnAnswer { get; set; } = answer => answer;

    /// <summary>A request line that commits.</summary>
    public static bool IsCommit(string requestLine) => requestLine.Contains("/commit ", StringComparison.Ordinal);

    /// <summary>Nobody listens, and what was open is broken, as when the server's process has ended.</summary>
    public void GoDown()
    {
        _listener.Dispose();
        lock (_open)
        {
            foreach (var socket in _open) socket.Close(0);
            _open.Clear();
        }
    }

    public void ComeBack()
    {
        _listener = Listen(_port);
        _accepting = AcceptAsync(_listener);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        GoDown();
        await _accepting;
        _ending.Dispose();
    }

    private static TcpListener Listen(int port)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true) _ = CarryAsync(await listener.AcceptSocketAsync(_ending.Token));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Down.
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        lock (_open) _open.AddRange([client, server]);
        try
        {
            await server.ConnectAsync(_server.Host, _server.Port, _ending.Token);
            var state = new Connection();
            await Task.WhenAny(RequestsAsync(client, server, state), AnswersAsync(server, client, state));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The server is down, or the proxy is.
        }
        finally
        {
            lock (_open)
            {
                _open.Remove(client);
                _open.Remove(server);
            }
            client.Close(0); // a reset, as from a process that was killed
        }
    }

    private async Task RequestsAsync(Socket client, Socket server, Connection state)
    {
        var buffer = new byte[64 << 10];
        while (await client.ReceiveAsync(buffer, _ending.Token) is > 0 and var length)
        {
            if (RequestLine(buffer.AsSpan(0, length)) is { } line) state.Fault = OnRequest(line);
            if (state.Fault == Fault.BreakBefore) return;
            if (state.Fault == Fault.Silence) continue;
            await server.SendAsync(buffer.AsMemory(0, length), _ending.Token);
        }
    }

    private async Task AnswersAsync(Socket server, Socket client, Connection state)
    {
        var buffer = new byte[64 << 10];
        while (await server.ReceiveAsync(buffer, _ending.Token) is > 0 and var length)
        {
            if (state.Fault == Fault.BreakAfter) return;
            var answer = OnAnswer(Encoding.Latin1.GetString(buffer, 0, length));
            await client.SendAsync(Encoding.Latin1.GetBytes(answer), _ending.Token);
        }
    }

    private static string? RequestLine(ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf("\r\n"u8);
        var line = end < 0 ? "" : Encoding.Latin1.GetString(bytes[..end]);
        return line.EndsWith(" HTTP/1.1", StringComparison.Ordinal) ? line : null;
    }

    private sealed class Connection
    {
        public volatile Fault Fault;
    }
}
