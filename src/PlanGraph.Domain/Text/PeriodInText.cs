namespace PlanGraph.Domain.Text;

/// <summary>A stretch of a text, in UTF-16 units.</summary>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The first unit behind the stretch.</summary>
    public int End => Start + Length;
}

/// <summary>
/// A year or a period found in a text. <see cref="To"/> equals <see cref="From"/> for a single year and is null for a period left open ("2017–").
/// Years are 1900–2099 and From is never after To. <see cref="Span"/> takes the brackets with it when they hold nothing else.
/// </summary>
public readonly record struct PeriodInText(int From, int? To, TextSpan Span)
{
    /// <summary>True for a single year: "Klimastrategi 2030".</summary>
    public bool IsYear => To == From;
}
