namespace PlanGraph.Domain.Overlap;

/// <summary>What the likelihood that two texts overlap is reckoned from. Each is 0 when it is unknown or does not hold.</summary>
internal enum PairFeature
{
    /// <summary>Cosine of words and topics together: what the join is done by.</summary>
    Likeness,

    /// <summary>Cosine of the words of the subject, weighed by rarity; names of places left out.</summary>
    Words,

    /// <summary>Cosine of the topics, near topics counted.</summary>
    Topics,

    /// <summary>How near the two nearest topics are: 1 for one they share.</summary>
    Nearness,

    /// <summary>One topic is a part of another.</summary>
    PartOfTopic,

    /// <summary>How much of the topics of the text that has fewer is found in the other.</summary>
    TopicsContained,

    /// <summary>How much of the topics of the text that has more is found in the other: 1 when neither is about anything else.</summary>
    TopicsMutual,

    /// <summary>How many texts of the list have the topic that the two meet in: the natural logarithm, of at most <see cref="PairComparing.Crowd"/>. Chance likeness grows with it; the same words are no chance, and then it is 0.</summary>
    Crowd,

    /// <summary>How much of the words of the text that says less is found in the other.</summary>
    Contained,

    /// <summary>The likeness of the two beside the best likeness that either has with any text.</summary>
    Relative,

    /// <summary>Each is the other's best.</summary>
    Mutual,

    /// <summary>The same words, but for the kind of document and the period.</summary>
    SameWords,

    /// <summary>One of the two has a later edition in the list, and the other is not that: what it overlaps with, its later edition does.</summary>
    Superseded,

    /// <summary>Both name a place, and not the same.</summary>
    OtherPlace,

    /// <summary>Both name a place, and not the same, and are alike in subject.</summary>
    OtherPlaceSubject,

    /// <summary>Both name the same place.</summary>
    SamePlace,

    /// <summary>Both name the same place, and one of them says no subject: the plan of a place beside a plan of something in it.</summary>
    SamePlaceNoTopic,

    /// <summary>One begins when the other has ended.</summary>
    LaterPeriod,

    /// <summary>One begins when the other has ended, and they are alike in subject.</summary>
    LaterPeriodSubject,

    /// <summary>One of the two, or both, are rules and no plan, and they are not the same.</summary>
    Rules,

    /// <summary>One says what may be built in a place, the other is a plan for a theme.</summary>
    AreaAndTheme,

    /// <summary>One of the two is knowledge that plans build on.</summary>
    Knowledge,

    /// <summary>One of the two, or both, cover everything by their nature.</summary>
    Frame,

    /// <summary>Both are the same of the plans that cover everything: two planstrategier.</summary>
    SameFrame,

    /// <summary>Both say what may be built where.</summary>
    AreaPlans,

    /// <summary>Both say what may be built in the same place.</summary>
    AreaPlansSamePlace,

    /// <summary>One is the head of its field.</summary>
    Head,

    /// <summary>One has no topic of the lexicon.</summary>
    NoTopic,

    /// <summary>One has no topic of the lexicon, and the words alone are alike: their cosine.</summary>
    WordsAlone,

    /// <summary>Many texts: the natural logarithm of their number by hundred; 0 for the same words.</summary>
    ListSize,

    /// <summary>Each answers a demand of a law that the other does not, and their subjects are near.</summary>
    Laws,

    /// <summary>Both name the same place and are alike in subject.</summary>
    SamePlaceSubject,

    /// <summary>Cosine of the descriptions.</summary>
    Texts,

    /// <summary>The description of one names the subject of the other.</summary>
    Mentioned,

    /// <summary>Goals, strategies and challenges that both are tied to, the more the fewer others are (<see cref="Links.Weight"/>).</summary>
    SharedGoals,

    /// <summary>How much of their UN goals they share.</summary>
    SharedSdgs,

    /// <summary>One sector has both.</summary>
    SameSector,

    /// <summary>Each has its own sector.</summary>
    OtherSector,

    /// <summary>The list names a place in nearly every title, so that the place decides: 0 for an ordinary list, 1 for such one. The next ones are other features times this.</summary>
    Placed,
    PlacedLikeness,
    PlacedSamePlace,
    PlacedOtherPlace,
    PlacedRelative,
    PlacedSameWords,
    PlacedNoTopic,
    PlacedTopics,
}
