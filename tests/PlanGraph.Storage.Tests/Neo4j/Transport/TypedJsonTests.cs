using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PlanGraph.Storage.Neo4j.Transport;
using PlanGraph.Tests.Neo4j;

namespace PlanGraph.Storage.Tests.Neo4j.Transport;

/// <summary>Every kind of value there and back: in process, and by way of a real server.</summary>
[Collection(Neo4jDatabase.Name)]
public sealed class TypedJsonTests(Neo4jServer server)
{
    [Fact]
    public void Every_value_comes_back_as_it_was() => Assert.All(TypedValues.All, value => Assert.Equal(value, ThereAndBack(value)));

    [Fact]
    public void Every_text_comes_back_as_it_was() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20261121, 7), Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(), text => text is null || !IsWhole(text) || text.Equals((string?)ThereAndBack(text), StringComparison.Ordinal)));

    [Fact]
    public void Half_a_character_becomes_the_mark_for_one_that_cannot_be_shown() => Assert.Equal("a\uFFFDb", ThereAndBack("a\uD800b"));

    [Fact]
    public void A_whole_number_comes_back_as_a_long() => Assert.Equal(42L, ThereAndBack(42));

    [Fact]
    public void Any_list_is_a_list() => Assert.Equal(new object?[] { "b", "a" }, ThereAndBack(new List<string> { "b", "a" }.Where(_ => true)));

    [Theory]
    [InlineData("Null", "null")]
    [InlineData("Boolean", "true")]
    [InlineData("Integer", "\"-9223372036854775808\"")]
    [InlineData("Float", "\"NaN\"")]
    [InlineData("String", "\"\"")]
    [InlineData("Base64", "\"AP8=\"")]
    [InlineData("Date", "\"2026-11-21\"")]
    [InlineData("OffsetDateTime", "\"2026-11-21T12:34:56.123456789Z\"")]
    [InlineData("OffsetDateTime", "\"2026-11-21T12:34+01:00\"")]
    public void What_the_server_writes_is_read(string type, string value) => Read(type, value);

    [Theory]
    [InlineData("Point", "\"SRID=4326;POINT (10.5 59.9)\"")]
    [InlineData("Duration", "\"PT1S\"")]
    [InlineData("Time", "\"12:00Z\"")]
    [InlineData("LocalTime", "\"12:00\"")]
    [InlineData("LocalDateTime", "\"2026-11-21T12:00\"")]
    [InlineData("ZonedDateTime", "\"2026-11-21T12:00+01:00[Europe/Oslo]\"")]
    [InlineData("Node", "{\"_element_id\":\"1\",\"_labels\":[],\"_properties\":{}}")]
    [InlineData("Relationship", "{}")]
    [InlineData("Path", "[]")]
    public void What_our_statements_never_return_is_told_by_its_type(string type, string value) =>
        Assert.Contains($"of type {type};", Assert.Throws<NotSupportedException>(() => Read(type, value)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Real_server_gives_every_value_back_as_it_was()
    {
        await using var transport = new QueryApiTransport(await server.OptionsAsync(TestContext.Current.CancellationToken), TimeProvider.System);
        var rows = await transport.ReadAsync(
            new CypherStatement("tests/echo", "UNWIND $values AS value RETURN value"), new() { ["values"] = TypedValues.All }, TestContext.Current.CancellationToken);
        Assert.Equal(TypedValues.All, rows.Select(row => row["value"]));
    }

    [Fact]
    public async Task Real_server_keeps_every_simple_value_in_a_property()
    {
        await server.EmptyAsync(TestContext.Current.CancellationToken);
        await using var transport = new QueryApiTransport(await server.OptionsAsync(TestContext.Current.CancellationToken), TimeProvider.System);
        var values = TypedValues.All.Where(value => value is not (null or object?[] or Dictionary<string, object?>)).ToArray();
        await transport.WriteAsync(new CypherStatement("tests/keep", "UNWIND range(0, size($values) - 1) AS at CREATE (:Kept {at: at, value: $values[at]})"),
            new() { ["values"] = values }, TestContext.Current.CancellationToken);
        var rows = await transport.ReadAsync(new CypherStatement("tests/kept", "MATCH (k:Kept) RETURN k.value AS value ORDER BY k.at"), CypherParameters.None, TestContext.Current.CancellationToken);
        Assert.Equal(values, rows.Select(row => row["value"]));
    }

    private static object? ThereAndBack(object? value)
    {
        using var request = JsonDocument.Parse(TypedJson.Request(new CypherStatement("tests/x", ""), new() { ["x"] = value }, null, null));
        return TypedJson.Read(request.RootElement.GetProperty("parameters").GetProperty("x"));
    }

    private static void Read(string type, string value)
    {
        using var typed = JsonDocument.Parse($$"""{"$type":"{{type}}","_value":{{value}} }""");
        TypedJson.Read(typed.RootElement);
    }

    private static bool IsWhole(string text) => text == Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
