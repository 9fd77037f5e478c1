using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Azukari.Extraction.Packaging;

namespace Azukari.Extraction;

/// <summary>Counts distinct people exactly: the keys themselves are kept, not an estimate and not a hash of them. Nobody is in two volumes.</summary>
internal sealed class PersonCensus
{
    private readonly long _mostPeople;
    private readonly long[] _ofVolume;
    private readonly long[][] _ofDataset;
    private readonly Dictionary<byte[], Known> _seen = new(KeyBytes.Instance);
    private readonly Dictionary<byte[], Known>.AlternateLookup<ReadOnlySpan<byte>> _lookup;

    public PersonCensus(int datasets, int volumes, long mostPeople)
    {
        (_mostPeople, _ofVolume, _ofDataset) = (mostPeople, new long[volumes], [.. Enumerable.Range(0, volumes).Select(_ => new long[datasets])]);
        _lookup = _seen.GetAlternateLookup<ReadOnlySpan<byte>>();
    }

    public long PeopleIn(int volume) => _ofVolume[volume];

    public long PeopleOf(int volume, int dataset) => _ofDataset[volume][dataset];

    /// <summary>Counts a row and says which volume its person is in. Who is new goes to the next volume in turn: as many people in each, whatever the order.</summary>
    /// <exception cref="PackageLimitException">This is one person too many.</exception>
    public int Spread(int dataset, ReadOnlySpan<byte> key)
    {
        ref var person = ref Find(key, (_seen.Count % _ofVolume.Length) + 1);
        Count(ref person, dataset);
        return person.Volume - 1;
    }

    /// <summary>Counts a row that is in this volume.</summary>
    /// <exception cref="PackageLimitException">This is one person too many.</exception>
    /// <exception cref="PackageException">The person is in another volume as well.</exception>
    public void Count(int volume, int dataset, ReadOnlySpan<byte> key)
    {
        ref var person = ref Find(key, volume + 1);
        if (person.Volume != volume + 1)
            throw new PackageException(PackageFault.Expectation, "somebody is in two volumes");
        Count(ref person, dataset);
    }

    private ref Known Find(ReadOnlySpan<byte> key, int volume)
    {
        ref var person = ref CollectionsMarshal.GetValueRefOrAddDefault(_lookup, key, out var known);
        if (known)
            return ref person;

        if (_seen.Count > _mostPeople)
            throw new PackageLimitException(_mostPeople);
        person.Volume = volume;
        _ofVolume[volume - 1]++;
        return ref person;
    }

    private void Count(ref Known person, int dataset)
    {
        var bit = 1UL << dataset;
        if ((person.Datasets & bit) != 0)
            return;

        person.Datasets |= bit;
        _ofDataset[person.Volume - 1][dataset]++;
    }

    /// <summary>One person: a bit for each dataset, and the volume, from 1.</summary>
    private struct Known
    {
        public ulong Datasets;
        public int Volume;
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
