using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Azukari.Extraction;

/// <summary>Counts distinct people exactly: the keys themselves are kept, not an estimate and not a hash of them.</summary>
internal sealed class PersonCensus
{
    private readonly long _mostPeople;
    private readonly long[] _people;
    private readonly Dictionary<byte[], ulong> _seen = new(KeyBytes.Instance);
    private readonly Dictionary<byte[], ulong>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public PersonCensus(int datasets, long mostPeople)
    {
        (_mostPeople, _people) = (mostPeople, new long[datasets]);
        _lookup = _seen.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public long People => _seen.Count;

    public long PeopleOf(int dataset) => _people[dataset];

    /// <exception cref="PackageLimitException">This is one person too many.</exception>
    public void Count(int dataset, ReadOnlySpan<byte> key)
    {
        ref var datasets = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, key, out var known);
        if (!known && _seen.Count > _mostPeople)
            throw new PackageLimitException(_mostPeople);

        var bit = 1UL << dataset;
        if ((datasets & bit) != 0)
            return;

        datasets |= bit;
        _people[dataset]++;
    }

    private sealed class KeyBytes : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly KeyBytes Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode([DisallowNull] byte[] obj) => GetHashCode(obj.AsSpan());

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();

        // HashCode is seeded per process: whoever writes the source cannot choose keys that collide.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            HashCode hash = default;
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }
    }
}
