using System.Text;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Bærum", "baerum")]
    [InlineData("BÆRUM", "baerum")]
    [InlineData("Øvrevoll", "ovrevoll")]
    [InlineData("Tåsen", "taasen")]
    [InlineData("Åsane", "aasane")]
    [InlineData("Aasane", "aasane")]
    [InlineData("Čáhcesuolu", "cahcesuolu")]
    [InlineData("Deatnu, Kárášjohka, Guovdageaidnu", "deatnu, karasjohka, guovdageaidnu")]
    [InlineData("đ ŋ š ŧ ž Đ Ŋ Š Ŧ Ž", "d n s t z d n s t z")]
    [InlineData("ǧ ǥ ǩ ǯ ʒ", "g g k z z")]
    [InlineData("Malmö Gävle Ålesund", "malmo gaevle aalesund")]
    [InlineData("idé òg fôr déi", "ide og for dei")]
    [InlineData("Straße Þór ðæ Łódź œuvre ĳ", "strasse thor dae lodz oeuvre ij")]
    [InlineData("ﬁnans eﬀekt oﬃsiell ﬂom", "finans effekt offisiell flom")]
    [InlineData("sam\u00ADferd\u200Bsel", "samferdsel")]
    [InlineData("pc\u2019en", "pc'en")]
    [InlineData("noe poesi", "noe poesi")]
    [InlineData("ΑΘΗΝΑ Москва", "αθηνα москва")]
    [InlineData("plan 2030 – (ny)", "plan 2030 – (ny)")]
    [InlineData("😀 Å", "😀 aa")]
    [InlineData("", "")]
    public void Fold_makes_search_equals(string text, string folded) => Assert.Equal(folded, Folding.Fold(text));

    [Theory]
    [InlineData("Bærum Øvrevoll Åsane Gävle idé Kárášjohka")]
    [InlineData("Ǻ ǽ ǿ ệ")]
    public void Fold_gives_the_same_for_composed_and_decomposed_text(string text) =>
        Assert.Equal(Folding.Fold(text), Folding.Fold(text.Normalize(NormalizationForm.FormD)));

    [Fact]
    public void A_lone_surrogate_does_no_harm()
    {
        Assert.Equal("\ud83d aa \udc00", Folding.Fold("\ud83d Å \udc00"));
        Assert.Equal("\ufffd ås \ufffd", Folding.Lower("\ud83d Ås \udc00"));
    }

    [Fact]
    public void Fold_is_done_in_one_go()
    {
        var all = new string([.. Enumerable.Range(1, 0xD7FF).Select(code => (char)code)]);
        Assert.Equal(Folding.Fold(all), Folding.Fold(Folding.Fold(all)));
    }

    [Fact]
    public void Fold_never_writes_more_than_it_promises()
    {
        Span<char> into = stackalloc char[Folding.MostPerCharacter];
        for (var code = 0; code <= char.MaxValue; code++)
            Assert.InRange(Folding.Fold([(char)code], into), 0, Folding.MostPerCharacter);
    }

    [Fact]
    public void Fold_takes_64_KB() => Assert.Equal(131_072, Folding.Fold(new string('Å', 65_536)).Length);

    [Fact]
    public void Equal_is_what_folds_to_the_same()
    {
        Assert.True(Folding.AreEqual("Bærum", "baerum"));
        Assert.True(Folding.AreEqual("haandball", "Håndball"));
        Assert.False(Folding.AreEqual("mål", "mal"));
    }

    [Theory]
    [InlineData("BÆRUM", "bærum")]
    [InlineData("Bærum", "bærum")]
    [InlineData("A\u030As", "ås")]
    [InlineData("😀Ø", "😀ø")]
    [InlineData("", "")]
    public void Lower_keeps_the_letters_and_composes_them(string text, string lower) => Assert.Equal(lower, Folding.Lower(text));
}
