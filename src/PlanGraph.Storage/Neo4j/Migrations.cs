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
    private const string LockName = "John Doe"; // what Neo4j-Migrations calls the lock of the default database
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
            throw Misfit($"The schema of the database {options.Database} is older than this program: {missing.Count} migrations are missing, "
                + $"{missing[0].Source} first. Start once with Neo4j:Migrate=Apply, after a backup, to bring it up to date.");
        }
        foreach (var statement in new[] { Migrate.UniqueLockId, Migrate.UniqueLockName, Migrate.UniqueVersion })
            await transport.WriteAsync(statement, CypherParameters.None, cancellationToken);
        var id = Guid.NewGuid().ToString();
        await TakeLockAsync(id, cancellationToken);
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
        var applied = rows.ToDictionary(row => row.Text("version"), row => (string?)row["checksum"], StringComparer.Ordinal);
        foreach (var migration in Migration.All)
        {
            if (applied.Remove(migration.Version, out var checksum) && checksum != migration.Checksum)
            {
                throw Misfit($"{migration.Source} was changed after it had been applied to this database (checksum {checksum}, now {migration.Checksum}). "
                    + "Use the program that made the schema, or restore the file.");
            }
        }
        if (applied.Count > 0)
        {
            throw Misfit($"The database's schema was made by a newer PlanGraph (it has migration {applied.Keys.Max(StringComparer.Ordinal)}, "
                + $"this program knows {Migration.All[^1].Version}). Start that version, or use another database.");
        }
        var known = rows.Select(row => row.Text("version")).ToHashSet(StringComparer.Ordinal);
        return [.. Migration.All.Where(migration => !known.Contains(migration.Version))];
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
    private async Task TakeLockAsync(string id, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        while (true)
        {
            try
            {
                await transport.WriteAsync(Migrate.TakeLock, new() { ["id"] = id, ["name"] = LockName }, cancellationToken);
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
