using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Hosting;

/// <summary>Finds every setting of our own section that is unknown or cannot be used.</summary>
internal static class ConfigurationCheck
{
    public static ImmutableArray<Sentence> Check(IConfiguration configuration) =>
        [.. Check(configuration.GetSection(PlanGraphOptions.Section), typeof(PlanGraphOptions))];

    private static IEnumerable<Sentence> Check(IConfigurationSection section, Type options)
    {
        foreach (var child in section.GetChildren())
        {
            var property = options.GetProperty(child.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase);
            if (property is null) yield return Sentence.Of("host.setting.unknown", ("key", child.Path));
            else foreach (var problem in Check(child, property)) yield return problem;
        }
    }

    private static IEnumerable<Sentence> Check(IConfigurationSection setting, PropertyInfo property)
    {
        if (IsSection(property.PropertyType)) return Check(setting, property.PropertyType);
        return setting.Value is { } value && Fits(value, property) ? [] : [Sentence.Of("host.setting.unusable", ("key", setting.Path), ("value", setting.Value ?? ""))];
    }

    private static bool IsSection(Type type) => type.IsClass && type != typeof(string);

    private static bool Fits(string text, PropertyInfo property)
    {
        var converter = TypeDescriptor.GetConverter(property.PropertyType);
        if (!converter.IsValid(text)) return false;
        var value = converter.ConvertFromInvariantString(text);
        return property.GetCustomAttributes<ValidationAttribute>().All(attribute => attribute.IsValid(value));
    }
}

/// <summary>The start cannot go on; each sentence names a setting.</summary>
internal sealed class ConfigurationException(ImmutableArray<Sentence> problems) : Exception(string.Join("; ", problems.Select(problem => problem.Key)))
{
    public ImmutableArray<Sentence> Problems { get; } = problems;
}
