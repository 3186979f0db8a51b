using System.Collections.Immutable;

namespace PlanGraph.Domain.Lexicon;

/// <summary>What is asked of the municipality.</summary>
public enum ObligationKind
{
    /// <summary>A plan, strategy or set of rules of its own, or as part of another.</summary>
    Plan,

    /// <summary>An overview or analysis.</summary>
    Overview,

    /// <summary>Work, but no plan: the plan is one way to do it.</summary>
    Duty,

    /// <summary>A plan, for those who want the grant.</summary>
    Condition,

    /// <summary>A plan that no law asks for, but national guidance does.</summary>
    Recommended,
}

/// <summary>What a law, a regulation or a scheme asks of a municipality's plans.</summary>
/// <param name="Number">Its place in <see cref="PlanObligations.All"/>.</param>
/// <param name="Id">Stable and readable.</param>
/// <param name="Law">The law's short name in bokmål, or the scheme.</param>
/// <param name="Section">As printed (§ 14-4); empty when it is not sure, or the whole is meant.</param>
/// <param name="Demand">What is asked, in bokmål.</param>
/// <param name="Topics">The ids of the topics it is about.</param>
/// <param name="Words">What a plan that answers it is recognised by.</param>
public sealed record PlanObligation(
    int Number, string Id, string Law, string Section, ObligationKind Kind, string Demand, ImmutableArray<string> Topics, ImmutableArray<string> Words)
{
    /// <summary>Whether dropping the plan could leave the demand unmet: a plan or overview that is asked for, or that a grant depends on.</summary>
    public bool NeedsDocument => Kind is ObligationKind.Plan or ObligationKind.Overview or ObligationKind.Condition;
}
