using System.Globalization;

namespace PlanGraph.Domain.Plans;

/// <summary>The order in which a Norwegian reader looks for titles: æ, ø, å last, upper and lower case alike.</summary>
public static class TitleOrder
{
    public static StringComparer Norwegian { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("nb-NO"), ignoreCase: true);
}
