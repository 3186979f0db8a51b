using PlanGraph.Domain.Lexicon;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Lexicon;

/// <summary>The built-in topics themselves.</summary>
public sealed class TopicFileTests
{
    private static readonly TopicLexicon _lexicon = TopicLexicon.BuiltIn;

    [Fact]
    public void The_built_in_topics_have_no_problem() => Assert.Empty(TopicLexicon.Read([]).Problems.Select(problem => problem.ToString()));

    [Fact]
    public void The_words_of_goals_have_no_problem_and_are_not_looked_for_in_titles()
    {
        Assert.Empty(TopicLexicon.ReadForGoals([]).Problems.Select(problem => problem.ToString()));
        Assert.Contains("folkehelse", Topics.Ids("Flere som mestrer eget liv", TopicLexicon.BuiltIn.ForGoals));
        Assert.Empty(Topics.Ids("Flere som mestrer eget liv"));
    }

    [Fact]
    public void A_municipalitys_own_topics_hold_for_goals_too()
    {
        var own = TopicLexicon.Read([new("egne.csv", "id;navn;ord;handling\npadling;Padling;padle;\nfolkehelse;;;fjern\n")]).Lexicon.ForGoals;
        Assert.Equal(["padling"], Topics.Ids("Flere som mestrer eget liv og padler", own));
    }

    [Theory]
    [InlineData("Naturen er under stort press")]
    [InlineData("Stort utbyggingspress")]
    public void Press_is_not_the_press(string text) => Assert.DoesNotContain("kommunikasjon", Topics.Ids(text));

    [Theory]
    [InlineData("Arbeidet er i gang", false)]
    [InlineData("60 prosent av reisene med kollektiv, sykkel og gange", true)]
    [InlineData("Gåstrategi", true)]
    public void What_is_under_way_does_not_walk(string text, bool walks) => Assert.Equal(walks, Topics.Ids(text).Contains("sykkel"));

    [Fact]
    public void What_is_made_for_the_press_is() => Assert.Contains("kommunikasjon", Topics.Ids("Pressestrategi"));

    [Fact]
    public void Every_word_of_every_topic_finds_its_topic()
    {
        var lost = _lexicon.Topics.SelectMany(topic => topic.Words.Concat(topic.Hints).Where(word => !Topics.Ids(word).Contains(topic.Id)).Select(word => $"{topic.Id}: {word}"));
        Assert.Empty(lost);
    }

    [Fact]
    public void No_phrase_is_left_with_one_word_when_function_words_are_taken_out()
    {
        var shrunk = _lexicon.Topics.SelectMany(topic => topic.Words.Concat(topic.Hints)).Concat(PlanObligations.BuiltIn.All.SelectMany(obligation => obligation.Words))
            .Where(word => Tokenizer.Tokens(word) is { Count: > 1 } tokens && tokens.Sum(token => _lexicon.Words.Reader.Read(token.In(word), token.Join).Length) < 2);
        Assert.Empty(shrunk);
    }

    [Fact]
    public void No_word_leads_to_more_than_three_topics()
    {
        var reader = new TopicReader(_lexicon);
        var crowded = _lexicon.Topics.SelectMany(topic => topic.Words.Concat(topic.Hints)).Distinct().Where(word => reader.Read(word).Count > TopicLexicon.MostTopicsOfWord);
        Assert.Empty(crowded);
    }

    [Fact]
    public void No_word_is_the_name_of_a_person_or_a_municipality()
    {
        string[] known = ["DigiHjelpen", "FNs", "Fairtrade", "First", "FoU", "Housing", "Husbanken", "Inn", "Manifest", "Menn", "Oslofjorden", "Oslofjordplan", "Pride", "Robek", "Svanemerket", "Sápmi", "TryggEst"];
        var names = _lexicon.Topics.SelectMany(topic => topic.Words.Concat(topic.Hints)).SelectMany(word => Tokenizer.Tokens(word).Select(token => token.In(word).ToString()))
            .Where(word => char.IsUpper(word[0]) && !word.All(letter => char.IsUpper(letter) || char.IsAsciiDigit(letter)));
        Assert.Empty(names.Distinct().Except(known));
    }

    [Fact]
    public void Nearness_is_symmetric_and_between_0_and_1() => Assert.All(_lexicon.Topics, one => Assert.All(_lexicon.Topics, other =>
    {
        var nearness = _lexicon.Nearness(one.Number, other.Number);
        Assert.Equal(nearness, _lexicon.Nearness(other.Number, one.Number));
        Assert.InRange(nearness, 0, one == other ? 1 : 0.95);
    }));

    [Theory]
    [InlineData("Plan for idrett", "Plan for fysisk aktivitet")]
    [InlineData("Handlingsplan mot vold i nære relasjoner", "Plan mot overgrep")]
    [InlineData("Oppvekstplan", "Plan for barn og unge")]
    [InlineData("Hovedplan avløp", "Vassdragsplan")]
    [InlineData("Plan for innvandring", "Integreringsplan")]
    [InlineData("Helse- og omsorgsplan", "Plan for eldre")]
    public void Subjects_that_planners_see_together_are_near(string one, string other) => Assert.InRange(Topics.Between(one, other), 0.3, 0.95);

