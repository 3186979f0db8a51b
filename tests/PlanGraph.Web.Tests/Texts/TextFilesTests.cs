using System.Text.Json;
using System.Text.RegularExpressions;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Tests.Texts;

/// <summary>The text files against each other and against the code that asks for their sentences.</summary>
public sealed partial class TextFilesTests
{
    private static readonly string Root = Repository.Root;

    [Fact]
    public void No_key_stands_in_two_files() =>
        Assert.All(Languages.All, language => Assert.Empty(
            Files(language).SelectMany(file => Read(file).Keys.Select(key => (key, file))).GroupBy(pair => pair.key).Where(group => group.Count() > 1)
                .Select(group => $"{group.Key}: {string.Join(", ", group.Select(pair => Path.GetFileName(pair.file)))}")));

    [Fact]
    public void All_languages_have_the_same_keys_in_the_same_files()
    {
        foreach (var file in Files("nb"))
        {
            var keys = Read(file).Keys.Order(StringComparer.Ordinal);
            foreach (var language in Languages.All) Assert.Equal(keys, Read(Twin(file, language)).Keys.Order(StringComparer.Ordinal));
        }
        Assert.All(Languages.All, language => Assert.Equal(Files("nb").Select(Path.GetFileName), Files(language).Select(Path.GetFileName)));
    }

    [Fact]
    public void All_languages_have_the_same_placeholders()
    {
        var wrong = from file in Files("nb")
                    from text in Read(file)
                    from language in Languages.All
                    let other = Read(Twin(file, language))[text.Key]
                    where !Placeholders(text.Value).SetEquals(Placeholders(other))
                    select $"{language} {text.Key}: {other}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void No_sentence_is_empty_or_padded() =>
        Assert.Empty(Languages.All.SelectMany(Files).SelectMany(Read).Where(text => text.Value.Trim() != text.Value || text.Value.Length == 0).Select(text => text.Key));

    [Fact]
    public void Every_key_that_the_code_asks_for_exists()
    {
        var known = AllKeys();
        var asked = Sources("src", "*.cs").SelectMany(source => SentenceKey().Matches(source).Select(match => match.Groups[1].Value))
            .Concat(Sources("src", "*.cs").SelectMany(source => ReasonKey().Matches(source).Select(match => match.Groups[1].Value)))
            .Concat(Sources("wwwroot/app", "*.js").SelectMany(source => ScriptKey().Matches(source).Select(match => match.Groups[1].Value)))
            .Distinct();
        AssertNone(asked.Where(key => !key.EndsWith('.')).Except(known));
    }

    [Fact]
    public void Every_key_is_asked_for()
    {
        var sources = string.Join('\n', Sources("src", "*.cs").Concat(Sources("src", "*.json")).Concat(Sources("wwwroot/app", "*.js")));
        var literals = Literal().Matches(sources).Select(match => match.Groups[1].Value.TrimStart('@')).ToHashSet(StringComparer.Ordinal);
        // `plans.anchoring.${state}` asks for every key that begins so; $"findings.changed.{what}" too
        var prefixes = Template().Matches(sources).Select(match => match.Groups[1].Value.TrimStart('@')).Where(prefix => prefix.Contains('.', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        // `${key}.hint` asks for a key that begins as one that is asked for
        var suffixes = Suffix().Matches(sources).Select(match => match.Groups[1].Value).Append(".one").ToHashSet(StringComparer.Ordinal);
        AssertNone(AllKeys().Where(key => !IsWord(key) && !IsAskedFor(key) && !suffixes.Any(suffix => key.EndsWith(suffix, StringComparison.Ordinal) && IsAskedFor(key[..^suffix.Length]))));

        bool IsAskedFor(string key) => literals.Contains(key) || prefixes.Any(prefix => key.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static void AssertNone(IEnumerable<string> keys)
    {
        var list = string.Join('\n', keys.Order(StringComparer.Ordinal));
        Assert.True(list.Length == 0, list);
    }

    /// <summary>The vocabulary holds the words of every closed list, asked for or not.</summary>
    private static bool IsWord(string key) => Read(Path.Combine(Root, "wwwroot", "texts", "nb", "vocabulary.json")).ContainsKey(key);

    private static HashSet<string> AllKeys() => Files("nb").SelectMany(file => Read(file).Keys).ToHashSet(StringComparer.Ordinal);

    private static string[] Files(string language) => [.. Directory.GetFiles(Path.Combine(Root, "wwwroot", "texts", language), "*.json").Order(StringComparer.Ordinal)];

    private static string Twin(string file, string language) => Path.Combine(Root, "wwwroot", "texts", language, Path.GetFileName(file));

    private static Dictionary<string, string> Read(string file) => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!;

    private static HashSet<string> Placeholders(string text) => Placeholder().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Sources(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"Sentence\.Of\(\s*""([^""{]+)""")]
    private static partial Regex SentenceKey();

    [GeneratedRegex(@"Reason = ""@([a-zA-Z.]+)""")]
    private static partial Regex ReasonKey();

    [GeneratedRegex(@"\bt\('([^']+)'")]
    private static partial Regex ScriptKey();

    [GeneratedRegex(@"[""'`](@?[a-zA-Z][\w]*(?:\.[\w]+)+)[""'`]")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\}((?:\.\w+)+)[`""]")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"[""`](@?[a-zA-Z][\w]*(?:\.\w+)*\.?\w*)(?:\$?\{|"" \+)")]
    private static partial Regex Template();
}
