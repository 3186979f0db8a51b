using System.Security.Cryptography;
using System.Text;

namespace PlanGraph.Domain.Lexicon;

/// <summary>Sixteen hexadecimal digits of lines that say everything that matters.</summary>
internal static class LexiconFingerprint
{
    private const int Digits = 16;

    public static string Of(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..Digits];
}
