using PlanGraph.Web.Access;
using PlanGraph.Web.Changes;
using PlanGraph.Web.Commands;
using PlanGraph.Web.Explore;
using PlanGraph.Web.Exports;
using PlanGraph.Web.Findings;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Graph.Watch;
using PlanGraph.Web.Health;
using PlanGraph.Web.History;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Http;
using PlanGraph.Web.Imports;
using PlanGraph.Web.Jobs;
using PlanGraph.Web.Lexicon;
using PlanGraph.Web.Nodes;
using PlanGraph.Web.Plans;
using PlanGraph.Web.Schema;
using PlanGraph.Web.Texts;

return await (CommandLine.RunAsync(args) ?? ServeAsync(args));

// Apart, so that a command does not load the web server.
static async Task<int> ServeAsync(string[] args)
{
    try
    {
        await using var app = Build(args);
        return await app.RunPlanGraphAsync();
    }
    catch (Exception exception) when (Starting.Explain(exception) is { } code)
    {
        return code;
    }
}

static WebApplication Build(string[] args)
{
    var builder = HostBuilding.CreateBuilder(args);
    builder.Services.AddJson();
    builder.Services.AddProblemDocuments();
    builder.Services.AddRateLimits();
    builder.Services.AddAccess();
    builder.Services.AddApiDescription();
    builder.Services.AddGraph();
    builder.Services.AddFindings();
    builder.Services.AddImports();
    builder.Services.AddLexicon();
    builder.Services.AddJobs();

    var app = builder.Build();
    app.UseSecurityHeaders();
    app.UseStoreHeader();
    app.UseProblemDocuments();
    app.UsePageFiles();
    app.UseRouting();
    app.UseCrossSiteCheck();
    app.UseAuthentication();
    app.UseRateLimiter();
    app.UseAuthorization();

    app.MapPages();
    app.MapApiDescription();
    app.MapTexts();
    app.MapSignIn();
    app.MapAccess();
    app.MapSchema();
    app.MapExplore();
    app.MapNodes();
    app.MapChanges();
    app.MapHistory();
    app.MapPlans();
    app.MapFindings();
    app.MapJobs();
    app.MapImports();
    app.MapExports();
    app.MapHealth();
    return app;
}
