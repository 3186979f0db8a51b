using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Commands.Moving;

/// <summary>Tells how far a long command has come, at most every other second.</summary>
internal sealed class MoveProgress(CommandCall call, string key)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);
    private long _told = call.Clock.GetTimestamp();

    public void Tell(long done, long total)
    {
        if (call.Clock.GetElapsedTime(_told) < Interval) return;
        _told = call.Clock.GetTimestamp();
        call.Console.Tell(Sentence.Of(key, ("done", done), ("total", total)));
    }
}