    [Theory]
    [InlineData("Trafikksikkerhetsplan", "Trafikktryggleiksplan")]
    [InlineData("Boligsosial handlingsplan", "Bustadsosial handlingsplan")]
    [InlineData("Skolebruksplan", "Skulebruksplan")]
    [InlineData("Plan for vannforsyning", "Plan for vassforsyning")]
    [InlineData("Overvannsplan", "Overvassplan")]
    [InlineData("Plan for flomsikring", "Plan for flaumsikring")]
    [InlineData("Handlingsplan mot vold i nære relasjoner", "Handlingsplan mot vald i nære relasjonar")]
    [InlineData("Plan for hjemmetjenester", "Plan for heimetenester")]
    [InlineData("Sykehjemsplan", "Sjukeheimsplan")]
    [InlineData("Havneplan", "Hamneplan")]
    [InlineData("Kirkebygg", "Kyrkjebygg")]
    [InlineData("Eierskapsmelding", "Eigarskapsmelding")]
    [InlineData("Eiendomsstrategi", "Eigedomsstrategi")]
    [InlineData("Strategi for ledelse", "Strategi for leiing")]
    [InlineData("Plan mot ensomhet", "Plan mot einsemd")]
    [InlineData("Forebygging av selvmord", "Førebygging av sjølvmord")]
    [InlineData("Informasjonssikkerhet", "Informasjonstryggleik")]
    [InlineData("Kommunale veier", "Kommunale vegar")]
    [InlineData("Barn og unges medvirkning", "Barn og unges medverknad")]
    [InlineData("Heltidskultur", "Heiltidskultur")]
    [InlineData("Naturmangfold", "Naturmangfald")]
    [InlineData("Spredt avløp", "Spreidd avløp")]
    [InlineData("Bredbåndsutbygging", "Breibandsutbygging")]
    [InlineData("Skolemiljø og mobbing", "Skulemiljø og mobbing")]
    [InlineData("Likestilling og mangfold", "Likestilling og mangfald")]
    [InlineData("Frivillighetsstrategi", "Strategi for frivilligheit")]
    [InlineData("Vilt- og hjorteviltforvaltning", "Vilt- og hjorteviltforvalting")]
    [InlineData("Samfunnssikkerhet og beredskap", "Samfunnstryggleik og beredskap")]
    public void Both_norms_lead_to_the_same_topics(string bokmaal, string nynorsk)
    {
        Assert.NotEmpty(Topics.Ids(bokmaal));
        Assert.Equal(Topics.Ids(bokmaal), Topics.Ids(nynorsk));
    }

    [Fact]
    public void The_name_of_a_topic_leads_to_it_in_both_norms() =>
        Assert.Empty(_lexicon.Topics.SelectMany(topic => new[] { topic.Name, topic.NameNn }.Where(name => !Topics.Ids(name).Any(id => Topics.Nearness(id, topic.Id) > 0)).Select(name => $"{topic.Id}: {name}")));

    [Theory]
    [InlineData("Kulturminneplan", "Kulturplan")]
    [InlineData("Kulturminneplan", "Kommunedelplan for idrett")]
    [InlineData("Kommuneplanens arealdel", "Kommuneplanens samfunnsdel")]
    [InlineData("Kulturskoleplan", "Skolebruksplan")]
    [InlineData("Skolemiljø", "Miljøplan")]
    [InlineData("Arbeidsmiljø", "Miljøplan")]
    [InlineData("Arbeidsmiljø", "Skolemiljø")]
    [InlineData("Folkehelseplan", "Helse, miljø og sikkerhet")]
    [InlineData("Trafikksikkerhetsplan", "Informasjonssikkerhet")]
    [InlineData("Trafikksikkerhetsplan", "Samfunnssikkerhet")]
    [InlineData("Språkplan for barnehagene", "Samisk språkplan")]
    [InlineData("Målbruksplan", "Språkplan for barnehagene")]
    [InlineData("Seniorpolitikk", "Plan for eldre")]
    [InlineData("Heltidskultur", "Kulturplan")]
    [InlineData("Barnehagebruksplan", "Landbruksplan")]
    [InlineData("Vannforsyning", "Kommunikasjonsstrategi")]
    [InlineData("Vannscooter", "Hovedplan vann")]
    [InlineData("Klimabudsjett", "Skoleklima og mobbing")]
    [InlineData("Næringsplan", "Ernæringsplan")]
    [InlineData("Digitaliseringsstrategi", "Eiendomsstrategi")]
    [InlineData("Eierskapsmelding", "Eiendomsstrategi")]
    [InlineData("Havneplan", "Hovedplan vei")]
    [InlineData("Gravplassplan", "Lekeplassplan")]
    [InlineData("Parkeringsplan", "Plan for parker")]
    [InlineData("Løypeplan", "Plan for snøbrøyting")]
    [InlineData("Støyhandlingsplan", "Trafikksikkerhetsplan")]
    [InlineData("Brannordning", "Legevakt")]
    [InlineData("Kommunedelplan for Holmen", "Kommunedelplan for Lia")]
    [InlineData("Reindrift", "Renholdsplan")]
    public void Subjects_that_only_sound_alike_are_not_near(string one, string other) => Assert.InRange(Topics.Between(one, other), 0, 0.25);
}
