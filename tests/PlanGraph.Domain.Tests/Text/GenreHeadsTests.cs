using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class GenreHeadsTests
{
    [Theory]
    [InlineData("trafikksikkerhetsplan", "trafikksikkerhet", "plan")]
    [InlineData("trafikksikkerhetsplanen", "trafikksikkerhet", "plan")]
    [InlineData("trafikksikkerhetsplanenes", "trafikksikkerhet", "plan")]
    [InlineData("klimahandlingsplan", "klima", "handlingsplan")]
    [InlineData("klimastrategien", "klima", "strategi")]
    [InlineData("klimastrategiene", "klima", "strategi")]
    [InlineData("helsemeldingen", "helse", "melding")]
    [InlineData("helsemeldinga", "helse", "melding")]
    [InlineData("boligprogrammet", "bolig", "program")]
    [InlineData("miljøprogrammer", "miljø", "program")]
    [InlineData("miljøprogrammene", "miljø", "program")]
    [InlineData("skolebehovsanalyse", "skole", "behovsanalyse")]
    [InlineData("skolebehovsanalysen", "skole", "behovsanalyse")]
    [InlineData("ros-analyse", "ros", "analyse")]
    [InlineData("idrettsplanar", "idrett", "plan")]
    [InlineData("næringsplanane", "næring", "plan")]
    [InlineData("busstrategi", "bus", "strategi")]
    public void Split_parts_subject_and_genre(string word, string subject, string genre) => Assert.Equal(new(subject, genre), GenreHeads.Split(word));

    [Theory]
    [InlineData("plan")]
    [InlineData("planen")]
    [InlineData("handlingsplan")]
    [InlineData("planet")]
    [InlineData("idrett")]
    [InlineData("enplan")]
    [InlineData("")]
    [InlineData("😀plan")]
    public void Split_leaves_other_words_whole(string word) => Assert.Null(GenreHeads.Split(word));

    [Theory]
    [InlineData("planene", "plan")]
    [InlineData("handlingsprogrammet", "handlingsprogram")]
    [InlineData("strategier", "strategi")]
    [InlineData("skole", null)]
    public void GenreOf_knows_the_genre_in_any_inflection(string word, string? genre) => Assert.Equal(genre, GenreHeads.GenreOf(word));

    [Fact]
    public void Split_takes_64_KB() => Assert.Equal(65_536, GenreHeads.Split(new string('x', 65_536) + "plan")!.Subject.Length);
}
