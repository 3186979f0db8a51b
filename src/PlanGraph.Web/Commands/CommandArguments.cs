using System.Collections.Frozen;
using System.Collections.Immutable;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Commands;

/// <summary>The command line of a verb, taken apart: words, the verb's own switches, and settings of the product.</summary>
/// <param name="Words">In order: file names and <c>-</c>. After <c>--</c> everything is a word.</param>
/// <param name="Flags">The flags that were given.</param>
/// <param name="Values">The values of the verb's own switches.</param>
/// <param name="SettingArguments">The others, <c>--key=value</c>, for configuration.</param>
internal sealed record CommandArguments(
    ImmutableArray<string> Words, FrozenSet<string> Flags, FrozenDictionary<string, string> Values, ImmutableArray<string> SettingArguments)
{
    /// <summary>The settings from files, environment and command line, as when serving.</summary>
    public IConfiguration Settings { get; init; } = new ConfigurationBuilder().Build();

    /// <exception cref="CommandException">A switch is unknown or lacks its value, or there are too few or too many words.</exception>
    public static CommandArguments Read(Command command, ReadOnlySpan<string> arguments)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var flags = new HashSet<string>(StringComparer.Ordinal);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var settings = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--": words.AddRange(arguments[(i + 1)..]); i = arguments.Length; break;
                case "-" or not ['-', ..]: words.Add(arguments[i]); break;
                case var flag when command.Flags.Contains(flag): flags.Add(flag); break;
                case var name:
                    var (key, value) = name.Split('=', 2) is [var before, var after] ? (before, after) : (name, ValueAfter(command, arguments, i++));
                    if (command.Switches.Contains(key)) values[key] = value;
                    else if (HostBuilding.IsSetting(key)) settings.Add($"{key}={value}");
                    else throw Wrong("commands.unknownSwitch", command, key);
                    break;
            }
        }
        if (words.Count < command.Words.Least) throw Wrong("commands.tooFewWords", command, "");
        if (words.Count > command.Words.Most) throw Wrong("commands.tooManyWords", command, words[command.Words.Most]);
        return new(words.ToImmutable(), flags.ToFrozenSet(StringComparer.Ordinal), values.ToFrozenDictionary(StringComparer.Ordinal), settings.ToImmutable());
    }

    /// <summary>The argument that a switch needs. A switch that is unknown is told as such, whatever follows it.</summary>
    private static string ValueAfter(Command command, ReadOnlySpan<string> arguments, int index)
    {
        var name = arguments[index];
        if (!command.Switches.Contains(name) && !HostBuilding.IsSetting(name)) throw Wrong("commands.unknownSwitch", command, name);
        return index + 1 < arguments.Length && IsValue(arguments[index + 1]) ? arguments[index + 1] : throw Wrong("commands.noValue", command, name);
    }

    /// <summary>A switch is none; a number below zero is, and whoever reads it says what is wrong with it.</summary>
    private static bool IsValue(string argument) => argument is not ['-', not (>= '0' and <= '9'), ..];

    private static CommandException Wrong(string key, Command command, string argument) =>
        new(ExitCodes.Usage, Sentence.Of(key, ("verb", command.Verb), ("argument", argument)));
}
