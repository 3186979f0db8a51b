using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class NynorskTests
{
    [Theory]
    [InlineData("skule", "skole")]
    [InlineData("skulen", "skole")]
    [InlineData("skulane", "skole")]
    [InlineData("bustad", "bolig")]
    [InlineData("bustader", "bolig")]
    [InlineData("utslepp", "utslipp")]
    [InlineData("tenester", "tjeneste")]
    [InlineData("grunnskulen", "grunnskole")]
    [InlineData("skulebruksplan", "skolebruksplan")]
    [InlineData("trafikktryggleiksplan", "trafikksikkerhetsplan")]
    [InlineData("samfunnstryggleik", "samfunnssikkerhet")]
    [InlineData("bustadpolitikk", "boligpolitikk")]
    [InlineData("vassforsyning", "vannforsyning")]
    [InlineData("overvasshandtering", "overvannshåndtering")]
    [InlineData("verksemdsplan", "virksomhetsplan")]
    [InlineData("hovudplan", "hovedplan")]
    [InlineData("sjukeheimsplass", "sykehjemsplass")]
    [InlineData("moglegheiter", "mulighet")]
    [InlineData("sårbarheit", "sårbarhet")]
    [InlineData("moglege", "mulig")]
    [InlineData("framtidige", "fremtidig")]
    [InlineData("tilgjengelege", "tilgjengelig")]
    [InlineData("bustadsosialt", "boligsosial")]
    [InlineData("nyheita", "nyhet")]
    [InlineData("offentlegheita", "offentlighet")]
    [InlineData("høgdepunkt", "høydepunkt")]
    [InlineData("brukarane", "bruker")]
    [InlineData("brukarmedverknad", "brukermedvirkning")]
    [InlineData("offentleg", "offentlig")]
    [InlineData("offentlege", "offentlig")]
    [InlineData("tydelegare", "tydeligere")]
    [InlineData("vegar", "veier")]
    [InlineData("berekraftig", "bærekraftig")]
    [InlineData("auke", "øke")]
    public void ToBokmaal_knows(string nynorsk, string bokmaal) => Assert.Equal(bokmaal, Nynorsk.ToBokmaal(nynorsk));

    [Theory]
    [InlineData("plan")]
    [InlineData("fastlege")]
    [InlineData("legevakt")]
    [InlineData("vegetasjon")]
    [InlineData("vegg")]
    [InlineData("vassdrag")]
    [InlineData("reindrift")]
    [InlineData("leie")]
    [InlineData("tale")]
    [InlineData("stadfestes")]
    [InlineData("sykle")]
    [InlineData("sysselsatte")]
    [InlineData("tilgjengelige")]
    [InlineData("bruk")]
    [InlineData("hovedstad")]
    [InlineData("stadig")]
    [InlineData("daglig")]
    [InlineData("tid")]
    [InlineData("sommer")]
    [InlineData("deltakelse")]
    [InlineData("boligpolitikk")]
    [InlineData("skolebehovsanalyse")]
    [InlineData("frihet")]
    [InlineData("same")]
    [InlineData("anlegg")]
    [InlineData("vedtak")]
    [InlineData("2030")]
    [InlineData("x")]
    [InlineData("😀")]
    [InlineData("")]
    public void ToBokmaal_leaves_a_word_alone(string word) => Assert.Same(word, Nynorsk.ToBokmaal(word));

    [Fact]
    public void The_list_has_at_least_300_pairs_in_lower_case()
    {
        var pairs = WordList.Read("nynorsk-bokmaal");
        Assert.True(pairs.Count >= 300);
        Assert.Equal(Nynorsk.Pairs, pairs.Count);
        Assert.All(pairs, pair => Assert.Equal((2, Folding.Lower(pair[0]), Folding.Lower(pair[1])), (pair.Length, pair[0], pair[1])));
    }

    [Fact]
    public void ToBokmaal_takes_64_KB()
    {
        var word = new string('q', 65_536);
        Assert.Same(word, Nynorsk.ToBokmaal(word));
        Assert.EndsWith("lig", Nynorsk.ToBokmaal(word + "leg"), StringComparison.Ordinal);
    }
}
