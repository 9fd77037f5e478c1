namespace Azukari.Extraction;

/// <summary>Rows and distinct people of one dataset; both exact.</summary>
public sealed record DatasetCount(string Dataset, long Rows, long People);

/// <summary>What a package holds: rows and distinct people per dataset, distinct people over all, and the digest that binds every byte.</summary>
/// <remarks>
/// People are counted by the bytes of their key: once per dataset, and once over all datasets however many they appear in (R12).
/// <paramref name="DescriptorSha256"/> is the lower-case hex SHA-256 of datapackage.json. That file holds the digests of all parts
/// and 32 random bytes, so the digest may stand in a manifest without saying anything about the rows.
/// </remarks>
public sealed record PackageCounts(IReadOnlyList<DatasetCount> Datasets, long People, string DescriptorSha256)
{
    /// <summary>Same datasets in the same order with the same counts, same people over all, same digest.</summary>
    public bool Equals(PackageCounts? other) =>
        other is not null
        && People == other.People
        && string.Equals(DescriptorSha256, other.DescriptorSha256, StringComparison.Ordinal)
        && Datasets.SequenceEqual(other.Datasets);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(People, DescriptorSha256);
}

/// <summary>How far a run has come: rows of the dataset at hand, and bytes of plaintext package written or read so far.</summary>
public sealed record PackageProgress(string Dataset, long Rows, long Bytes);
