using System.Formats.Tar;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azukari.Extraction.Packaging;

namespace Azukari.Extraction.Tests.Packaging;

public sealed class LayoutTests
{
    private static readonly string Random = new('7', 64);

    [Theory]
    [InlineData(1, 16_384)]
    [InlineData(16_384, 16_384)]
    [InlineData(16_385, 17_408)]
    [InlineData(1_000_000, 1_015_808)]
    [InlineData(17_000_000, 17_301_504)]
    public void A_package_is_as_long_as_its_bucket(long length, long bucket) =>
        Assert.Equal(bucket, PackageLayout.Bucket(length));

    [Fact]
    public void Padding_costs_at_most_twelve_percent_and_is_whole_blocks()
    {
        for (var length = 16_384L; length < 1L << 40; length += (length / 97) + 1)
        {
            var bucket = PackageLayout.Bucket(length);

            Assert.InRange(bucket, length, length * 112 / 100);
            Assert.Equal(0, bucket % PackageLayout.Block);
            Assert.Equal(bucket, PackageLayout.Bucket(bucket));
        }
    }

    [Fact]
    public async Task One_row_more_does_not_show_in_the_length()
    {
        await using var bench = new Bench();
        var (smaller, _) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(500)), rowsPerPart: 100);
        var (larger, _) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(501)), rowsPerPart: 100);

        Assert.Equal(smaller.Length, larger.Length);
    }

    [Fact]
    public async Task The_same_rows_and_random_give_the_same_bytes_from_either_source()
    {
        await using var bench = new Bench();
        var town = Town.OfSize(50);

        var first = await Bench.PackWithAsync(Random, await bench.SourceAsync(Bench.Csv, town), 7);

        Assert.Equal(first, await Bench.PackWithAsync(Random, await bench.SourceAsync(Bench.Csv, town), 7));
        Assert.Equal(first, await Bench.PackWithAsync(Random, await bench.SourceAsync(Bench.Postgres, town), 7));
    }

    [Fact]
    public async Task The_same_rows_twice_have_digests_that_cannot_be_compared()
    {
        await using var bench = new Bench();
        var source = await bench.SourceAsync(Bench.Csv, new Town());

        Assert.NotEqual((await Bench.PackAsync(source)).Counts.DescriptorSha256, (await Bench.PackAsync(source)).Counts.DescriptorSha256);
    }

    [Fact]
    public async Task The_platforms_tar_reader_finds_plain_files_with_fixed_metadata_the_descriptor_last()
    {
        await using var bench = new Bench();
        using var reader = new TarReader(new MemoryStream(await Bench.PackWithAsync(Random, await bench.SourceAsync(Bench.Csv, new Town()), 2)));
        var names = new List<string>();
        while (reader.GetNextEntry() is { } entry)
        {
            var ustar = Assert.IsType<UstarTarEntry>(entry);
            Assert.Equal((TarEntryType.RegularFile, UnixFileMode.UserRead | UnixFileMode.UserWrite), (ustar.EntryType, ustar.Mode));
            Assert.Equal((0, 0, "", "", DateTimeOffset.UnixEpoch), (ustar.Uid, ustar.Gid, ustar.UserName, ustar.GroupName, ustar.ModificationTime));
            names.Add(ustar.Name);
        }

        Assert.Equal(
            [
                "residents/part-00001.csv.zst", "residents/part-00002.csv.zst", "residents/part-00003.csv.zst",
                "child-tax/part-00001.csv.zst", "child-tax/part-00002.csv.zst", "datapackage.json",
            ],
            names);
    }

    [Fact]
    public async Task A_part_ends_by_its_bytes_too_so_that_no_reader_has_to_hold_more_than_its_bound()
    {
        await using var bench = new Bench();
        var town = new Town();
        town.Residents.ForEach(row => row[2] = new string('x', 1_000_000));
        town.Residents.AddRange([.. town.Residents, .. town.Residents]);

        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, town), rowsPerPart: 32_768);

        Assert.Equal(2, Members.Of(package).Count(member => member.Name.StartsWith("residents/", StringComparison.Ordinal)));
        Assert.Equal(counts, await Bench.VerifyAsync(package));
    }

    [Fact]
    public async Task The_descriptor_says_what_anybody_can_measure_on_the_members()
    {
        await using var bench = new Bench();
        var (package, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, Town.OfSize(25)), rowsPerPart: 10);
        var members = Members.Of(package);

        var descriptor = members[^1].Content;
        Assert.Equal(counts.DescriptorSha256, Convert.ToHexStringLower(SHA256.HashData(descriptor)));
        using var json = JsonDocument.Parse(descriptor);
        Assert.Equal("$random", json.RootElement.EnumerateObject().First().Name);
        Assert.Equal(25, json.RootElement.GetProperty("people").GetInt64());
        foreach (var resource in json.RootElement.GetProperty("resources").EnumerateArray())
        {
            var paths = resource.GetProperty("path").EnumerateArray().Select(path => path.GetString()!).ToList();
            var parts = paths.Select(path => members.Single(member => member.Name == path).Content).ToList();
            Assert.Equal(parts.Select(Sha256), resource.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("hash").GetString()));

            var csv = string.Concat(paths.Zip(parts, Members.Text));
            Assert.Equal(Sha256(Encoding.UTF8.GetBytes(csv)), resource.GetProperty("hash").GetString());
            Assert.Equal(csv.Split("\r\n").Length - 2, resource.GetProperty("rows").GetInt64());
            var rows = resource.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("rows").GetInt64());
            Assert.Equal(resource.GetProperty("rows").GetInt64(), rows);
        }
    }

    [Fact]
    public async Task Every_object_in_the_descriptor_has_its_members_in_order()
    {
        await using var bench = new Bench();
        var (package, _) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));
        using var json = JsonDocument.Parse(Members.Of(package)[^1].Content);

        Check(json.RootElement);

        static void Check(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                var names = element.EnumerateObject().Select(member => member.Name).ToList();
                Assert.Equal(names.Order(StringComparer.Ordinal), names);
                foreach (var member in element.EnumerateObject())
                    Check(member.Value);
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                    Check(item);
            }
        }
    }

    private static string Sha256(byte[] bytes) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
}
