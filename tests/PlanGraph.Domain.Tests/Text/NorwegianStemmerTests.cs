using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class NorwegianStemmerTests
{
    private const string Oracle = "../shared/data/snowball-norwegian";

    [Fact]
    public void Stem_gives_the_published_stem_for_the_whole_Snowball_vocabulary()
    {
        var folder = Path.GetFullPath(Oracle, Repository.Root);
        if (!Directory.Exists(folder))
            Assert.Skip($"The Snowball vocabulary is not at {Oracle} beside the repository; only the committed pairs were tested.");
        var words = File.ReadAllLines(Path.Combine(folder, "voc.txt"));
        var stems = File.ReadAllLines(Path.Combine(folder, "output.txt"));
        Assert.Equal(20_895, words.Length);
        var wrong = words.Zip(stems).Where(pair => NorwegianStemmer.Stem(pair.First) != pair.Second);
        Assert.Empty(wrong.Select(pair => $"{pair.First}: {NorwegianStemmer.Stem(pair.First)}, not {pair.Second}"));
    }

    [Theory]
    [InlineData("idretten", "idrett")]
    [InlineData("idrettens", "idrett")]
    [InlineData("idrettene", "idrett")]
    [InlineData("strategien", "strategi")]
    [InlineData("strategier", "strategi")]
    [InlineData("strategienes", "strategi")]
    [InlineData("planen", "plan")]
    [InlineData("planene", "plan")]
    [InlineData("planer", "plan")]
    [InlineData("planar", "plan")]
    [InlineData("planane", "plan")]
    [InlineData("kommunens", "kommun")]
    [InlineData("kommuner", "kommun")]
    [InlineData("kommunal", "kommunal")]
    [InlineData("kommunale", "kommunal")]
    [InlineData("boligene", "bol")]
    [InlineData("boliger", "bol")]
    [InlineData("bolig", "bol")]
    [InlineData("sikkerhet", "sikker")]
    [InlineData("sikkerheten", "sikker")]
    [InlineData("sikkerhetens", "sikker")]
    [InlineData("muligheter", "mul")]
    [InlineData("mulighetene", "mul")]
    [InlineData("mulighetenes", "mul")]
    [InlineData("vedtatt", "vedtatt")]
    [InlineData("redusere", "reduser")]
    [InlineData("reduserte", "reduser")]
    [InlineData("redusert", "reduser")]
    [InlineData("reduserer", "reduser")]
    [InlineData("reduserende", "reduser")]
    [InlineData("klima", "klim")]
    [InlineData("klimaet", "klima")]
    [InlineData("vei", "vei")]
    [InlineData("veien", "veien")]
    [InlineData("ungdom", "ungdom")]
    [InlineData("ungdommer", "ungdomm")]
    [InlineData("ungdommers", "ungdommers")]
    [InlineData("sjokkers", "sjokkers")]
    [InlineData("fiskers", "fisk")]
    [InlineData("giverne", "givern")]
    [InlineData("givers", "giv")]
    [InlineData("havers", "hav")]
    [InlineData("skapers", "skap")]
    [InlineData("landskapers", "landskap")]
    [InlineData("verks", "verk")]
    [InlineData("bakers", "bak")]
    [InlineData("tiltaks", "tiltaks")]
    [InlineData("folks", "folk")]
    [InlineData("taks", "taks")]
    [InlineData("barns", "barn")]
    [InlineData("byers", "byers")]
    [InlineData("åpenhets", "åpenh")]
    [InlineData("godt", "godt")]
    [InlineData("nytt", "nytt")]
    [InlineData("kjærleg", "kjær")]
    [InlineData("kjærlighet", "kjær")]
    [InlineData("vennskapelig", "vennskap")]
    [InlineData("offentleg", "offent")]
    [InlineData("hóvet", "hóv")]
    [InlineData("kjêlane", "kjêl")]
    [InlineData("pc'en", "pc")]
    [InlineData("ep'ene", "ep")]
    [InlineData("ros'", "ros")]
    [InlineData("å", "å")]
    [InlineData("by", "by")]
    [InlineData("a'", "a'")]
    [InlineData("", "")]
    [InlineData("2030", "2030")]
    [InlineData("😀😀", "😀😀")]
    public void Stem_cuts_the_inflection_off(string word, string stem) => Assert.Equal(stem, NorwegianStemmer.Stem(word));

    [Theory]
    [InlineData("klima", "klimaet")]
    [InlineData("vei", "veien")]
    [InlineData("ungdom", "ungdommer")]
    [InlineData("sikker", "sikkerhet")]
    [InlineData("sosial", "sosialt")]
    [InlineData("kommunale", "kommunalt")]
    [InlineData("plan", "planenes")]
    [InlineData("skole", "skolene")]
    public void Root_brings_more_inflections_together_than_the_stem(string one, string other) =>
        Assert.Equal(NorwegianStemmer.Root(one), NorwegianStemmer.Root(other));

    [Fact]
    public void Stem_takes_a_word_of_64_KB()
    {
        var word = new string('b', 65_536) + "idrettene";
        Assert.Equal(word.Length - 3, NorwegianStemmer.Stem(word).Length);
        Assert.Equal(word.Length - 4, NorwegianStemmer.Root(word).Length);
    }

    [Fact]
    public void Stem_answers_the_same_instance_when_there_is_nothing_to_cut()
    {
        var word = new string("by\ud83d");
        Assert.Same(word, NorwegianStemmer.Stem(word));
    }
}
