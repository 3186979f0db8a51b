using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage;

/// <summary>What of a node is searched besides its title: one definition for both stores.</summary>
internal static class SearchedText
{
    public static string? Body(Node node) => node.Notes is null ? node.Text : $"{node.Text}\n{node.Notes}";
}
