namespace Azukari.Age.Tests;

public sealed class RefusalTests
{
    private const int Chunk = 65552;

    [Fact]
    public void A_cut_at_any_place_is_refused_by_every_reader()
    {
        using var identity = HybridIdentity.Generate();
        var file = AgeFile.Encrypt(Sizes.Plaintext(200_000), [identity.Recipient]);
        var payload = 1627 + 16;
        int[] cuts =
        [
            0, 1, 21, 22, 1579, 1626, 1627, 1642, payload, payload + 1, payload + 15, payload + 16, payload + 17, payload + Chunk - 1, payload + Chunk,
            payload + Chunk + 1, payload + Chunk + 16, payload + (2 * Chunk), payload + (3 * Chunk), file.Length - 17, file.Length - 1,
        ];

        foreach (var cut in cuts)
        {
            AssertRefused(cut < payload ? AgeFault.HeaderFailure : AgeFault.PayloadFailure, file[..cut], identity);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65536)]
    [InlineData(8 * 65536)]
    public void Whatever_is_appended_is_refused(int size)
    {
        using var identity = HybridIdentity.Generate();
        var file = AgeFile.Encrypt(Sizes.Plaintext(size), [identity.Recipient]);

        AssertRefused(AgeFault.PayloadFailure, [.. file, 0], identity);
        AssertRefused(AgeFault.PayloadFailure, [.. file, .. file.AsSpan(1643)], identity);
        AssertRefused(AgeFault.PayloadFailure, [.. file, .. new byte[Chunk]], identity);
    }

    [Fact]
    public void Chunks_in_another_order_are_refused()
    {
        using var identity = HybridIdentity.Generate();
        var file = AgeFile.Encrypt(Sizes.Plaintext(4 * 65536), [identity.Recipient]);
        var (front, payload) = (file[..1643], file[1643..]);
        byte[] Part(int number) => payload[(number * Chunk)..((number + 1) * Chunk)];

        AssertRefused(AgeFault.PayloadFailure, [.. front, .. Part(1), .. Part(0), .. Part(2), .. Part(3)], identity);
        AssertRefused(AgeFault.PayloadFailure, [.. front, .. Part(0), .. Part(1), .. Part(3), .. Part(2)], identity);
        AssertRefused(AgeFault.PayloadFailure, [.. front, .. Part(0), .. Part(0), .. Part(2), .. Part(3)], identity);
        AssertRefused(AgeFault.PayloadFailure, [.. front, .. Part(0), .. Part(2), .. Part(3)], identity);
    }

    [Fact]
    public void Every_flipped_bit_of_the_front_is_refused()
    {
        using var identity = HybridIdentity.Generate();
        var file = AgeFile.Encrypt("roll"u8, [identity.Recipient]);

        for (var at = 0; at < file.Length; at++)
        {
            var flipped = (byte[])file.Clone();
            flipped[at] ^= (byte)(1 << (at % 8));
            var fault = Assert.Throws<AgeException>(() => AgeFile.Decrypt(flipped, [identity])).Fault;
            Assert.Equal(at < 1627, fault is not AgeFault.PayloadFailure);
        }
    }

    [Fact]
    public void A_flipped_bit_of_any_chunk_is_refused_after_the_chunks_before_it()
    {
        using var identity = HybridIdentity.Generate();
        var plaintext = Sizes.Plaintext(20 * 65536);
        var file = AgeFile.Encrypt(plaintext, [identity.Recipient]);

        foreach (var chunk in new[] { 0, 1, 7, 8, 9, 15, 16, 19 })
        {
            var flipped = (byte[])file.Clone();
            flipped[1643 + (chunk * Chunk) + 777] ^= 1;
            using var released = new MemoryStream();
            using var reader = AgeFile.OpenReader(new MemoryStream(flipped), [identity], new AgeReadOptions { Threads = 3 });

            Assert.Equal(AgeFault.PayloadFailure, Assert.Throws<AgeException>(() => reader.CopyTo(released)).Fault);
            Assert.Equal(plaintext[..(chunk * 65536)], released.ToArray());
            Assert.Throws<AgeException>(() => reader.ReadByte()); // and it stays refused
        }
    }

