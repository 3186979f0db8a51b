namespace PlanGraph.Domain.Overlap;

/// <summary>Two texts, by their number in the list, that seem to be about the same.</summary>
/// <param name="First">Below <paramref name="Second"/>.</param>
/// <param name="Score">The likelihood, 0 to 1, that a planner would call it an overlap: of pairs at 0.8 about 80 % are right.</param>
/// <param name="Steps">How the score came about.</param>
public readonly record struct OverlapPair(int First, int Second, double Score, OverlapClass Class, PairSteps Steps);
