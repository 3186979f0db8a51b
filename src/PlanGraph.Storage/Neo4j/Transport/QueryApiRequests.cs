using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace PlanGraph.Storage.Neo4j.Transport;

/// <summary>Sends single requests of Neo4j's HTTP Query API v2 and reads what comes back; each within its time.</summary>
internal sealed class QueryApiRequests : IDisposable
{
    private const string AffinityHeader = "neo4j-cluster-affinity";

    private readonly HttpClient _http;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _patience;
    private volatile string? _bookmark;

    public QueryApiRequests(Neo4jOptions options, TimeProvider clock, HttpMessageHandler? handler)
    {
        _clock = clock;
        _patience = TimeSpan.FromSeconds(options.TimeoutSeconds);
        Path = $"db/{Uri.EscapeDataString(options.Database)}/query/v2";
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
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(QueryApiAnswer.TypedJsonMedia));
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json", 0.9));
        if (options.User.Length > 0)
        {
            _http.DefaultRequestHeaders.Authorization =
                new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}")));
        }
    }

    /// <summary>Where statements of their own are sent; those of a transaction go below it.</summary>
    public string Path { get; }

    /// <summary>What the server says of itself.</summary>
    public Task<QueryApiAnswer> DiscoverAsync(CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, ""), "discovery", _patience, cancellationToken);

    /// <param name="accessMode">Read or Write where the request begins a transaction; null in one that is open.</param>
    public Task<QueryApiAnswer> PostAsync(
        string path, CypherStatement? statement, CypherParameters parameters, string? accessMode, string? affinity, CancellationToken cancellationToken)
    {
        var content = new ReadOnlyMemoryContent(TypedJson.Request(statement, parameters, accessMode, accessMode is null ? null : _bookmark));
        content.Headers.ContentType = new MediaTypeHeaderValue(QueryApiAnswer.TypedJsonMedia);
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        return SendAsync(With(affinity, request), statement?.Name ?? "transaction", _patience, cancellationToken);
    }

    public Task<QueryApiAnswer> DeleteAsync(string path, string? affinity, TimeSpan patience) =>
        SendAsync(With(affinity, new HttpRequestMessage(HttpMethod.Delete, path)), "rollback", patience, CancellationToken.None);

    /// <summary>What begins after this sees what the answer tells of, on any server of a cluster.</summary>
    public void Remember(QueryApiAnswer answer)
    {
        if (answer.Bookmark is { } bookmark) _bookmark = bookmark;
    }

    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage With(string? affinity, HttpRequestMessage request)
    {
        if (affinity is not null) request.Headers.Add(AffinityHeader, affinity);
        return request;
    }

    private async Task<QueryApiAnswer> SendAsync(HttpRequestMessage request, string statement, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var _ = request;
        using var patience = new CancellationTokenSource(limit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var response = await _http.SendAsync(request, either.Token);
            var bytes = await response.Content.ReadAsByteArrayAsync(either.Token);
            return QueryApiAnswer.Read(response, bytes, _http.BaseAddress, statement, response.Headers.TryGetValues(AffinityHeader, out var values) ? values.First() : null);
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
}
