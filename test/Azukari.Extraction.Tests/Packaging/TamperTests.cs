using System.Formats.Tar;
using System.Text;
using Azukari.Extraction.Packaging;

namespace Azukari.Extraction.Tests.Packaging;

/// <summary>A package that was changed anywhere is refused, and nothing of it is loaded.</summary>
public sealed class TamperTests
{
    [Fact]
    public async Task A_flipped_bit_is_refused_wherever_it_is()
    {
        await using var bench = new Bench();
        var (package, counts) = await PackAsync(bench);

        for (var at = 0; at < package.Length; at += at < 4096 ? 1 : 13)
        {
            var flipped = package.ToArray();
            flipped[at] ^= (byte)(1 << (at % 8));

            Assert.True(await IsRefusedAsync(flipped, counts), $"byte {at}");
        }
    }

    [Fact]
    public async Task A_package_that_is_cut_is_refused_wherever_it_was_cut()
    {
        await using var bench = new Bench();
        var (package, counts) = await PackAsync(bench);

        for (var length = 0; length < package.Length; length += 31)
            Assert.True(await IsRefusedAsync(package[..length], counts), $"cut at {length}");
        Assert.Equal(PackageFault.Truncated, await FaultAsync(package[..^1]));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(512, 0)]
    [InlineData(1, 1)]
    [InlineData(100_000, 0)]
    public async Task A_package_that_goes_on_is_refused(int more, byte filler)
    {
        await using var bench = new Bench();
        var (package, _) = await PackAsync(bench);

        Assert.Equal(PackageFault.Padding, await FaultAsync([.. package, .. Enumerable.Repeat(filler, more)]));
    }

    [Fact]
    public async Task Something_hidden_in_the_padding_is_refused()
    {
        await using var bench = new Bench();
        var (package, _) = await PackAsync(bench);
        package[^1] = 1;

        Assert.Equal(PackageFault.Padding, await FaultAsync(package));
    }

    public static TheoryData<string, PackageFault> Rearranged => new()
    {
        { "first member gone", PackageFault.Member },
        { "last part gone", PackageFault.Descriptor },
        { "middle part gone", PackageFault.Member },
        { "parts swapped", PackageFault.Member },
        { "contents swapped", PackageFault.Descriptor },
        { "datasets swapped", PackageFault.Member },
        { "part twice", PackageFault.Member },
        { "part added", PackageFault.Descriptor },
        { "descriptor gone", PackageFault.Member },
        { "descriptor first", PackageFault.Member },
        { "descriptor twice", PackageFault.Padding },
        { "member added", PackageFault.Member },
        { "path leaves the folder", PackageFault.Member },
        { "absolute path", PackageFault.Member },
    };

    [Theory]
    [MemberData(nameof(Rearranged))]
    public async Task Members_that_are_not_the_written_ones_in_their_order_are_refused(string how, PackageFault fault)
    {
        await using var bench = new Bench();
        var (package, _) = await PackAsync(bench);
        var members = Members.Of(package);
        Rearrange(how, members);

        Assert.Equal(fault, await FaultAsync(await ComposeAsync(members)));
    }

    [Theory]
    [InlineData("unified_code,name,note\r\n1,a,b\n", "line feed alone")]
    [InlineData("unified_code,name,note\r\n1,\"a\",b\r\n", "needless quotes")]
    [InlineData("unified_code,name,note\r\n1,a,b", "last line without end")]
    [InlineData("unified_code,name\r\n1,a\r\n", "other fields")]
    [InlineData("unified_code,note,name\r\n1,a,b\r\n", "other order")]
    [InlineData("1,a,b\r\n", "no header")]
    [InlineData("unified_code,name,note\r\n1,a,b,c\r\n", "one field more")]
    [InlineData("unified_code,name,note\r\n,a,b\r\n", "nobody's row")]
    public async Task Rows_in_another_spelling_are_refused(string csv, string why)
    {
        await using var bench = new Bench();
        var (package, _) = await PackAsync(bench);
        var members = Members.Of(package);
        members[0] = (members[0].Name, Members.Compressed(csv));

        Assert.True(await FaultAsync(await ComposeAsync(members)) == PackageFault.Rows, why);
    }

    [Fact]
    public async Task A_part_that_would_unpack_beyond_its_bound_is_refused_before_it_is_unpacked()
    {
        await using var bench = new Bench();
        var (package, _) = await PackAsync(bench);
        var members = Members.Of(package);
        members[0] = (members[0].Name, Members.Compressed(new string('x', PackageLayout.LargestPart + 1)));

        Assert.Equal(PackageFault.Compression, await FaultAsync(await ComposeAsync(members)));
    }

