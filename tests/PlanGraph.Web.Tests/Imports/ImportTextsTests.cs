using System.Text.RegularExpressions;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Tests.Imports;

public sealed partial class ImportTextsTests
{
    private static readonly string[] _folders = ["PlanGraph.Domain/Imports", "PlanGraph.Web/Imports", "PlanGraph.Web/Exports"];
    private static readonly TextCatalogue _texts = TextCatalogue.Load(AppFolders.Find().WebRoot);

    [Fact]
    public void Every_sentence_that_an_import_can_say_has_words_in_every_language()
    {
        var keys = Sources().SelectMany(file => Key().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
            .Concat(Enum.GetValues<Column>().Select(ColumnNames.TextKey)).Distinct().ToList();

        Assert.True(keys.Count > 100);
        foreach (var language in Languages.All)
            Assert.Equal([], keys.Where(key => !_texts.Table(language).Texts.ContainsKey(key)));
    }

    /// <summary>Refusals are for a person with a file of thousands of rows: they name the file, the row and the way out.</summary>
    [Fact]
    public void Every_refusal_of_a_row_names_file_and_row_in_every_language()
    {
        var refusals = Sources().SelectMany(file => Refusal().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct().ToList();

        Assert.True(refusals.Count > 15);
        foreach (var language in Languages.All)
            Assert.Equal([], refusals.Where(key => _texts.Table(language).Texts[key] is var text && !(text.Contains("{file}", StringComparison.Ordinal) && text.Contains("{row}", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_column_is_known_by_its_name_in_every_language()
    {
        foreach (var language in Languages.All)
        {
            foreach (var column in Enum.GetValues<Column>())
            {
                var header = _texts.Say(language, Sentence.Of(ColumnNames.TextKey(column)));
                Assert.Equal(column, ColumnNames.Find(header));
            }
        }
    }

    private static IEnumerable<string> Sources() =>
        _folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", folder), "*.cs", SearchOption.AllDirectories));

    [GeneratedRegex(@"""(imports\.(?!file\.|column\.|about\.)[a-zA-Z.]*[a-zA-Z]|imports\.file\.[a-zA-Z]+)""")]
    private static partial Regex Key();

    [GeneratedRegex(@"\bRefuse\(""(imports\.[a-zA-Z]+)""")]
    private static partial Regex Refusal();
}
