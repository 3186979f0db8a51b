using PlanGraph.Domain.Graph;

namespace PlanGraph.Storage.Moving;

/// <summary>A file is no history that can be taken in; the sentence names file, line and remedy.</summary>
public sealed class HistoryFileException(Sentence problem, Exception? inner = null) : Exception(problem.Key, inner)
{
    public Sentence Problem => problem;
}
