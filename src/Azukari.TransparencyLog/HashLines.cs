using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Azukari.TransparencyLog;

/// <summary>Hashes in base64, one a line, up to an empty line: the form of a path in a proof file and in a request to a witness.</summary>
internal static class HashLines
{
    internal static byte[] Write(IReadOnlyList<TreeHash> hashes) =>
        Encoding.ASCII.GetBytes(string.Concat(hashes.Select(hash => hash.ToBase64() + "\n")) + "\n");

    /// <summary>False for a line that is no hash, for more hashes than allowed, and when no empty line ends them.</summary>
    internal static bool TryRead(ref ReadOnlySpan<byte> rest, int most, [NotNullWhen(true)] out IReadOnlyList<TreeHash>? hashes)
    {
        List<TreeHash> read = [];
        hashes = null;
        while (Wire.TryLine(ref rest, out var line))
        {
            if (line.IsEmpty)
            {
                hashes = read;
                return true;
            }

            if (read.Count == most || !TreeHash.TryParseBase64(line, out TreeHash hash))
            {
                return false;
            }

            read.Add(hash);
        }

        return false;
    }
}
