using System.Globalization;
using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;
using static PlanGraph.Storage.Neo4j.Statements;

namespace PlanGraph.Storage.Neo4j;

/// <summary>
/// Keeps the database's schema in step with the program. Names and bookkeeping are those of Neo4j-Migrations (nodes <c>__Neo4jMigration</c> chained
/// by <c>MIGRATED_TO</c>, its lock, its checksums), so that its command line can read our chain and go on with it.
/// </summary>
internal sealed class Migrations(ICypherTransport transport, TimeProvider clock)
{
    private const string DefaultLockName = "John Doe"; // what Neo4j-Migrations calls the lock of the default database
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Brings an empty database up to date; an older one only when asked to. The schema of a newer program, and one that was changed afterwards, is refused.
    /// </summary>
    /// <exception cref="StoreException">The schema does not fit; the message says what to do.</exception>
    public async Task RunAsync(Neo4jOptions options, CancellationToken cancellationToken)
    {
        if (await MissingAsync(cancellationToken) is not { Count: > 0 } missing) return;
        var isEmpty = (await transport.ReadAsync(Migrate.IsEmpty, CypherParameters.None, cancellationToken))[0].Flag("empty");
        if (options.Migrate == MigrateMode.Check && !isEmpty)
        {
            // Another instance may have made the schema and filled the database since we looked.
            if (await MissingAsync(cancellationToken) is { Count: 0 }) return;
            throw Misfit($"The schema of the database {options.Database} is older than this program: {missing.Count} migrations are missing, "
                + $"{missing[0].Source} first. Start once with Neo4j:Migrate=Apply, after a backup, to bring it up to date.");
        }
        foreach (var statement in new[] { Migrate.UniqueLockId, Migrate.UniqueLockName, Migrate.UniqueVersion })
            await transport.WriteAsync(statement, CypherParameters.None, cancellationToken);
        var id = Guid.NewGuid().ToString();
        await TakeLockAsync(id, options.Database, cancellationToken);
        try
        {
            // Whoever had the lock before may have done it.
            foreach (var migration in await MissingAsync(cancellationToken)) await ApplyAsync(migration, options, cancellationToken);
        }
        finally
        {
            await transport.WriteAsync(Migrate.ReleaseLock, new() { ["id"] = id }, CancellationToken.None);
        }
    }

    private static StoreException Misfit(string message) => new(message) { Problem = Sentence.Of("store.neo4j.schema"), IsLasting = true };

    private async Task<IReadOnlyList<Migration>> MissingAsync(CancellationToken cancellationToken)
    {
        var rows = await transport.ReadAsync(Migrate.ReadChain, CypherParameters.None, cancellationToken);
        var applied = rows.Select(row => (Version: row.Text("version"), Checksum: (string?)row["checksum"])).OrderBy(step => step.Version, StringComparer.Ordinal).ToList();
        foreach (var (migration, checksum) in Migration.All.Join(applied, step => step.Version, step => step.Version, (migration, step) => (migration, step.Checksum)))
        {
            if (checksum != migration.Checksum)
            {
                throw Misfit($"{migration.Source} was changed after it had been applied to this database (checksum {checksum}, now {migration.Checksum}): "
                    + "use the program that made the schema, or restore the file.");
            }
        }
        if (applied.ExceptBy(Migration.All.Select(migration => migration.Version), step => step.Version).LastOrDefault().Version is { } unknown)
        {
            throw Misfit($"The database's schema was made by a newer PlanGraph (it has migration {unknown}, this program knows {Migration.All[^1].Version}): "
                + "start that version, or use another database.");
        }
        if (!applied.Select(step => step.Version).SequenceEqual(Migration.All.Take(applied.Count).Select(migration => migration.Version)))
        {
            throw Misfit($"The database's chain of migrations has a gap or a step twice ({string.Join(", ", applied.Select(step => step.Version))}): "
                + "put the nodes labelled __Neo4jMigration in order, or restore a backup.");
        }
        return [.. Migration.All.Skip(applied.Count)];
    }

    private async Task ApplyAsync(Migration migration, Neo4jOptions options, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        await transport.WriteAsync(migration.Statement, CypherParameters.None, cancellationToken);
        var before = Migration.All.TakeWhile(other => other != migration).LastOrDefault();
        await transport.WriteAsync(Migrate.Record, new()
        {
            ["previous"] = before?.Version ?? "BASELINE", ["version"] = migration.Version, ["description"] = migration.Description,
            ["source"] = migration.Source, ["checksum"] = migration.Checksum, ["user"] = options.User,
            ["milliseconds"] = (long)clock.GetElapsedTime(started).TotalMilliseconds,
        }, cancellationToken);
    }

    /// <summary>Waits for whoever has the lock, asking again until it is free.</summary>
    private async Task TakeLockAsync(string id, string database, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        var name = database.Equals("neo4j", StringComparison.OrdinalIgnoreCase) ? DefaultLockName : database.ToLowerInvariant();
        while (true)
        {
            try
            {
                await transport.WriteAsync(Migrate.TakeLock, new() { ["id"] = id, ["name"] = name }, cancellationToken);
                return;
            }
            catch (CypherException exception) when (exception.Failure == CypherFailure.Constraint)
            {
                if (clock.GetElapsedTime(started) > Patience)
                {
                    throw new StoreException(string.Create(CultureInfo.InvariantCulture, $"Somebody has been changing the schema for {Patience.TotalMinutes:0} minute. ")
                        + "If nobody is, a run has crashed: remove the node labelled __Neo4jMigrationsLock.", exception) { Problem = Sentence.Of("store.neo4j.busy") };
                }
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }
}
