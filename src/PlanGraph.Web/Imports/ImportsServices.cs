using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Imports;

internal static class ImportsServices
{
    /// <summary>After the graph: the first start needs an opened store.</summary>
    public static void AddImports(this IServiceCollection services)
    {
        services.AddSingleton<FirstStart>();
        services.AddStartStep<FirstStart>();
    }
}
