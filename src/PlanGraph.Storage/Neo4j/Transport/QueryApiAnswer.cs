using System.Net;
using System.Text.Json;

namespace PlanGraph.Storage.Neo4j.Transport;

/// <summary>
/// What the server answered to one request. An answer of 202 is not yet success: failures while rows stream come in the same body, so the errors are
/// always looked at. The class of a failure stands in its code, not in the HTTP status.
/// </summary>
internal sealed class QueryApiAnswer : IDisposable
{
    public const string TypedJsonMedia = "application/vnd.neo4j.query";

    private readonly JsonDocument _body;
    private readonly Uri? _address;
    private readonly string _statement;

    private QueryApiAnswer(JsonDocument body, Uri? address, string statement) => (_body, _address, _statement) = (body, address, statement);

    /// <summary>To be echoed in the transaction's further requests, where a cluster gave one.</summary>
    public string? Affinity { get; init; }

    /// <summary>What the answer tells to wait for before reading what it wrote; null when it tells nothing.</summary>
    public string? Bookmark =>
        _body.RootElement.TryGetProperty("bookmarks", out var bookmarks) && bookmarks.GetArrayLength() > 0 ? bookmarks[0].GetString() : null;

    /// <param name="address">Of the server, for sentences.</param>
    /// <param name="statement">What was asked, for sentences.</param>
    /// <exception cref="CypherException">The answer is a failure, or none that Neo4j gives.</exception>
    public static QueryApiAnswer Read(HttpResponseMessage response, byte[] bytes, Uri? address, string statement, string? affinity)
    {
        var body = Parse(response, bytes, address, statement);
        try
        {
            ThrowOnError(response.StatusCode, body, address, statement);
            return new QueryApiAnswer(body, address, statement) { Affinity = affinity };
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Dispose() => _body.Dispose();

    /// <exception cref="CypherException">No Neo4j gives this answer, or a value is of a type that statements must not return.</exception>
    public List<CypherRow> Rows()
    {
        try
        {
            var data = _body.RootElement.GetProperty("data");
            var columns = data.GetProperty("fields").EnumerateArray().Select((field, index) => (field.GetString()!, index)).ToDictionary(StringComparer.Ordinal);
            return [.. data.GetProperty("values").EnumerateArray().Select(row => new CypherRow(columns, TypedJson.ReadAll(row)))];
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException)
        {
            throw NotNeo4j(_address, _statement, exception);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or NotSupportedException)
        {
            throw new CypherException(CypherFailure.Other, "", exception.Message, _statement, exception);
        }
    }

    /// <summary>The id of the transaction that the request began.</summary>
    public string TransactionId() =>
        _body.RootElement.TryGetProperty("transaction", out var transaction) && transaction.TryGetProperty("id", out var id) && id.GetString() is { Length: > 0 } found
            ? found
            : throw NotNeo4j(_address, _statement);

    /// <summary>What the discovery address says.</summary>
    public ServerAbout About() =>
        _body.RootElement.TryGetProperty("neo4j_version", out var version) && _body.RootElement.TryGetProperty("neo4j_edition", out var edition)
            ? new ServerAbout(version.GetString() ?? "", edition.GetString() ?? "")
            : throw NotNeo4j(_address, _statement);

    /// <summary>The body as JSON. A page in its place is somebody else's, or that of a proxy whose server is away.</summary>
    private static JsonDocument Parse(HttpResponseMessage response, byte[] bytes, Uri? address, string statement)
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
            : NotNeo4j(address, statement, inner);
    }

    private static void ThrowOnError(HttpStatusCode status, JsonDocument body, Uri? address, string statement)
    {
        if (body.RootElement.TryGetProperty("errors", out var errors) && errors.ValueKind == JsonValueKind.Array && errors.GetArrayLength() > 0
            && errors[0].ValueKind == JsonValueKind.Object)
        {
            throw FailureOf(status, errors[0], statement);
        }
        if ((int)status < 300) return;
        throw status switch
        {
            >= HttpStatusCode.InternalServerError => new CypherException(CypherFailure.Unreachable, "", $"HTTP status {(int)status} without a reason", statement),
            HttpStatusCode.Unauthorized => new CypherException(CypherFailure.SignIn, "", "HTTP status 401", statement),
            HttpStatusCode.NotFound or < HttpStatusCode.BadRequest => NotNeo4j(address, statement),
            _ => new CypherException(CypherFailure.Other, "", $"HTTP status {(int)status} without a reason", statement),
        };
    }

    private static CypherException FailureOf(HttpStatusCode status, JsonElement error, string statement)
    {
        var code = error.TryGetProperty("code", out var c) ? c.GetString() ?? "" : "";
        var message = error.TryGetProperty("message", out var m) ? m.GetString() ?? "" : "";
        // A transaction that is gone is told by its text only: 404 Neo.ClientError.Request.Invalid "Transaction with Id … was not found".
        var failure = status == HttpStatusCode.NotFound && message.StartsWith("Transaction", StringComparison.Ordinal)
            ? CypherFailure.TransactionGone
            : CypherException.Classify(code);
        return new CypherException(failure, code, message, statement);
    }

    private static CypherException NotNeo4j(Uri? address, string statement, Exception? inner = null) =>
        new(CypherFailure.NotNeo4j, "", $"what answers at {address} is no Neo4j server", statement, inner);
}
