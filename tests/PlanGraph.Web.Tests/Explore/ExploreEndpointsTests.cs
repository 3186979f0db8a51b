using System.Net;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Explore;

public sealed class ExploreEndpointsTests(AppFixture fixture)
{
    [Fact]
    public async Task A_neighbourhood_has_nodes_relations_degrees_and_what_was_left_out()
    {
        var answer = await (await ReaderAsync()).GetJsonAsync("/api/explore/neighbourhood?ids=plan/klimaplan,plan/borte&depth=1&cap=2");
        Assert.Equal(3, answer.GetProperty("nodes").GetArrayLength());
        Assert.Equal("plan/klimaplan", answer.GetProperty("nodes")[0].GetProperty("id").GetString());
        Assert.Equal(3, answer.GetProperty("nodes")[0].GetProperty("degree").EnumerateArray().Sum(degree => degree.GetProperty("count").GetInt32()));
        Assert.Equal(1, Assert.Single(answer.GetProperty("leftOut").EnumerateArray()).GetProperty("count").GetInt32());
        Assert.Equal("plan/borte", Assert.Single(answer.GetProperty("missing").Strings()));
    }

    [Fact]
    public async Task A_neighbourhood_can_be_of_some_kinds_and_some_relations()
    {
        var reader = await ReaderAsync();
        var kinds = await reader.GetJsonAsync("/api/explore/neighbourhood?ids=plan/klimaplan&kinds=Challenge");
        Assert.Equal(["plan/klimaplan", "challenge/klimaendringer"], kinds.GetProperty("nodes").Strings("id"));
        var types = await reader.GetJsonAsync("/api/explore/neighbourhood?ids=plan/klimaplan&types=OWNED_BY");
        Assert.Equal(["plan/klimaplan", "sector/miljo"], types.GetProperty("nodes").Strings("id"));
    }

    [Theory]
    [InlineData("", "«ids» må ha minst 1 og høyst 200 verdier.")]
    [InlineData("?ids=tulling", "«tulling» i «ids» er ikke en adresse til noe i plansystemet.")]
    [InlineData("?ids=plan/a&depth=5", "«depth» må være et tall fra 0 til 4.")]
    [InlineData("?ids=plan/a&cap=5001", "«cap» må være et tall fra 0 til 5000.")]
    [InlineData("?ids=plan/a&kinds=Plan,Ting", "«kinds» kan ikke ha verdien «Ting».")]
    [InlineData("?ids=plan/a&types=part_of", "«types» kan ikke ha verdien «part_of».")]
    [InlineData("?ids=plan/a&depth=to", "Forespørselen har en verdi som PlanGraph ikke kan lese.")]
    public async Task A_neighbourhood_asked_for_wrongly_is_refused_in_one_sentence(string query, string sentence) =>
        Assert.Equal(sentence, (await (await ReaderAsync()).GetJsonAsync("/api/explore/neighbourhood" + query, HttpStatusCode.BadRequest)).Title());

    [Fact]
    public async Task A_path_is_read_in_the_direction_it_is_walked()
    {
        var answer = await (await ReaderAsync()).GetJsonAsync("/api/explore/paths?from=plan/klimaplan&to=plan/samfunnsdel");
        Assert.Equal("Klimaplan – bidrar til – Lavutslippssamfunnet – fastsatt i – Kommuneplanens samfunnsdel", answer.GetProperty("paths")[0].GetProperty("sentence").GetString());
    }

    [Theory]
    [InlineData("?from=plan/klimaplan", HttpStatusCode.BadRequest)]
    [InlineData("?from=plan/klimaplan&to=plan/samfunnsdel&max=21", HttpStatusCode.BadRequest)]
    [InlineData("?from=plan/klimaplan&to=plan/samfunnsdel&length=9", HttpStatusCode.BadRequest)]
    [InlineData("?from=plan/klimaplan&to=plan/finnes-ikke", HttpStatusCode.NotFound)]
    public async Task Paths_asked_for_wrongly_are_refused(string query, HttpStatusCode status) => await (await ReaderAsync()).GetJsonAsync("/api/explore/paths" + query, status);

