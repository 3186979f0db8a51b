using PlanGraph.Domain.Lexicon;

namespace PlanGraph.Domain.Tests.Lexicon;

/// <summary>How files are read and laid one upon the other.</summary>
public sealed class TopicLexiconTests
{
    private const string Heading = "id;navn;navn nynorsk;vekt;ord;ord nynorsk;hint;del av;nær;handling\n";

    [Theory]
    [InlineData("Stor;Stor;;;stor ting", "lexicon.id.form")]
    [InlineData("to ord;Navn;;;kajakk", "lexicon.id.form")]
    [InlineData(";Navn;;;kajakk", "lexicon.id.form")]
    [InlineData("kajakk;;;;kajakk", "lexicon.name.missing")]
    [InlineData("kajakk;Kajakk;;;", "lexicon.words.missing")]
    [InlineData("kajakk;Kajakk;;2;kajakk", "lexicon.weight.form")]
    [InlineData("kajakk;Kajakk;;mye;kajakk", "lexicon.weight.form")]
    [InlineData("kajakk;Kajakk;;1;kajakk;;;;ukjent-tema", "lexicon.reference.unknown")]
    [InlineData("kajakk;Kajakk;;1;kajakk;;;ukjent-tema;", "lexicon.reference.unknown")]
    [InlineData("kajakk;Kajakk;;1;kajakk;;;;kajakk 0.5", "lexicon.reference.self")]
    [InlineData("kajakk;Kajakk;;1;kajakk;;;;idrett 1.5", "lexicon.reference.form")]
    [InlineData("kajakk;Kajakk;;1;kajakk;;;;idrett er nær", "lexicon.reference.form")]
    [InlineData("kajakk;Kajakk;;1;kajakk;;;;;slett", "lexicon.action.unknown")]
    [InlineData("kajakk;;;;;;;;;fjern", "lexicon.remove.unknown")]
    [InlineData("kajakk;Kajakk;;1;og, kajakk", "lexicon.word.empty")]
    public void A_row_that_cannot_be_used_is_said_with_file_and_row(string row, string key)
    {
        var problem = Assert.Single(TopicLexicon.Read([new("egne.csv", Heading + row)]).Problems);
        Assert.Equal(("egne.csv", 2, key), (problem.File, problem.Row, problem.Sentence.Key));
        Assert.Equal(("egne.csv", "2"), (problem.Sentence.Args["file"], problem.Sentence.Args["row"]));
    }

    [Theory]
    [InlineData("", "lexicon.empty")]
    [InlineData("navn;ord\nKajakk;kajakk", "lexicon.column.missing")]
    [InlineData("id;navn;ord;farge\nkajakk;Kajakk;kajakk;rød", "lexicon.column.unknown")]
    [InlineData("id;navn;ord;navn\nkajakk;Kajakk;kajakk;", "lexicon.column.twice")]
    [InlineData("id;navn;ord\nkajakk;Kajakk;kajakk\nkajakk;Kano;kano", "lexicon.id.twice")]
    public void A_file_that_is_not_in_the_format_is_said(string text, string key) =>
        Assert.Equal(key, Assert.Single(TopicLexicon.Read([new("egne.csv", text)]).Problems).Sentence.Key);

