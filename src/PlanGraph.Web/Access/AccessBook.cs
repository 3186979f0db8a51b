using System.Collections.Immutable;

namespace PlanGraph.Web.Access;

/// <summary>Someone who may sign in. The name is what the history shows.</summary>
internal sealed record Person(string Id, string Name, Role Role, bool Disabled, DateTimeOffset Created);

/// <summary>A link that signs in once. Only the hash of its secret is kept.</summary>
internal sealed record SignInLink(string Hash, string PersonId, DateTimeOffset Expires);

/// <summary>One browser that is signed in. Only the hash of its secret is kept.</summary>
internal sealed record Session(string Hash, string PersonId, DateTimeOffset Created, DateTimeOffset LastSeen);

/// <summary>Who may sign in, and who is. Immutable; <see cref="AccessRules"/> makes the next one.</summary>
internal sealed record AccessBook
{
    public static AccessBook Empty { get; } = new();

    public ImmutableSortedDictionary<string, Person> People { get; init; } = ImmutableSortedDictionary<string, Person>.Empty;

    public ImmutableSortedDictionary<string, SignInLink> Links { get; init; } = ImmutableSortedDictionary<string, SignInLink>.Empty;

    public ImmutableSortedDictionary<string, Session> Sessions { get; init; } = ImmutableSortedDictionary<string, Session>.Empty;
}
