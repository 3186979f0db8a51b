namespace PlanGraph.Web.Hosting;

/// <summary>
/// Something that must be done before the first request is taken. When the store does not answer, requests are taken all the same and the step is tried
/// again until it does: it must be repeatable.
/// </summary>
internal interface IStartStep
{
    Task RunAsync(CancellationToken cancellationToken);
}

/// <summary>A step that is made when its turn comes: what it needs may first be there after the steps before it.</summary>
internal sealed record StartStep(Func<IServiceProvider, IStartStep> In);

internal static class StartSteps
{
    /// <summary>Adds a step after those added before it.</summary>
    public static void AddStartStep<T>(this IServiceCollection services) where T : class, IStartStep =>
        services.AddSingleton(new StartStep(provider => provider.GetRequiredService<T>()));
}
