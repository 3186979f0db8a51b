using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Texts;

/// <summary>All sentences that a person reads, from <c>wwwroot/texts/LANGUAGE/*.json</c>. Read once, at the start.</summary>
internal sealed partial class TextCatalogue
{
    private readonly FrozenDictionary<string, TextTable> _tables;

    private TextCatalogue(FrozenDictionary<string, TextTable> tables) => _tables = tables;

    /// <exception cref="InvalidDataException">A file is not a flat object of sentences, or two files have the same key.</exception>
    public static TextCatalogue Load(string webRoot) => Load(webRoot, Languages.All);

    /// <summary>Some of the languages: a command speaks only one.</summary>
    public static TextCatalogue Load(string webRoot, ImmutableArray<string> languages) =>
        new(languages.ToFrozenDictionary(language => language, language => TextTable.Load(Path.Combine(webRoot, "texts", language))));

    public TextTable Table(string language) => _tables[language];

    /// <summary>The sentence in a language. A key without a text shows itself: better a strange word than no answer.</summary>
    public string Say(string language, Sentence sentence) => Say(_tables[language].Texts, sentence.Key, sentence.Args);

    private static string Say(FrozenDictionary<string, string> texts, string key, ImmutableSortedDictionary<string, string> values)
    {
        var one = values.TryGetValue("count", out var count) && count == "1" && texts.ContainsKey(key + ".one");
        if (!texts.TryGetValue(one ? key + ".one" : key, out var text)) return key;
        return Placeholder().Replace(text, match =>
        {
            if (!values.TryGetValue(match.Groups[1].Value, out var value)) return match.Value;
            return value.StartsWith('@') ? texts.GetValueOrDefault(value[1..], value[1..]) : value;
        });
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}

/// <summary>The sentences of one language.</summary>
internal sealed class TextTable(FrozenDictionary<string, string> texts)
{
    private readonly Lazy<string> _tag = new(() => TagOf(texts));

    public FrozenDictionary<string, string> Texts => texts;

    /// <summary>Changes with any of the texts.</summary>
    public string ETag => _tag.Value;

    public static TextTable Load(string folder)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)) Add(texts, file);
        return new TextTable(texts.ToFrozenDictionary(StringComparer.Ordinal));
    }

    private static string TagOf(FrozenDictionary<string, string> texts)
    {
        var hash = SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(texts.OrderBy(text => text.Key, StringComparer.Ordinal)));
        return $"\"{Convert.ToHexStringLower(hash.AsSpan(0, 12))}\"";
    }

    private static void Add(Dictionary<string, string> texts, string file)
    {
        foreach (var (key, text) in Read(file))
        {
            if (!texts.TryAdd(key, text)) throw new InvalidDataException($"The key {key} in {file} stands in another text file too.");
        }
    }

    private static Dictionary<string, string> Read(string file)
    {
        try
        {
            return Read(new Utf8JsonReader(File.ReadAllBytes(file)));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"{file} is not a flat object of sentences: {exception.Message}", exception);
        }
    }

    /// <summary>Token by token: every command waits for it, and a serializer takes far longer to get ready.</summary>
    private static Dictionary<string, string> Read(Utf8JsonReader reader)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("it does not begin as one.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            if (!reader.Read() || reader.TokenType != JsonTokenType.String) throw new JsonException($"{key} is no sentence.");
            texts[key] = reader.GetString()!;
        }
        // Throws when something follows.
        reader.Read();
        return texts;
    }
}