    [Fact]
    public async Task An_asynchronous_reader_stops_at_the_same_place()
    {
        using var identity = HybridIdentity.Generate();
        var plaintext = Sizes.Plaintext(20 * 65536);
        var file = AgeFile.Encrypt(plaintext, [identity.Recipient]);
        file[1643 + (11 * Chunk)] ^= 1;
        using var released = new MemoryStream();
        await using var reader = await AgeFile.OpenReaderAsync(new MemoryStream(file), [identity]);

        Assert.Equal(AgeFault.PayloadFailure, (await Assert.ThrowsAsync<AgeException>(() => reader.CopyToAsync(released))).Fault);
        Assert.Equal(plaintext[..(11 * 65536)], released.ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_source_that_stumbles_leaves_no_gap_to_read_over(int threads)
    {
        using var identity = HybridIdentity.Generate();
        var plaintext = Sizes.Plaintext(40 * 65536);
        using var source = new StumblingSource(AgeFile.Encrypt(plaintext, [identity.Recipient]), 1643 + (36 * Chunk));
        using var released = new MemoryStream();
        await using var reader = AgeFile.OpenReader(source, [identity], new AgeReadOptions { Threads = threads });

        Assert.Throws<IOException>(() => reader.CopyTo(released));
        Assert.Throws<AgeException>(() => reader.ReadByte());
        await Assert.ThrowsAsync<AgeException>(async () => await reader.ReadExactlyAsync(new byte[1]));
        Assert.True(plaintext.AsSpan().StartsWith(released.ToArray()));
    }

    [Fact]
    public void A_second_recipient_shows_at_the_gate()
    {
        using var site = HybridIdentity.Generate();
        using var other = HybridIdentity.Generate();
        using var classic = X25519Identity.Generate();

        Assert.True(Gate(AgeFile.Encrypt([], [site.Recipient])));
        Assert.False(Gate(AgeFile.Encrypt([], [site.Recipient, other.Recipient])));
        Assert.False(Gate(AgeFile.Encrypt([], [site.Recipient, site.Recipient])));
        Assert.False(Gate(AgeFile.Encrypt([], [classic.Recipient])));
    }

    [Fact]
    public void A_stanza_of_no_known_type_shows_at_the_gate()
    {
        using var site = HybridIdentity.Generate();
        var fileKey = new byte[16];
        var header = HeaderWriter.Write([site.Recipient.Wrap(fileKey), new Stanza([[(byte)'g']], [])], fileKey);
        byte[] file = [.. header, .. new byte[32]];

        var seen = AgeFile.Inspect(new MemoryStream(file));

        Assert.False(seen.HasExactlyOneHybridStanza);
        Assert.False(seen.PostQuantum);
        Assert.Equal(["mlkem768x25519", "g"], seen.Stanzas.Select(stanza => stanza.Type));
    }

    [Fact]
    public void A_stanza_that_only_claims_to_be_hybrid_shows_at_the_gate()
    {
        var type = "mlkem768x25519"u8.ToArray();
        var roomy = HeaderWriter.Write([new Stanza([type, [.. Enumerable.Repeat((byte)'A', 1495)]], new byte[32])], new byte[16]);
        var twice = HeaderWriter.Write([new Stanza([type, "A"u8.ToArray(), [.. Enumerable.Repeat((byte)'A', 1492)]], new byte[32])], new byte[16]);

        Assert.Equal([1628, 1627], new[] { roomy.Length, twice.Length });
        Assert.False(Gate([.. roomy, .. new byte[32]]));
        Assert.False(Gate([.. twice, .. new byte[32]]));
    }

    [Fact]
    public void Post_quantum_and_classic_recipients_are_not_mixed_and_nobody_is_not_a_recipient()
    {
        using var hybrid = HybridIdentity.Generate();
        using var classic = X25519Identity.Generate();

        Assert.Throws<ArgumentException>(() => AgeFile.Encrypt([], [hybrid.Recipient, classic.Recipient]));
        Assert.Throws<ArgumentException>(() => AgeFile.Encrypt([], [classic.Recipient, hybrid.Recipient]));
        Assert.Throws<ArgumentException>(() => AgeFile.Encrypt([], []));
        Assert.Throws<ArgumentException>(() => AgeFile.Encrypt([], [.. Enumerable.Repeat(hybrid.Recipient, 43)]));
    }

    private static bool Gate(byte[] file) => AgeFile.Inspect(new MemoryStream(file)).HasExactlyOneHybridStanza;

    private static void AssertRefused(AgeFault fault, byte[] file, HybridIdentity identity)
    {
        Assert.Equal(fault, Assert.Throws<AgeException>(() => AgeFile.Decrypt(file, [identity])).Fault);
        Assert.Equal(fault, Assert.Throws<AgeException>(() => Drain(() => AgeFile.OpenReader(new MemoryStream(file), [identity]))).Fault);
        Assert.Equal(fault, Assert.Throws<AgeException>(() => Drain(() => AgeFile.OpenSeekable(new MemoryStream(file), [identity]))).Fault);
    }

    // Fails once in the middle, as a stick with a loose contact does, and goes on behind it.
    private sealed class StumblingSource(byte[] bytes, long at) : MemoryStream(bytes)
    {
        private bool stumbled;

        public override int Read(Span<byte> buffer)
        {
            if (Position < at || stumbled)
            {
                return base.Read(stumbled ? buffer : buffer[..(int)Math.Min(buffer.Length, at - Position)]);
            }

            stumbled = true;
            throw new IOException("input/output error");
        }
    }

    private static void Drain(Func<Stream> open)
    {
        using var reader = open();
        reader.CopyTo(Stream.Null);
    }
}
