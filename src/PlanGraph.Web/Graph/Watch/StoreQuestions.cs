using PlanGraph.Storage;

namespace PlanGraph.Web.Graph.Watch;

internal static class StoreQuestions
{
    /// <summary>A page that shows more than this question's answer does not wait longer for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>The answer, or what a page does with when the store has none.</summary>
    public static async Task<T> OrAsync<T>(this Task<T> asked, T otherwise, TimeProvider clock, CancellationToken cancellationToken)
    {
        try
        {
            return await asked.WaitAsync(Patience, clock, cancellationToken);
        }
        catch (Exception exception) when (exception is StoreException { Problem: not null } or TimeoutException)
        {
            return otherwise;
        }
    }
}
