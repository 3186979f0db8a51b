using PlanGraph.Domain.Graph;
using PlanGraph.Storage.Neo4j.Transport;

namespace PlanGraph.Storage.Neo4j;

/// <summary>What a reader of the page is told when the database does not answer.</summary>
internal static class Failures
{
    public static StoreException Explain(CypherException exception) =>
        new($"Neo4j: {exception.Message}", exception) { Problem = Sentence(exception.Failure) };

    public static Sentence Sentence(CypherFailure failure) => Domain.Graph.Sentence.Of(failure switch
    {
        CypherFailure.Unreachable => "store.neo4j.unreachable",
        CypherFailure.Slow => "store.neo4j.slow",
        CypherFailure.SignIn => "store.neo4j.signIn",
        CypherFailure.NoDatabase => "store.neo4j.noDatabase",
        CypherFailure.ReadOnly => "store.neo4j.readOnly",
        CypherFailure.Memory => "store.neo4j.memory",
        CypherFailure.Stopped => "store.neo4j.stopped",
        CypherFailure.NotNeo4j => "store.neo4j.notNeo4j",
        CypherFailure.Version => "store.neo4j.version",
        CypherFailure.Transient or CypherFailure.TransactionGone => "store.neo4j.busy",
        _ => "store.neo4j.other",
    });
}
