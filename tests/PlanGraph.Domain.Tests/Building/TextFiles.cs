using System.Text.Json;
using PlanGraph.Domain.Tests.Data;

namespace PlanGraph.Domain.Tests.Building;

/// <summary>The words of the product, as they lie in wwwroot/texts.</summary>
internal static class TextFiles
{
    public static Dictionary<string, string> All(string language) => Directory.GetFiles(Path.Combine(BaerumFiles.Folder, "..", "..", "wwwroot", "texts", language), "*.json")
        .SelectMany(file => JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!).DistinctBy(pair => pair.Key).ToDictionary();
}
