using System.Text.Json;

namespace PlanGraph.Domain.Graph;

/// <summary>The name of a choice as it stands in JSON and in the keys of the text files: <c>inProgress</c>.</summary>
internal static class ChoiceNames
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
