using System.Text.Json.Serialization;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Access;

/// <summary>leser, planlegger, ledergruppe, administrator.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Role>))]
internal enum Role { Reader, Planner, Leadership, Administrator }

/// <summary>What each role may do. Every endpoint names one of these.</summary>
internal static class Policies
{
    public const string Reader = "reader";
    public const string Planner = "planner";
    public const string Leadership = "leadership";
    public const string Administrator = "administrator";

    public static bool Allows(string policy, Role role) => policy switch
    {
        Reader => true,
        Planner => role is Role.Planner or Role.Administrator,
        Leadership => role is Role.Leadership or Role.Administrator,
        Administrator => role is Role.Administrator,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "No such policy."),
    };
}