    [Fact]
    public async Task Search_finds_by_words_and_an_empty_question_finds_nothing()
    {
        var reader = await ReaderAsync();
        var found = await reader.GetJsonAsync("/api/explore/search?q=klimaplan&kinds=Plan");
        Assert.Equal("plan/klimaplan", found.GetProperty("hits")[0].GetProperty("node").GetProperty("id").GetString());
        Assert.Equal(0, (await reader.GetJsonAsync("/api/explore/search?q=%20")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await reader.GetJsonAsync("/api/explore/search")).GetProperty("total").GetInt32());
        await reader.GetJsonAsync("/api/explore/search?q=a&limit=201", HttpStatusCode.BadRequest);
        await reader.GetJsonAsync("/api/explore/search?q=" + new string('a', 3000));
    }

    [Fact]
    public async Task The_front_page_has_counts_and_questions_that_this_graph_can_answer()
    {
        var answer = await (await ReaderAsync()).GetJsonAsync("/api/explore/summary");
        Assert.Equal(1, answer.GetProperty("nodes").EnumerateArray().Single(kind => kind.GetProperty("kind").GetString() == "GoalConflict").GetProperty("count").GetInt32());
        Assert.Equal(["explore.question.thread", "explore.question.responses", "explore.question.conflict"], answer.GetProperty("questions").Strings("textKey"));
        Assert.DoesNotContain("Finding", answer.GetProperty("nodes").Strings("kind"));
    }

    [Fact]
    public async Task A_node_comes_with_its_relations_their_sources_and_what_stands_at_the_other_end()
    {
        var answer = await (await ReaderAsync()).GetJsonAsync("/api/nodes/goal/lavutslipp");
        Assert.Equal("Goal", answer.GetProperty("node").GetProperty("kind").GetString());
        var states = answer.GetProperty("relations").EnumerateArray().Single(relation => relation.GetProperty("relation").GetProperty("type").GetString() == "STATES");
        Assert.False(states.GetProperty("outgoing").GetBoolean());
        Assert.Equal("Kommuneplanens samfunnsdel", states.GetProperty("other").GetProperty("title").GetString());
        Assert.Equal("stated", states.GetProperty("relation").GetProperty("basis").GetString());
        Assert.Equal("kapittel 2", states.GetProperty("sources")[0].GetProperty("place").GetString());
        Assert.Equal("«goal/borte» finnes ikke i plansystemet.", (await (await ReaderAsync()).GetJsonAsync("/api/nodes/goal/borte", HttpStatusCode.NotFound)).Title());
    }

    [Fact]
    public async Task Nodes_are_listed_page_by_page()
    {
        var reader = await ReaderAsync();
        var first = await reader.GetJsonAsync("/api/nodes?kinds=Sector,Challenge&limit=1");
        Assert.Equal(("challenge/klimaendringer", 2), (first.GetProperty("nodes")[0].GetProperty("id").GetString(), first.GetProperty("total").GetInt32()));
        var second = await reader.GetJsonAsync($"/api/nodes?kinds=Sector,Challenge&limit=1&after={first.GetProperty("next").GetString()}");
        Assert.Equal("sector/miljo", second.GetProperty("nodes")[0].GetProperty("id").GetString());
        Assert.False(second.TryGetProperty("next", out _));
        await reader.GetJsonAsync("/api/nodes?limit=1001", HttpStatusCode.BadRequest);
        await reader.GetJsonAsync("/api/nodes?after=x", HttpStatusCode.BadRequest);
    }

    private Task<HttpClient> ReaderAsync() => fixture.App.SignInAsync(Role.Reader, "Leser som utforsker");
}
