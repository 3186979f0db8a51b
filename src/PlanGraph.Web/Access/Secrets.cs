using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PlanGraph.Web.Access;

/// <summary>256 random bits for a link or a session, and the hash that is kept of them.</summary>
internal static class Secrets
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
