using System.Net;
using System.Text;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Exports;

public sealed class ExportsEndpointsTests(AppFixture fixture)
{
    [Theory]
    [InlineData("csv", "text/csv")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task The_plan_table_is_a_file_with_a_name(string format, string type)
    {
        using var answer = await GetAsync($"/api/plans/export?format={format}&sort=title");

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Matches(@"^planer-\d{4}-\d\d-\d\d\." + format + "$", answer.Content.Headers.ContentDisposition?.FileName?.Trim('"'));
    }

    [Fact]
    public async Task The_file_has_the_rows_that_the_filters_choose()
    {
        var all = await LinesAsync("/api/plans/export?format=csv");
        var none = await LinesAsync("/api/plans/export?format=csv&q=finnesikke");

        Assert.StartsWith("Id;Plan;Type;Status;", all[0], StringComparison.Ordinal);
        Assert.True(all.Length > 1);
        Assert.Single(none);
    }

    [Theory]
    [InlineData("/api/plans/export")]
    [InlineData("/api/plans/export?format=exe")]
    [InlineData("/api/plans/export?format=csv&type=romskip")]
    public async Task An_unknown_wish_is_refused(string path)
    {
        using var answer = await GetAsync(path);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    private async Task<string[]> LinesAsync(string path)
    {
        using var answer = await GetAsync(path);
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private async Task<HttpResponseMessage> GetAsync(string path) =>
        await (await fixture.App.SignInAsync(Role.Reader, $"Eksport {path.Length}")).GetAsync(path, TestContext.Current.CancellationToken);
}
