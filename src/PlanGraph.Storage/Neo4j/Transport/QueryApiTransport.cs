using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace PlanGraph.Storage.Neo4j.Transport;

/// <summary>
/// Neo4j's HTTP Query API v2 with typed JSON: no package, the same on a community server, in a cluster and on Aura. An answer of 202 is not yet
/// success: failures while rows stream come in the same body, so the errors are always looked at. The class of a failure stands in its code,
/// not in the HTTP status.
/// </summary>
public sealed class QueryApiTransport : ICypherTransport
{
    private const string TypedJsonMedia = "application/vnd.neo4j.query";
    private const string AffinityHeader = "neo4j-cluster-affinity";
    private static readonly TimeSpan RollbackPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    private const int MostAbandoned = 100;

    private readonly ConcurrentQueue<OpenTransaction> _abandoned = [];
    private readonly HttpClient _http;
    private readonly Neo4jOptions _options;
    private readonly TimeProvider _clock;
    private readonly string _path;
    private volatile string? _bookmark;

    public QueryApiTransport(Neo4jOptions options, TimeProvider clock, HttpMessageHandler? handler = null)
    {
        _options = options;
        _clock = clock;
        _path = $"db/{Uri.EscapeDataString(options.Database)}/query/v2";
        _http = new HttpClient(handler ?? new SocketsHttpHandler
        {
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(5),
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
        })
        {
            BaseAddress = new Uri((options.Url ?? throw new ArgumentException("Neo4j:Url is not set.", nameof(options))).ToString().TrimEnd('/') + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(TypedJsonMedia));
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json", 0.9));
        if (options.User.Length > 0)
        {
            _http.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));
        }
    }

    public Task<IReadOnlyList<CypherRow>> ReadAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken) =>
        RetryAsync(mayRepeat: true, token => RunAloneAsync(statement, parameters, "Read", token), cancellationToken);

    public Task<IReadOnlyList<CypherRow>> WriteAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken) =>
        RetryAsync(mayRepeat: false, token => RunAloneAsync(statement, parameters, "Write", token), cancellationToken);

    public Task<T> TransactAsync<T>(
        Func<ICypherTransaction, CancellationToken, Task<(bool Commit, T Answer)>> work, CancellationToken cancellationToken) =>
        RetryAsync(mayRepeat: true, token => TransactOnceAsync(work, token), cancellationToken);

    public async Task<ServerAbout> AboutAsync(CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, ""), "discovery", cancellationToken);
        var root = answer.Body.RootElement;
        return root.TryGetProperty("neo4j_version", out var version) && root.TryGetProperty("neo4j_edition", out var edition)
            ? new ServerAbout(version.GetString() ?? "", edition.GetString() ?? "")
            : throw NotNeo4j("discovery");
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IReadOnlyList<CypherRow>> RunAloneAsync(
        CypherStatement statement, CypherParameters parameters, string accessMode, CancellationToken cancellationToken)
    {
        using var answer = await PostAsync(_path, statement, parameters, accessMode, null, cancellationToken);
        RememberBookmark(answer.Body);
        return Rows(answer.Body, statement.Name);
    }

    private async Task<T> TransactOnceAsync<T>(
        Func<ICypherTransaction, CancellationToken, Task<(bool Commit, T Answer)>> work, CancellationToken cancellationToken)
    {
        await EndAbandonedAsync();
        var transaction = new Transaction(this);
        try
        {
            var (commit, answer) = await work(transaction, cancellationToken);
            if (commit) await transaction.CommitAsync();
            else await transaction.RollbackAsync();
            return answer;
        }
        catch (Exception exception) when (exception is not CypherException { Failure: CypherFailure.TransactionGone })
        {
            await transaction.RollbackAsync();
            throw;
        }
    }

    /// <summary>
    /// Tries again with a growing pause while the server says that it may help, and once when a connection broke: those of before a restart do. A
    /// write that may have happened is never repeated here.
    /// </summary>
    private async Task<T> RetryAsync<T>(bool mayRepeat, Func<CancellationToken, Task<T>> attempt, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await attempt(cancellationToken);
            }
            catch (CypherException exception) when (tries < _options.Attempts && !exception.OutcomeUnknown
                && (exception.Failure == CypherFailure.Transient || (mayRepeat && (exception.Failure == CypherFailure.TransactionGone || (exception.ConnectionBroke && tries == 1)))))
            {
                await Task.Delay(FirstPause * Math.Pow(2, tries - 1), _clock, cancellationToken);
            }
        }
    }

    private Task<Answer> PostAsync(
        string path, CypherStatement? statement, CypherParameters parameters, string? accessMode, string? affinity, CancellationToken cancellationToken)
    {
        var content = new ReadOnlyMemoryContent(TypedJson.Request(statement, parameters, accessMode, accessMode is null ? null : _bookmark));
        content.Headers.ContentType = new MediaTypeHeaderValue(TypedJsonMedia);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        if (affinity is not null) request.Headers.Add(AffinityHeader, affinity);
        return SendAsync(request, statement?.Name ?? "transaction", cancellationToken);
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, string statement, CancellationToken cancellationToken, TimeSpan? shorter = null)
    {
        using var _ = request;
        var limit = shorter ?? TimeSpan.FromSeconds(_options.TimeoutSeconds);
        using var patience = new CancellationTokenSource(limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            var body = Parse(response, bytes, statement);
            ThrowOnError(response.StatusCode, body, statement);
            return new Answer(body, response.Headers.TryGetValues(AffinityHeader, out var values) ? values.First() : null);
        }
        catch (OperationCanceledException exception) when (patience.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new CypherException(CypherFailure.Slow, "", string.Create(CultureInfo.InvariantCulture, $"no answer in {limit.TotalSeconds:0} seconds"), statement, exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw new CypherException(CypherFailure.Unreachable, "", exception.Message, statement, exception)
            {
                ConnectionBroke = exception is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError },
            };
        }
    }

    /// <summary>The body as JSON. A page in its place is somebody else's, or that of a proxy whose server is away.</summary>
    private JsonDocument Parse(HttpResponseMessage response, byte[] bytes, string statement)
    {
        JsonException? inner = null;
        try
        {
            var body = JsonDocument.Parse(bytes.Length == 0 ? "{}"u8.ToArray() : bytes);
            if (body.RootElement.ValueKind == JsonValueKind.Object) return body;
            body.Dispose();
        }
        catch (JsonException exception)
        {
            inner = exception;
        }
        if (!response.IsSuccessStatusCode) return JsonDocument.Parse("{}");
        throw inner is not null && response.Content.Headers.ContentType?.MediaType is TypedJsonMedia
            ? new CypherException(CypherFailure.Unreachable, "", "the answer is broken", statement, inner)
            : NotNeo4j(statement, inner);
    }

    private CypherException NotNeo4j(string statement, Exception? inner = null) =>
        new(CypherFailure.NotNeo4j, "", $"what answers at {_http.BaseAddress} is no Neo4j server", statement, inner);

    private void ThrowOnError(HttpStatusCode status, JsonDocument body, string statement)
    {
        if (body.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0
            && errors[0].ValueKind == JsonValueKind.Object)
        {
            var code = errors[0].TryGetProperty("code", out var c) ? c.GetString() ?? "" : "";
            var message = errors[0].TryGetProperty("message", out var m) ? m.GetString() ?? "" : "";
            body.Dispose();
            // A transaction that is gone is told by its text only: 404 Neo.ClientError.Request.Invalid "Transaction with Id … was not found".
            var failure = status == HttpStatusCode.NotFound && message.StartsWith("Transaction", StringComparison.Ordinal)
                ? CypherFailure.TransactionGone
                : CypherException.Classify(code);
            throw new CypherException(failure, code, message, statement);
        }
        if ((int)status < 300) return;
        body.Dispose();
        throw status switch
        {
            >= HttpStatusCode.InternalServerError => new CypherException(CypherFailure.Unreachable, "", $"HTTP status {(int)status} without a reason", statement),
            HttpStatusCode.Unauthorized => new CypherException(CypherFailure.SignIn, "", "HTTP status 401", statement),
            HttpStatusCode.NotFound or < HttpStatusCode.BadRequest => NotNeo4j(statement),
            _ => new CypherException(CypherFailure.Other, "", $"HTTP status {(int)status} without a reason", statement),
        };
    }

    private List<CypherRow> Rows(JsonDocument body, string statement)
    {
        try
        {
            var data = body.RootElement.GetProperty("data");
            var columns = data.GetProperty("fields").EnumerateArray().Select((field, index) => (field.GetString()!, index)).ToDictionary(StringComparer.Ordinal);
            return [.. data.GetProperty("values").EnumerateArray().Select(row => new CypherRow(columns, TypedJson.ReadAll(row)))];
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw NotNeo4j(statement, exception);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or NotSupportedException)
        {
            throw new CypherException(CypherFailure.Other, "", exception.Message, statement, exception);
        }
    }

    private string TransactionId(JsonDocument body, string statement) =>
        body.RootElement.TryGetProperty("transaction", out var transaction) && transaction.TryGetProperty("id", out var id) && id.GetString() is { Length: > 0 } found
            ? found
            : throw NotNeo4j(statement);

    private void RememberBookmark(JsonDocument body)
    {
        if (body.RootElement.TryGetProperty("bookmarks", out var bookmarks) && bookmarks.GetArrayLength() > 0) _bookmark = bookmarks[0].GetString();
    }

    /// <summary>
    /// Rolls a transaction back. Where the way is cut it is kept in mind until the way is there again: the server itself ends it only after a minute, and
    /// all that time it may hold the lock that every writer waits for.
    /// </summary>
    private async Task<bool> EndAsync(OpenTransaction open)
    {
        var request = new HttpRequestMessage(HttpMethod.Delete, open.Path);
        if (open.Affinity is not null) request.Headers.Add(AffinityHeader, open.Affinity);
        try
        {
            using var answer = await SendAsync(request, "rollback", CancellationToken.None, RollbackPatience);
            return true;
        }
        catch (CypherException exception) when (exception.Failure is CypherFailure.Unreachable or CypherFailure.Slow)
        {
            if (_abandoned.Count < MostAbandoned) _abandoned.Enqueue(open);
            return false;
        }
        catch (CypherException)
        {
            return true; // Gone with its server, or ended by it.
        }
    }

    private async Task EndAbandonedAsync()
    {
        for (var left = _abandoned.Count; left > 0 && _abandoned.TryDequeue(out var open); left--)
        {
            if (!await EndAsync(open)) return;
        }
    }

    private sealed record Answer(JsonDocument Body, string? Affinity) : IDisposable
    {
        public void Dispose() => Body.Dispose();
    }

    /// <summary>
    /// Begins with its first statement; the server ends it by itself after a minute without a call, and when a statement fails. A call that its asker
    /// gives up would go on at the server and keep the transaction's locks for that minute, so each is waited for, and then rolled back.
    /// </summary>
    private sealed class Transaction(QueryApiTransport transport) : ICypherTransaction
    {
        private string? _path;
        private string? _affinity;

        public async Task<IReadOnlyList<CypherRow>> RunAsync(CypherStatement statement, CypherParameters parameters, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var begins = _path is null;
            using var answer = await transport.PostAsync(
                _path ?? transport._path + "/tx", statement, parameters, begins ? "Write" : null, _affinity, CancellationToken.None);
            if (begins)
            {
                _path = $"{transport._path}/tx/{transport.TransactionId(answer.Body, statement.Name)}";
                _affinity = answer.Affinity;
            }
            cancellationToken.ThrowIfCancellationRequested();
            return transport.Rows(answer.Body, statement.Name);
        }

        public async Task CommitAsync()
        {
            if (_path is not { } path) return;
            _path = null;
            try
            {
                using var answer = await transport.PostAsync(path + "/commit", null, CypherParameters.None, null, _affinity, CancellationToken.None);
                transport.RememberBookmark(answer.Body);
            }
            catch (CypherException exception) when (!exception.IsRefusal)
            {
                // A commit that never got there leaves the transaction open, and with it the lock that all writers wait for.
                _path = path;
                await RollbackAsync();
                throw new CypherException(exception.Failure, exception.Code, exception.Message, "commit", exception) { OutcomeUnknown = true };
            }
        }

        public Task RollbackAsync()
        {
            if (_path is not { } path) return Task.CompletedTask;
            _path = null;
            return transport.EndAsync(new OpenTransaction(path, _affinity));
        }
    }

    /// <summary>A transaction on the server that is neither committed nor rolled back, as far as we know.</summary>
    private sealed record OpenTransaction(string Path, string? Affinity);
}
