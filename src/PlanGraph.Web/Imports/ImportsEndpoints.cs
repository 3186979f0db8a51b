using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Imports;
using PlanGraph.Storage;
using PlanGraph.Web.Access;
using PlanGraph.Web.Changes;
using PlanGraph.Web.Graph;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Http;
using PlanGraph.Web.Imports.Reading;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Imports;

/// <summary>Upload → preview → apply as one change set, or not at all.</summary>
internal static class ImportsEndpoints
{
    private const int MostFiles = 20;

    /// <summary>The files together, and a little for what a form puts between them.</summary>
    private const int MostBodyBytes = ImportLimits.FileBytes + (256 << 10);

    /// <summary>After the graph: the first start needs an opened store.</summary>
    public static void AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportDesk>();
        services.AddSingleton<FirstStart>();
        services.AddStartStep<FirstStart>();
    }

    public static void MapImports(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("/api/imports").WithTags("imports").RequireAuthorization(Policies.Planner);
        routes.MapPost("/", PreviewImport).WithName(nameof(PreviewImport)).WithSummary("Reads files and answers what importing them would do; changes nothing")
            .ProducesProblem(400).ProducesProblem(409).ProducesProblem(413)
            .WithMetadata(new RequestSizeLimitAttribute(MostBodyBytes));
        routes.MapGet("/{id}", GetImport).WithName(nameof(GetImport)).WithSummary("A preview again").ProducesProblem(404);
        routes.MapPost("/{id}/apply", ApplyImport).WithName(nameof(ApplyImport)).WithSummary("Does what the preview said, all of it or nothing")
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        routes.MapDelete("/{id}", DropImport).WithName(nameof(DropImport)).WithSummary("Forgets a preview");
    }

    private static async Task<Results<Created<PreviewAnswer>, Problem>> PreviewImport(
        HttpRequest request, ClaimsPrincipal user, ImportDesk desk, SnapshotHolder snapshots, Wording wording, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType) return Problem.BadRequest(Sentence.Of("imports.noFiles"));
        if (await FilesAsync(request, cancellationToken) is not { } files) return new Problem(StatusCodes.Status413PayloadTooLarge, Sentence.Of("imports.tooBig", ("max", ImportLimits.FileMiB)));
        if (files.Count == 0) return Problem.BadRequest(Sentence.Of("imports.noFiles"));
        if (files.Count > MostFiles) return Problem.BadRequest(Sentence.Of("imports.tooManyFiles", ("max", MostFiles)));
        var person = user.PersonId() ?? "";
        using var turn = desk.Begin(person);
        if (turn is null) return Problem.Conflict(Sentence.Of("imports.running"));
        var (names, documents) = await ReadAsync(files, cancellationToken);
        var plan = ImportPlanner.Plan(documents, await snapshots.CurrentAsync(cancellationToken));
        var preview = desk.Keep(person, names, documents, plan);
        return TypedResults.Created($"/api/imports/{preview.Id}", PreviewAnswer.Of(preview, wording));
    }

    /// <summary>The files of the form; null when they are larger together than is taken.</summary>
    private static async Task<IFormFileCollection?> FilesAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var files = (await request.ReadFormAsync(new FormOptions { MultipartBodyLengthLimit = MostBodyBytes, ValueCountLimit = MostFiles * 2 }, cancellationToken)).Files;
            return files.Sum(file => file.Length) > MostBodyBytes ? null : files;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Results<Ok<PreviewAnswer>, Problem> GetImport(Guid id, ClaimsPrincipal user, ImportDesk desk, Wording wording) =>
        desk.Find(id, user.PersonId() ?? "") is { } preview ? TypedResults.Ok(PreviewAnswer.Of(preview, wording)) : Gone();

    private static NoContent DropImport(Guid id, ClaimsPrincipal user, ImportDesk desk)
    {
        if (desk.Find(id, user.PersonId() ?? "") is not null) desk.Remove(id);
        return TypedResults.NoContent();
    }

    private static async Task<Results<Ok<AppliedAnswer>, Problem>> ApplyImport(
        Guid id, ApplyImportRequest request, ClaimsPrincipal user, [AsParameters] ApplyParts parts, CancellationToken cancellationToken)
    {
        if (parts.Desk.Find(id, user.PersonId() ?? "") is not { } preview) return Gone();
        if (await parts.ReplanAsync(preview, cancellationToken) is { } newer) return Differs(newer, parts.Wording);
        if (preview.Plan.HasRefusals && !request.LeaveOutRefused)
            return Problem.Unprocessable(Sentence.Of("imports.hasRefusals", ("count", preview.Plan.Count(ImportOutcome.Refused))));
        if (preview.Plan.Operations.IsEmpty)
        {
            parts.Desk.Remove(id);
            return TypedResults.Ok(new AppliedAnswer(await parts.Store.GetHeadAsync(cancellationToken), OutcomeCounts.Of(preview.Plan)));
        }
        var result = await parts.Store.ApplyAsync(parts.ChangeSet(preview, user.Name()), cancellationToken);
        if (result is ApplyResult.Conflicted && await parts.ReplanAsync(preview, cancellationToken) is { } changed) return Differs(changed, parts.Wording);
        if (result is not ApplyResult.Applied applied) return ChangeAnswers.ProblemOf(result, parts.Wording);
        parts.Desk.Remove(id);
        return TypedResults.Ok(new AppliedAnswer(applied.Change.Seq, OutcomeCounts.Of(preview.Plan)));
    }

    /// <summary>The files in the order sent. Two with the same name are told apart by a number, so that a row can be found again.</summary>
    private static async Task<(List<string> Names, List<ImportDocument> Documents)> ReadAsync(IFormFileCollection files, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var documents = new List<ImportDocument>();
        foreach (var file in files)
        {
            var name = ImportFiles.Shown(file.FileName);
            var count = names.Count(other => other == name || other.StartsWith($"{name} (", StringComparison.Ordinal));
            names.Add(count == 0 ? name : $"{name} ({count + 1})");
            using var bytes = new MemoryStream((int)Math.Min(file.Length, ImportLimits.FileBytes));
            await file.CopyToAsync(bytes, cancellationToken);
            documents.AddRange(ImportFiles.Read(names[^1], bytes.GetBuffer().AsMemory(0, (int)bytes.Length), cancellationToken));
        }
        return (names, documents);
    }

    private static Problem Gone() => Problem.NotFound(Sentence.Of("imports.gone"));

    private static Problem Differs(ImportPreview newer, Wording wording) =>
        Problem.Conflict(Sentence.Of("imports.planDiffers")).With("preview", PreviewAnswer.Of(newer, wording));
}

/// <summary>What applying needs.</summary>
internal sealed record ApplyParts(ImportDesk Desk, SnapshotHolder Snapshots, IPlanGraphStore Store, TimeProvider Clock, Wording Wording)
{
    private const int NamedFiles = 3;

    /// <summary>Plans once more against the graph as it is now. The preview with the newer plan, when it is another; null when it still holds.</summary>
    public async Task<ImportPreview?> ReplanAsync(ImportPreview preview, CancellationToken cancellationToken)
    {
        var current = await Snapshots.CurrentAsync(cancellationToken);
        if (current.Seq == preview.Plan.GraphSeq) return null;
        var plan = ImportPlanner.Plan(preview.Documents, current);
        return plan.SameAs(preview.Plan) ? null : Desk.Replan(preview, plan);
    }

    public ChangeSet ChangeSet(ImportPreview preview, string actor) => new()
    {
        Id = preview.Id, Actor = actor, At = Clock.GetUtcNow(), Operations = preview.Plan.Operations,
        Reason = Wording.Say(Sentence.Of("imports.reason", ("files", string.Join(", ", preview.Files.Take(NamedFiles)) + (preview.Files.Count > NamedFiles ? " …" : "")))),
    };
}
