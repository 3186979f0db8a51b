using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Tests.Lexicon;

public sealed class PlanObligationsTests
{
    private static readonly PlanObligations _obligations = PlanObligations.BuiltIn;

    [Fact]
    public void The_built_in_obligations_have_no_problem() => Assert.Empty(PlanObligations.Read([], TopicLexicon.BuiltIn).Problems.Select(problem => problem.ToString()));

    [Fact]
    public void Every_word_of_every_obligation_finds_it()
    {
        var reader = new ObligationReader(_obligations);
        Assert.Empty(_obligations.All.SelectMany(obligation => obligation.Words.Where(word => !reader.Read(word).Contains(obligation)).Select(word => $"{obligation.Id}: {word}")));
    }

    [Fact]
    public void Every_obligation_names_a_topic() => Assert.All(_obligations.All, obligation => Assert.NotEmpty(obligation.Topics));

    [Theory]
    [InlineData("Kommunal planstrategi 2024-2027", "pbl-planstrategi")]
    [InlineData("Kommuneplanens arealdel", "pbl-arealdel")]
    [InlineData("Rusmiddelpolitisk handlingsplan 2016-2020", "alkohol")]
    [InlineData("Alkohol- og ruspolitisk handlingsplan", "alkohol")]
    [InlineData("Overordnet beredskapsplan", "sivilbeskyttelse-beredskapsplan")]
    [InlineData("Helhetlig ROS-analyse", "sivilbeskyttelse-ros")]
    [InlineData("Felles ROS-analyse for Asker og Bærum", "sivilbeskyttelse-ros")]
    [InlineData("Smittevernplan", "smittevern")]
    [InlineData("Helseberedskapsplan", "helseberedskap", "hol-beredskap")]
    [InlineData("Plan for forebygging av omsorgssvikt og atferdsvansker", "barnevern-forebyggende")]
    [InlineData("Forebyggende plan for barn og unge", "barnevern-forebyggende")]
    [InlineData("Eierskapsmelding 2017-2020", "kommuneloven-eierskap")]
    [InlineData("Eigarskapsmelding", "kommuneloven-eierskap")]
    [InlineData("Oversikt over helsetilstand og påvirkningsfaktorer", "folkehelse-oversikt")]
    [InlineData("Avfallsplan for havner", "forurensning-havneavfall")]
    [InlineData("Plan for fysisk aktivitet, idrett- og friluftsliv 2019-2022", "spillemidler")]
    [InlineData("Trafikksikkerhetsplan", "trafikksikkerhet")]
    [InlineData("Strategi for informasjonssikkerhet", "eforvaltning")]
    public void A_title_tells_what_asks_for_the_plan(string title, params string[] ids) =>
        Assert.Equal(ids, new ObligationReader(_obligations).Read(title).Select(obligation => obligation.Id));

    [Theory]
    [InlineData("Strategisk kulturplan")]
    [InlineData("Sykkelstrategi")]
    [InlineData("Kommunedelplan for Sandvika")]
    [InlineData("")]
    public void Most_plans_are_asked_for_by_no_law(string title) => Assert.Empty(new ObligationReader(_obligations).Read(title));

    [Fact]
    public void Only_plans_overviews_and_conditions_need_a_document()
    {
        Assert.True(Obligation("alkohol").NeedsDocument);
        Assert.True(Obligation("spillemidler").NeedsDocument);
        Assert.True(Obligation("folkehelse-oversikt").NeedsDocument);
        Assert.False(Obligation("trafikksikkerhet").NeedsDocument);
        Assert.False(Obligation("folkehelse-mål").NeedsDocument);
    }

    [Fact]
    public void A_file_of_the_municipality_replaces_and_removes()
    {
        var file = new LexiconFile("egne-lover.csv", "id;lov;krever;krav;kjennes på;handling\nalkohol;;;;;fjern\negen;eget vedtak;plan;Plan hvert år;kajplan;\n");
        var (obligations, problems) = PlanObligations.Read([file], TopicLexicon.BuiltIn);
        Assert.Empty(problems);
        Assert.DoesNotContain(obligations.All, obligation => obligation.Id == "alkohol");
        Assert.Equal("egen", Assert.Single(new ObligationReader(obligations).Read("Kajplan 2030")).Id);
    }

    [Fact]
    public void Laws_beyond_the_most_that_are_kept_are_said_and_the_others_used()
    {
        var file = new LexiconFile("egne-lover.csv", "id;lov;krever;krav;kjennes på\n" + string.Concat(Enumerable.Range(0, PlanObligations.Most).Select(number => $"egen{number};eget vedtak;plan;Plan;kajplan{(char)('a' + (number % 26))}\n")));
        var (obligations, problems) = PlanObligations.Read([file], TopicLexicon.BuiltIn);
        Assert.Equal(PlanObligations.Most, obligations.All.Length);
        Assert.Equal(_obligations.All.Length, problems.Length);
        Assert.All(problems, problem => Assert.Equal(("egne-lover.csv", "lexicon.law.tooMany"), (problem.File, problem.Sentence.Key)));
    }

    [Theory]
    [InlineData("a;lov;krav om noe;krav;ord", "lexicon.kind.unknown")]
    [InlineData("a;;plan;krav;ord", "lexicon.law.missing")]
    [InlineData("a;lov;plan;krav;", "lexicon.words.missing")]
    [InlineData("A b;lov;plan;krav;ord", "lexicon.id.form")]
    [InlineData("a;lov;plan;krav;og", "lexicon.word.empty")]
    public void A_row_that_cannot_be_used_is_said_with_file_and_row(string row, string key)
    {
        var problem = Assert.Single(PlanObligations.Read([new("egne.csv", "id;lov;krever;krav;kjennes på\n" + row)], TopicLexicon.BuiltIn).Problems);
        Assert.Equal(("egne.csv", 2, key), (problem.File, problem.Row, problem.Sentence.Key));
    }

    private static PlanObligation Obligation(string id) => _obligations.All.Single(obligation => obligation.Id == id);
}
