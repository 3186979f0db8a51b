using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Klima- og energiplan", "Klima|og|energiplan")]
    [InlineData("ROS-analyse for Bærum", "ROS|analyse|for|Bærum")]
    [InlineData("«Sammen for barn og unge» 2015-", "Sammen|for|barn|og|unge|2015")]
    [InlineData("30 prosent, 2,5 km og 1.2.3", "30|prosent|2,5|km|og|1.2.3")]
    [InlineData("pc'en og pc’ane", "pc'en|og|pc’ane")]
    [InlineData("'sitat'", "sitat")]
    [InlineData("10a og H2020", "10a|og|H2020")]
    [InlineData("2030-målene", "2030|målene")]
    [InlineData("Ba\u030Aten", "Ba\u030Aten")]
    [InlineData("sam\u00ADferdsel", "sam\u00ADferdsel")]
    [InlineData("grønn😀by", "grønn|by")]
    [InlineData("𐐷lan", "𐐷lan")]
    [InlineData("  \t\r\n.,-–—/()😀", "")]
    [InlineData("", "")]
    public void Tokens_are_the_words_and_numbers(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokenizer.Tokens(text).Select(token => token.In(text).ToString())));

    [Fact]
    public void Tokens_know_their_place_kind_and_hyphen()
    {
        Assert.Equal(
            [
                new(0, 5, TokenKind.Word, TokenJoin.Hanging),
                new(7, 2, TokenKind.Word, TokenJoin.None),
                new(10, 3, TokenKind.Word, TokenJoin.Next),
                new(14, 4, TokenKind.Word, TokenJoin.None),
                new(19, 4, TokenKind.Number, TokenJoin.None),
            ],
            Tokenizer.Tokens("klima- og ROS-plan 2030"));
    }

    [Fact]
    public void Tokens_are_parted_by_a_lone_surrogate() =>
        Assert.Equal([1, 6], Tokenizer.Tokens("\ud83dplan\udc00plan\ud83d").Select(token => token.Start));

    [Fact]
    public void Tokens_of_64_KB_come_back_whole()
    {
        Assert.Equal(65_536, Assert.Single(Tokenizer.Tokens(new string('x', 65_536))).Length);
        Assert.Equal(32_768, Tokenizer.Tokens(string.Concat(Enumerable.Repeat("x ", 32_768))).Count);
    }
}
