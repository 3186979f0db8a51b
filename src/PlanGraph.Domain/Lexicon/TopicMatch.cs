using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Lexicon;

/// <summary>A topic found in a text.</summary>
/// <param name="Topic">Its <see cref="Topic.Number"/>.</param>
/// <param name="Weight">The topic's weight, halved when only a hint was found. Above 0, at most 1.</param>
/// <param name="Word">The listed word or phrase that was found, as listed.</param>
/// <param name="Span">Where it stands: from the first to the last of the words it was found in, compounds whole.</param>
public readonly record struct TopicMatch(int Topic, double Weight, string Word, TextSpan Span);
