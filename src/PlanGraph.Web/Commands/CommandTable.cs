using System.Collections.Immutable;
using PlanGraph.Web.Commands.Findings;
using PlanGraph.Web.Commands.Moving;

namespace PlanGraph.Web.Commands;

/// <summary>All verbs. A new one is a file in this folder and a line here.</summary>
internal static class CommandTable
{
    public static ImmutableArray<Command> All { get; } =
    [
        FindingsCommand.Command,
        ExportCommand.Command,
        ImportCommand.Command,
        OverlapsCommand.Command,
        HealthCommand.Command,
    ];
}