    [Theory]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.V7)]
    [InlineData(TarEntryFormat.Ustar)]
    public async Task A_tar_by_another_writer_is_refused(TarEntryFormat format)
    {
        await using var bench = new Bench();
        var (package, _) = await PackAsync(bench);
        using var other = new MemoryStream();
        await using (var writer = new TarWriter(other, format, leaveOpen: true))
        {
            foreach (var (name, content) in Members.Of(package))
            {
                TarEntry entry = format switch
                {
                    TarEntryFormat.Pax => new PaxTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.Gnu => new GnuTarEntry(TarEntryType.RegularFile, name),
                    TarEntryFormat.V7 => new V7TarEntry(TarEntryType.V7RegularFile, name),
                    _ => new UstarTarEntry(TarEntryType.RegularFile, name),
                };
                entry.DataStream = new MemoryStream(content);
                await writer.WriteEntryAsync(entry);
            }
        }

        Assert.Equal(PackageFault.Tar, await FaultAsync(other.ToArray()));
    }

    [Theory]
    [InlineData('1')]
    [InlineData('2')]
    [InlineData('5')]
    public async Task A_link_or_folder_is_refused_though_its_checksum_is_right(char type)
    {
        await using var bench = new Bench();
        var (package, _) = await PackAsync(bench);
        package[154] = 0;
        package[156] = (byte)type;
        var sum = package[..148].Sum(value => value) + (8 * ' ') + package[156..512].Sum(value => value);
        Encoding.ASCII.GetBytes(Convert.ToString(sum, 8).PadLeft(6, '0')).CopyTo(package, 148);

        Assert.Equal(PackageFault.Tar, await FaultAsync(package));
    }

    [Theory]
    [InlineData('g')]
    [InlineData('A')]
    [InlineData('"')]
    [InlineData('é')]
    public async Task A_random_member_that_is_no_lower_case_hex_is_refused(char digit)
    {
        await using var bench = new Bench();
        var source = await bench.SourceAsync(Bench.Csv, new Town());

        Assert.Equal(PackageFault.Descriptor, await FaultAsync(await Bench.PackWithAsync(new string(digit, 64), source, 2)));
    }

    [Fact]
    public async Task Noise_is_refused()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var noise = new byte[random.Next(5_000)];
            random.NextBytes(noise);

            await Assert.ThrowsAsync<PackageException>(() => Bench.VerifyAsync(noise));
        }
    }

    private static async Task<(byte[] Bytes, PackageCounts Counts)> PackAsync(Bench bench) =>
        await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, new Town()));

    private static async Task<bool> IsRefusedAsync(byte[] package, PackageCounts expected)
    {
        try
        {
            return await Bench.VerifyAsync(package) != expected;
        }
        catch (PackageException)
        {
            return true;
        }
    }

    private static async Task<PackageFault> FaultAsync(byte[] package) =>
        (await Assert.ThrowsAsync<PackageException>(() => Bench.VerifyAsync(package))).Fault;

    private static async Task<byte[]> ComposeAsync(IEnumerable<(string Name, byte[] Content)> members)
    {
        using var bytes = new MemoryStream();
        var tar = new TarOutput(bytes);
        foreach (var (name, content) in members)
            await tar.AddAsync(name, content, TestContext.Current.CancellationToken);
        await tar.CloseAsync(TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    // Members: residents 1, 2, 3, child-tax 1, 2, descriptor.
    private static void Rearrange(string how, List<(string Name, byte[] Content)> members)
    {
        switch (how)
        {
            case "first member gone": members.RemoveAt(0); break;
            case "last part gone": members.RemoveAt(4); break;
            case "middle part gone": members.RemoveAt(1); break;
            case "parts swapped": members.Reverse(1, 2); break;
            case "contents swapped": (members[1], members[2]) = ((members[1].Name, members[2].Content), (members[2].Name, members[1].Content)); break;
            case "datasets swapped": members.InsertRange(0, [members[3], members[4]]); members.RemoveRange(5, 2); break;
            case "part twice": members.Insert(1, members[0]); break;
            case "part added": members.Insert(5, ("child-tax/part-00003.csv.zst", Members.Compressed("1001,0\r\n"))); break;
            case "descriptor gone": members.RemoveAt(5); break;
            case "descriptor first": members.Insert(0, members[5]); members.RemoveAt(6); break;
            case "descriptor twice": members.Add(members[5]); break;
            case "member added": members.Insert(3, ("README.md", [1])); break;
            case "path leaves the folder": members[0] = ("../" + members[0].Name, members[0].Content); break;
            case "absolute path": members[0] = ("/" + members[0].Name, members[0].Content); break;
            default: throw new ArgumentException("no such case", nameof(how));
        }
    }
}
