namespace Azukari.Age.Fuzz;

/// <summary>A payload, and what is done to it. Blind changes of 64 KiB chunks would only ever show that a tag is wrong; a script reaches further.</summary>
/// <remarks>The first three bytes are the plaintext's size, up to 4 MiB; then every four bytes are a change of the payload: what, where, how much.</remarks>
internal static class PayloadScript
{
    private const int MostChanges = 8;
    private const int Chunk = 65_552;

    // No two chunks are alike.
    private static readonly byte[] Everything = [.. Enumerable.Range(0, 1 << 22).Select(i => (byte)((i ^ (i >> 8) ^ (i >> 16)) & 0xff))];

    private static readonly byte[] PayloadKey = new byte[32];

    // Every reader releases a beginning of the plaintext and no more, they agree whether the payload is whole, and only an unchanged one is.
    internal static void Run(byte[] script)
    {
        if (script.Length < 3) return;

        var plaintext = Everything.AsSpan(0, ((script[0] << 16) | (script[1] << 8) | script[2]) & 0x3fffff).ToArray();
        var original = new byte[PayloadSizes.Sealed(plaintext.Length)];
        using (var key = new SecretBytes(PayloadKey)) WholePayload.Seal(plaintext, original, key);
        var payload = script.Skip(3).Chunk(4).Take(MostChanges).Aggregate(original, Changed);
        var sound = payload.AsSpan().SequenceEqual(original);

        foreach (var threads in (int[])[1, 3])
        {
            Check(plaintext, sound, target =>
            {
                using var pipeline = new OpeningPipeline(new MemoryStream(payload), Array.Empty<byte>(), new SecretBytes(PayloadKey), threads);
                var part = new byte[50_021];
                for (int read; (read = pipeline.Read(part)) > 0;) target.Write(part, 0, read);
            });
        }

        Check(plaintext, sound, target =>
        {
            using var reader = SeekableStream.Open(new PositionedSource.OfStream(new MemoryStream(payload), close: false), 0, new SecretBytes(PayloadKey));
            Targets.Demand(reader.Length == plaintext.Length || !sound, "a length is not the plaintext's");
            reader.CopyTo(target);
        });
        Check(plaintext, sound, target =>
        {
            using var key = new SecretBytes(PayloadKey);
            target.Write(WholePayload.Open(payload, key));
        });
    }

    private static void Check(byte[] plaintext, bool sound, Action<MemoryStream> read)
    {
        using var released = new MemoryStream();
        var accepted = true;
        try
        {
            read(released);
        }
        catch (AgeException refusal) when (refusal.Fault is AgeFault.PayloadFailure)
        {
            accepted = false;
        }

        Targets.Demand(accepted == sound, sound ? "a sound payload is refused" : "a changed payload is accepted");
        Targets.Demand(plaintext.AsSpan().StartsWith(released.GetBuffer().AsSpan(0, (int)released.Length)), "something else than a beginning was released");
        Targets.Demand(!sound || released.Length == plaintext.Length, "a sound payload is not released whole");
    }

    private static byte[] Changed(byte[] payload, byte[] change)
    {
        if (change.Length < 4 || payload.Length == 0) return payload;

        var at = ((change[1] << 8) | change[2]) % payload.Length;
        var (chunk, amount) = (change[1] % ((payload.Length / Chunk) + 1) * Chunk, change[3]);
        return (change[0] % 8) switch
        {
            0 => payload[..at],
            1 => [.. payload, .. new byte[amount]],
            2 => Flipped(payload, Math.Min(chunk + amount, payload.Length - 1)),
            3 => [.. payload[..chunk], .. payload[Math.Min(payload.Length, chunk + Chunk)..]],
            4 => [.. payload, .. payload[chunk..Math.Min(payload.Length, chunk + Chunk)]],
            5 => payload[..^Math.Min(amount, payload.Length)],
            6 => [.. payload[chunk..], .. payload[..chunk]],
            _ => payload[..Math.Min(payload.Length, chunk + amount)],
        };
    }

    private static byte[] Flipped(byte[] payload, int at)
    {
        var flipped = (byte[])payload.Clone();
        flipped[at] ^= 0x80;
        return flipped;
    }
}
