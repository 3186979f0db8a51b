using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PlanGraph.Domain.Tests.Data;

/// <summary>
/// The names of persons that stand in the documents, as SHA-256 of the lower-case word, so that the names themselves are not here.
/// Two first names that are also everyday words (for a day, and for to find) are left out.
/// </summary>
internal static partial class NamesOfPersons
{
    private static readonly FrozenSet<string> _hashes =
    [
        "000e02e40e441be798211aaf86d037bacd3dedbc8a6318ca5f9a5c72ad52ffbe",
        "00cf4ce3935c8a60a1acd094b602276fed4618903839231e5d206dce24c0fe0f",
        "02222131051ff9946c17a38875159934c6e27d50bdc6d6fde713a389b912e527",
        "11492c59a8f11680703d13c72aea27d55b996f0d0118097bd31000357adfba69",
        "26ae784d194a5760464348329af4eb9fca2b27bbf823742c968a61543e3a1153",
        "27037fccea3062ee8ebaea07a9e2bf8dcb6511fd860ae993442aee0c512b8bbf",
        "29eca53e82548eaaa3aa60ced470070cabc93f8ff2e1b93e0f42e78ba634d7b4",
        "2d98fe47f98465906e9715b648f15c1e2bd1b7f4943add93b794dc137839c834",
        "3648a346a4bfb948296903f4587a58ee22ec9683d5cd5fb69ffea67af10efb0f",
        "376fcd5f140cfbe2c187cf25109f10998df247ec7936ae3bfe1243bee16e0af2",
        "470b8720f9f865ed7e6f546bc2eec0b661f74d5244ee37cf54956761c12c589d",
        "49bdd032cf30d8517bdfcc955bb6e2240651c71fb904bb2e219dbdb99c7a4b20",
        "4ca6f6d5a544bf57c323657ad33aae1a019c775518cf4414beedb86962aea7c1",
        "4dd68e2ab3a30973318ea903e088b3d3480655ef4236109fe47272c1c1582880",
        "54bada3f8fed5e5bc91ba29478f306df37c2e5d5cf2f239478fd0c7dcbcc4a6d",
        "57a4911c9baba00aa0f5e297cccd982e32a136e7f8fbea988a2d26f8e99d02a5",
        "587eb5a7b92beed5c67f5ef71af908038061e672134863fde45640349d2e62dc",
        "5e7d809a91d96c7f5de08cde5a90f7502349b027d298cfd77eafb056eb5d31cd",
        "68168224c4721b509979d5b69f689b4445e00852510b89f713570dcaa7e7a7bc",
        "80a4109778cf5389682009f04031d6624b8298f150397196e4ffd4c1cab4c58d",
        "8e195c4a0f8cf5a16588caca74f0fd3b7a055ff060557b4a6a55e4c9fa193ec0",
        "8f9c2b353e9982ae0e9173efa140bfb836d0a5ceedd45daa2d66c724f303847d",
        "91dc68d6154836a8719507eb2f2d0df6bc9e22853e7ece996af321c32be89eb5",
        "94aec9fbed989ece189a7e172c9cf41669050495152bc4c1dbf2a38d7fd85627",
        "9dceb0fe987e68228937343a1fcd356df507e1b0d3ae79b15d76df028295bda3",
        "a12bdfd07e9075bee8809ade2ad6e868ed32a0201ebe7b849570a9b54441edf5",
        "a5574545a3f5b2ae1578b289e5d9f7a4f70b6d8eb049f79b51fae0e95988458a",
        "a7f943105a5d666729615c786f71deb129d353e1f49ed3e95bef14c564cc41b4",
        "ade14c8b78549e39901782d752408795ac316d828eeed6fb00413bf3e6a895b0",
        "b4b568ab61e07150322fff327765e9c9df03aca5197f14b416e30ce6a9c4ad3b",
        "b54f08623ae4039f55bcecba4961037fb4513d2ba9cb2b0667c5db970ac94911",
        "bb6b24bf13999272b27006f7711965f77861a326a30b43b9b1852a500ad68ac7",
        "bfdf3b367809f87a10f87ec6ce1ac0562388f930bec0c5d8e230e87d4c5ac3da",
        "c7757b2c705f3f5835ef4ccef262664d23c69f05c9d6acc572edad7942b44f49",
        "e20d0600b1eef63d921d27718627d8c957225e40898f78810e6b2801690462c5",
        "e261c63b3cd221a374c98cfcb4d8bcb24ac2385428c2c9b941147635320be269",
        "eea72e8dd63b7cad5a69be6543bfbe4dbe0e3fba20c28d9d4381e00c0888243b",
        "f457c304214007394af8d2236caa2699de786da463fdad8f9b5490d29f9ef087",
        "fc644362ef3c42d8d5fabc78a7e933fb3c881caa9fd3d2485cb21bd841ad27c8",
    ];

    /// <summary>The words of a text that are such names.</summary>
    public static IEnumerable<string> In(string text) => Word().Matches(text).Select(word => word.Value.ToLowerInvariant()).Distinct()
        .Where(word => _hashes.Contains(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(word)))));

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
