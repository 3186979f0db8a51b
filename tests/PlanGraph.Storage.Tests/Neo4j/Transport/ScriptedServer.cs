using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PlanGraph.Storage.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j.Transport;

/// <summary>What the server was asked.</summary>
internal sealed record Asked(string Method, string Path, string Body, IReadOnlyDictionary<string, string> Headers);

/// <summary>
/// An HTTP server in the test's process that answers what it was told to, one reply to each request in their order, and keeps what it was asked. The
/// transport reaches it over a real socket.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    public const string TypedJson = "application/vnd.neo4j.query";

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _replies = new();
    private readonly ConcurrentQueue<Asked> _asked = new();
    private bool _isAway;

    private ScriptedServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public Neo4jOptions Options => new() { Url = Address, User = "neo4j", Password = "hemmelig:å" };

    public IReadOnlyList<Asked> Asked => [.. _asked];

    public static async Task<ScriptedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new ScriptedServer(app);
        app.Run(server.ReplyAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>The next reply.</summary>
    public ScriptedServer Then(Func<HttpContext, Task> reply)
    {
        _replies.Enqueue(reply);
        return this;
    }

    public ScriptedServer Then(int status, string body, string mediaType = TypedJson, params (string Name, string Value)[] headers) => Then(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = mediaType;
        foreach (var (name, value) in headers) context.Response.Headers[name] = value;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    });

    public ScriptedServer ThenError(int status, string code, string message = "It went wrong.") =>
        Then(status, $$"""{"errors":[{"code":"{{code}}","message":"{{message}}"}]}""");

    /// <summary>Rows as the real server writes them.</summary>
    public ScriptedServer ThenRows(string fields, string values, string more = "") => Then(202, $$$"""{"data":{"fields":[{{{fields}}}],"values":[{{{values}}}]}{{{more}}}}""");

    /// <summary>A transaction that has begun with a statement without rows.</summary>
    public ScriptedServer ThenBegun(string id = "a1b2", params (string Name, string Value)[] headers) =>
        Then(202, $$$"""{"data":{"fields":[],"values":[]},"transaction":{"id":"{{{id}}}","expires":"2026-11-21T12:00:00Z"}}""", TypedJson, headers);

    public ScriptedServer ThenNoRows() => ThenRows("", "");

    public ScriptedServer ThenCommitted(string bookmark = "FB:commit") => Then(202, $$"""{"bookmarks":["{{bookmark}}"]}""");

    public ScriptedServer ThenRolledBack() => Then(200, "");

    /// <summary>Nobody is behind the proxy, from here on.</summary>
    public ScriptedServer ThenAway()
    {
        _isAway = true;
        return this;
    }

    /// <summary>What the real server says of a transaction that it does not have, or has no longer.</summary>
    public ScriptedServer ThenGone() => ThenError(404, "Neo.ClientError.Request.Invalid", "Transaction with Id: a1b2 was not found.");

    /// <summary>The connection breaks before the answer.</summary>
    public ScriptedServer ThenBroken() => Then(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The connection breaks in the middle of the answer.</summary>
    public ScriptedServer ThenTruncated(string beginning) => Then(async context =>
    {
        context.Response.StatusCode = 202;
        context.Response.ContentType = TypedJson;
        context.Response.ContentLength = 10_000;
        await context.Response.WriteAsync(beginning);
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    /// <summary>No answer while anybody waits for one; what is done when the request has come.</summary>
    public ScriptedServer ThenSilence(Action whenAsked) => Then(async context =>
    {
        var gone = new TaskCompletionSource();
        await using var _ = context.RequestAborted.Register(gone.SetResult);
        whenAsked();
        await gone.Task;
    });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        if (!_replies.IsEmpty) throw new InvalidOperationException($"{_replies.Count} replies were not asked for.");
    }

    private async Task ReplyAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(context.RequestAborted);
        _asked.Enqueue(new Asked(context.Request.Method, context.Request.Path + context.Request.QueryString, body,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        if (_replies.TryDequeue(out var reply)) await reply(context);
        else context.Response.StatusCode = _isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status418ImATeapot;
    }
}
