using System.Net;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Tests.Texts;

public sealed class WordingTests(AppFixture fixture)
{
    private static readonly TextCatalogue Catalogue = TextCatalogue.Load(AppFolders.Find().WebRoot);

    [Fact]
    public void A_sentence_gets_its_values_and_the_words_of_keys_among_them()
    {
        Assert.Equal("Ser etter: Overlapp", Catalogue.Say("nb", Sentence.Of("jobs.server.step", ("kind", "@findingKind.overlap"))));
        Assert.Equal("«depth» må være et tall fra 0 til 4.", Catalogue.Say("nb", Sentence.Of("web.input.number", ("name", "depth"), ("least", 0), ("most", 4))));
    }

    [Fact]
    public void A_value_is_put_in_as_it_stands_and_not_read_again() =>
        Assert.Equal("Innstillingen {key} finnes ikke.", Catalogue.Say("nb", Sentence.Of("host.setting.unknown", ("key", "{key}"))));

    [Fact]
    public void A_key_without_a_text_shows_itself() => Assert.Equal("no.such.key", Catalogue.Say("nn", new Sentence("no.such.key")));

    [Theory]
    [InlineData("nb-NO,nb;q=0.9,en;q=0.8", "Du er ikke logget inn.")]
    [InlineData("no", "Du er ikke logget inn.")]
    [InlineData("nn-NO", "Du er ikkje logga inn.")]
    [InlineData("de,en-GB;q=0.7", "You are not signed in.")]
    [InlineData("en;q=0,nn;q=0.1", "Du er ikkje logga inn.")]
    [InlineData("fr", "Du er ikke logget inn.")]
    [InlineData("", "Du er ikke logget inn.")]
    public async Task The_answer_is_in_the_language_asked_for(string accepted, string sentence)
    {
        var visitor = fixture.App.Visitor();
        visitor.DefaultRequestHeaders.AcceptLanguage.ParseAdd(accepted);
        Assert.Equal(sentence, (await visitor.GetJsonAsync("/api/me", HttpStatusCode.Unauthorized)).Title());
    }

    [Fact]
    public async Task The_address_may_choose_the_language() =>
        Assert.Equal("You are not signed in.", (await fixture.App.Visitor().GetJsonAsync("/api/me?lang=en", HttpStatusCode.Unauthorized)).Title());

    [Fact]
    public async Task The_texts_of_a_language_are_sent_once_and_then_known()
    {
        var visitor = fixture.App.Visitor();
        var first = await visitor.GetAsync("/api/texts/nn", TestContext.Current.CancellationToken);
        var texts = await Requests.ReadAsync(first, HttpStatusCode.OK);
        Assert.Equal("Mål", texts.GetProperty("kind.Goal").GetString());
        Assert.NotNull(first.Headers.ETag);
        var again = new HttpRequestMessage(HttpMethod.Get, "/api/texts/nn");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag);
        var second = await visitor.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        await visitor.GetJsonAsync("/api/texts/de", HttpStatusCode.NotFound);
    }
}