    [Fact]
    public void A_circle_of_parts_is_said()
    {
        var problems = TopicLexicon.Read([new("egne.csv", Heading + "aaa;A;;;aaaaa;;;bbb;\nbbb;B;;;bbbbb;;;aaa;\n")]).Problems;
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.Equal("lexicon.part.circle", problem.Sentence.Key));
    }

    [Fact]
    public void Two_rows_that_state_different_nearness_of_the_same_two_are_said()
    {
        var problems = TopicLexicon.Read([new("egne.csv", Heading + "aaa;A;;;aaaaa;;;;bbb 0.4\nbbb;B;;;bbbbb;;;;aaa 0.5\n")]).Problems;
        Assert.Equal("lexicon.near.differs", Assert.Single(problems).Sentence.Key);
    }

    [Fact]
    public void A_known_topic_gets_the_words_beside_its_own()
    {
        var lexicon = Read("skole;;;;kunnskapsreis;;;;\n");
        Assert.Equal(["skole"], Topics.Ids("Kunnskapsreis", lexicon));
        Assert.Equal(["skole"], Topics.Ids("Skule", lexicon));
    }

    [Fact]
    public void A_new_topic_is_found_and_near_what_it_says()
    {
        var lexicon = Read("kajakk;Kajakk;Kajakk;0,8;kajakk, padling;;;idrett 0.6;friluftsliv 0.5\n");
        Assert.Equal(["kajakk"], Topics.Ids("Padleplan og plan for padling", lexicon));
        var kajakk = lexicon.Find("kajakk")!;
        Assert.Equal(0.8, kajakk.Weight);
        Assert.Equal(0.6, lexicon.Nearness(kajakk.Number, lexicon.Find("idrett")!.Number), 5);
        Assert.Equal(TopicRelation.PartOf, lexicon.Relation(kajakk.Number, lexicon.Find("idrett")!.Number));
        Assert.Equal(TopicRelation.Whole, lexicon.Relation(lexicon.Find("idrett")!.Number, kajakk.Number));
        Assert.Equal(TopicRelation.Near, lexicon.Relation(kajakk.Number, lexicon.Find("friluftsliv")!.Number));
        Assert.Equal(TopicRelation.Same, lexicon.Relation(kajakk.Number, kajakk.Number));
    }

    [Fact]
    public void A_topic_may_be_replaced_and_removed()
    {
        var lexicon = Read("skole;Skole;Skule;0.5;kunnskapsreis;;;;;erstatt\nbarnehage;;;;;;;;;fjern\n");
        Assert.Equal(["skole"], Topics.Ids("Kunnskapsreis", lexicon));
        Assert.Empty(Topics.Ids("Skule", lexicon));
        Assert.Null(lexicon.Find("barnehage"));
    }

    [Fact]
    public void What_is_stated_for_two_topics_goes_before_what_the_parts_lead_to()
    {
        var lexicon = Read("aaa;A;;;aaaaa;;;bbb 0.5;\nbbb;B;;;bbbbb;;;ccc 0.5;\nccc;C;;;ccccc;;;;\nddd;D;;;ddddd;;;bbb;aaa 0.3\n");
        int Number(string id) => lexicon.Find(id)!.Number;
        Assert.Equal(0.25, lexicon.Nearness(Number("aaa"), Number("ccc")), 5);
        Assert.Equal(0, lexicon.Nearness(Number("bbb"), Number("skole")));
        Assert.Equal(0.3, lexicon.Nearness(Number("aaa"), Number("ddd")), 5);
        Assert.Equal([Number("bbb"), Number("ddd"), Number("ccc")], lexicon.Near(Number("aaa")).Select(near => near.Topic));
    }

    [Fact]
    public void A_spreadsheets_quotes_and_byte_order_mark_are_read()
    {
        var lexicon = TopicLexicon.Read([new("egne.csv", "\uFEFFid;navn;ord\r\nkajakk;\"Kajakk; \"\"og\"\" kano\";\"kajakk, kano\"\r\n")]).Lexicon;
        Assert.Equal("Kajakk; \"og\" kano", lexicon.Find("kajakk")!.Name);
        Assert.Equal(["kajakk"], Topics.Ids("Kano", lexicon));
    }

    [Fact]
    public void The_fingerprint_tells_that_something_changed()
    {
        var before = TopicLexicon.BuiltIn.Fingerprint;
        Assert.Equal(before, TopicLexicon.Read([]).Lexicon.Fingerprint);
        Assert.Matches("^[0-9a-f]{16}$", before);
        Assert.NotEqual(before, Read("skole;;;;kunnskapsreis\n").Fingerprint);
        Assert.NotEqual(before, Read("skole;;;0.4;\n").Fingerprint);
    }

    private static TopicLexicon Read(string rows)
    {
        var (lexicon, problems) = TopicLexicon.Read([new("egne.csv", Heading + rows)]);
        Assert.Empty(problems);
        return lexicon;
    }
}
