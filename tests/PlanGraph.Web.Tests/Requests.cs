using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace PlanGraph.Web.Tests;

/// <summary>Requests whose answers tests read as JSON.</summary>
internal static class Requests
{
    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await client.GetAsync(path, TestContext.Current.CancellationToken), expected);

    public static async Task<JsonElement> PostJsonAsync(this HttpClient client, string path, object? body, HttpStatusCode expected = HttpStatusCode.OK) =>
        await ReadAsync(await client.PostAsync(path, body is null ? null : JsonContent.Create(body), TestContext.Current.CancellationToken), expected);

    public static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.StatusCode == expected, $"{(int)response.StatusCode} instead of {(int)expected}: {text}");
        if ((int)expected >= 400) Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text);
    }

    public static string Title(this JsonElement problem) => problem.GetProperty("title").GetString() ?? "";

    public static IEnumerable<string?> Strings(this JsonElement list, string? property = null) =>
        list.EnumerateArray().Select(item => property is null ? item.GetString() : item.GetProperty(property).GetString());
}
