using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using PlanGraph.Storage.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j.Faults;

/// <summary>Something answers at the address, but no Neo4j.</summary>
public sealed class WrongAddressTests
{
    [Theory]
    [InlineData("200 OK", "text/html", "<!doctype html><title>Intranett</title>", "store.neo4j.notNeo4j")]
    [InlineData("200 OK", "application/json", "{\"status\":\"ok\"}", "store.neo4j.notNeo4j")]
    [InlineData("200 OK", "application/json", "[]", "store.neo4j.notNeo4j")]
    [InlineData("200 OK", "application/json", "", "store.neo4j.notNeo4j")]
    [InlineData("404 Not Found", "text/plain", "Not found", "store.neo4j.notNeo4j")]
    [InlineData("401 Unauthorized", "application/json", "{}", "store.neo4j.signIn")]
    [InlineData("502 Bad Gateway", "text/html", "<h1>502 Bad Gateway</h1>", "store.neo4j.unreachable")]
    [InlineData("503 Service Unavailable", "application/json", "{}", "store.neo4j.unreachable")]
    public async Task Is_told_as_what_it_is(string status, string type, string body, string problem)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var answering = AnswerAsync(listener, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}", ending.Token);
        await using var store = new Neo4jStore(new Neo4jOptions { Url = new Uri($"http://{listener.LocalEndpoint}") }, TimeProvider.System, NullLogger<Neo4jStore>.Instance);
        var exception = await Assert.ThrowsAsync<StoreException>(() => store.GetHeadAsync(cancellationToken));
        Assert.Equal(problem, exception.Problem?.Key);
        Assert.Equal(problem, (await store.CheckHealthAsync(cancellationToken)).Problem?.Key);
        await ending.CancelAsync();
        await answering;
    }

    private static async Task AnswerAsync(TcpListener listener, string answer, CancellationToken ending)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptSocketAsync(ending);
                await client.ReceiveAsync(new byte[4096]);
                await client.SendAsync(Encoding.ASCII.GetBytes(answer));
                client.Shutdown(SocketShutdown.Send);
                while (await client.ReceiveAsync(new byte[4096]) > 0) { }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
