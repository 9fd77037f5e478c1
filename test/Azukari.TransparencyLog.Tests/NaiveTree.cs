using System.Security.Cryptography;

namespace Azukari.TransparencyLog.Tests;

/// <summary>RFC 6962 s2.1 as it stands on the page: recursive, on entries, sharing nothing with the library.</summary>
internal static class NaiveTree
{
    internal static byte[] Mth(ReadOnlySpan<byte[]> d) => d.Length switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0x00, .. d[0]]),
        int n => SHA256.HashData([0x01, .. Mth(d[..K(n)]), .. Mth(d[K(n)..])]),
    };

    internal static byte[][] Path(int m, ReadOnlySpan<byte[]> d)
    {
        if (d.Length == 1)
        {
            return [];
        }

        int k = K(d.Length);
        return m < k ? [.. Path(m, d[..k]), Mth(d[k..])] : [.. Path(m - k, d[k..]), Mth(d[..k])];
    }

    internal static byte[][] Proof(int m, ReadOnlySpan<byte[]> d) => SubProof(m, d, true);

    internal static byte[][] Entries(int count) => [.. Enumerable.Range(0, count).Select(i => BitConverter.GetBytes(i))];

    internal static TreeHash[] Leaves(byte[][] entries) => [.. entries.Select(entry => MerkleTree.LeafHash(entry))];

    private static byte[][] SubProof(int m, ReadOnlySpan<byte[]> d, bool complete)
    {
        if (m == d.Length)
        {
            return complete ? [] : [Mth(d)];
        }

        int k = K(d.Length);
        return m <= k ? [.. SubProof(m, d[..k], complete), Mth(d[k..])] : [.. SubProof(m - k, d[k..], false), Mth(d[..k])];
    }

    private static int K(int n)
    {
        int k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }

        return k;
    }
}
