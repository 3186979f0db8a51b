using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Lexicon;

/// <summary>A lexicon file as it was read. <paramref name="Name"/> is what problems call it.</summary>
public sealed record LexiconFile(string Name, string Text);

/// <summary>Something in a lexicon file that cannot be used, and what to do about it. The rest of the file is used all the same.</summary>
/// <param name="Row">The line in the file; the heading is line 1 when nothing stands above it.</param>
public sealed record LexiconProblem(string File, int Row, Sentence Sentence);
