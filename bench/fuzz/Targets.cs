using System.Text;

namespace Azukari.Age.Fuzz;

/// <summary>What a fuzzer, or the corpus it left behind, is run through. Each takes any bytes, and throws when a law of the library is broken.</summary>
internal static class Targets
{
    internal static readonly Dictionary<string, Action<byte[]>> All = new(StringComparer.Ordinal)
    {
        ["header"] = Header,
        ["armor"] = Armor,
        ["inspect"] = Inspect,
        ["stream"] = PayloadScript.Run,
    };

    // What can be read can be written back byte for byte, and the header is where every reader says it is.
    private static void Header(byte[] bytes)
    {
        if (Accepted(() => AgeHeader.Split(bytes.AsMemory()).Header.ToArray(), AgeFault.HeaderFailure) is not { } header) return;

        var block = HeaderParser.Parse(header);
        const int mac = 44;
        var written = HeaderWriter.Write(block.Stanzas, new byte[HeaderBlock.FileKeySize]);
        Demand(written.AsSpan()[..^mac].SequenceEqual(header.AsSpan()[..^mac]), "a header has two spellings");
        Demand(Accepted(() => AgeHeader.Split(new MemoryStream([.. header, .. new byte[HeaderBlock.NonceSize]])), AgeFault.HeaderFailure) is { } again && again.AsSpan().SequenceEqual(header), "a stream's header is another");
        _ = Accepted(() => AgeFile.Decrypt(bytes, Keys.Identities), null);
    }

    private static void Armor(byte[] text)
    {
        if (Accepted(() => AgeArmor.Decode(text), AgeFault.ArmorFailure) is not { } file) return;

        var trimmed = Encoding.Latin1.GetString(text).Replace("\r\n", "\n", StringComparison.Ordinal).Trim(' ', '\t', '\r', '\n');
        Demand(Encoding.Latin1.GetString(AgeArmor.Encode(file)).Trim('\n') == trimmed, "an armor has two spellings");
    }

    // A source that knows its length tells more than one that does not, and nothing else. Keys have one spelling, and everything else is a FormatException.
    private static void Inspect(byte[] bytes)
    {
        var whole = Accepted(() => AgeFile.Inspect(new MemoryStream(bytes)), AgeFault.HeaderFailure);
        var forward = Accepted(() => AgeFile.Inspect(new ForwardStream(bytes)), AgeFault.HeaderFailure);
        Demand((whole is null) == (forward is null), "two sources of the same bytes disagree");
        Demand(whole is null || (whole.HeaderSize == forward!.HeaderSize && whole.Stanzas.SequenceEqual(forward.Stanzas)), "two sources of the same bytes tell different things");
        Demand(whole?.PlaintextSize is not { } size || PayloadSizes.Sealed(size) == whole.PayloadSize, "the sizes do not say each other");

        Demand(Formed(() => AgeRecipient.Parse(bytes)) is not { } recipient || bytes.AsSpan().SequenceEqual(Encoding.ASCII.GetBytes(recipient.ToString())), "a recipient has two spellings");
        using var identity = Formed(() => AgeIdentity.Parse(bytes));
        Demand(identity is not HybridIdentity hybrid || bytes.AsSpan().SequenceEqual(hybrid.EncodeUtf8()), "an identity has two spellings");
        using var identities = Formed(() => IdentityFile.Parse(bytes));
    }

    internal static void Demand(bool holds, string law)
    {
        if (!holds) throw new InvalidOperationException(law);
    }

    private static T? Accepted<T>(Func<T> read, AgeFault? only)
        where T : class
    {
        try
        {
            return read();
        }
        catch (AgeException refusal)
        {
            Demand(only is null || refusal.Fault == only, $"refused with {refusal.Fault}");
            return null;
        }
    }

    private static T? Formed<T>(Func<T> parse)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private sealed class ForwardStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, 97)]);
    }
}
