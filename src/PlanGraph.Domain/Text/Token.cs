namespace PlanGraph.Domain.Text;

/// <summary>What a token is made of.</summary>
public enum TokenKind
{
    /// <summary>Has at least one letter: "plan", "10a", "pc'en".</summary>
    Word,

    /// <summary>Digits only, with inner full stops or commas: "30", "2,5", "02.02.2024".</summary>
    Number,
}

/// <summary>How a token hangs together with its neighbour by a hyphen.</summary>
public enum TokenJoin
{
    None,

    /// <summary>Hyphen and then the next token: "ROS" in "ROS-analyse".</summary>
    Next,

    /// <summary>Waits for the ending of a later word: "klima" in "klima- og energiplan".</summary>
    Hanging,
}

/// <summary>A word or number of a text. <see cref="Start"/> and <see cref="Length"/> count UTF-16 units in the text as it was given.</summary>
public readonly record struct Token(int Start, int Length, TokenKind Kind, TokenJoin Join)
{
    /// <summary>The first unit behind the token.</summary>
    public int End => Start + Length;

    /// <summary>The token as written.</summary>
    public ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text.Slice(Start, Length);
}
