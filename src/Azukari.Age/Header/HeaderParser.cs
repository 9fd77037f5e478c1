namespace Azukari.Age;

// Accepts exactly one spelling, byte for byte, within limits: what stands on an untrusted stick may not cost us memory.
internal static class HeaderParser
{
    public const int MaxSize = 64 * 1024;
    public const int MaxStanzas = 128;
    public const int MaxArguments = 32;

    private const int Columns = 64;

    private static ReadOnlySpan<byte> Intro => "age-encryption.org/v1\n"u8;

    // The size of the header that the bytes begin with, or null when its last line has not come yet.
    public static int? FindEnd(ReadOnlySpan<byte> bytes)
    {
        // No line of a sound header but the last begins with a dash that is not an arrow's.
        var dashes = bytes.IndexOf("\n---"u8);
        var end = dashes < 0 ? -1 : bytes[(dashes + 1)..].IndexOf((byte)'\n');
        if (end >= 0 && dashes + 2 + end <= MaxSize)
        {
            return dashes + 2 + end;
        }

        return bytes.Length < MaxSize ? null : throw Broken("it is longer than 64 KiB");
    }

    public static HeaderBlock Parse(byte[] raw)
    {
        ReadOnlySpan<byte> rest = raw;
        if (!rest.StartsWith(Intro))
        {
            throw Broken("it does not begin with the name of version 1");
        }

        rest = rest[Intro.Length..];
        var stanzas = new List<Stanza>();
        while (!rest.StartsWith("---"u8))
        {
            if (stanzas.Count == MaxStanzas)
            {
                throw Broken("it has too many stanzas");
            }

            stanzas.Add(new Stanza(ReadArguments(ReadLine(ref rest)), ReadBody(ref rest)));
        }

        var mac = ReadMac(ReadLine(ref rest));
        Demand(rest.IsEmpty, "something follows its last line");
        Demand(stanzas.Count > 0, "it has no stanza");
        Demand(stanzas.Count == 1 || !stanzas.Exists(stanza => stanza.Is("scrypt"u8)), "a passphrase must be alone");
        return new HeaderBlock(raw, stanzas, mac);
    }

    public static AgeException Broken(string rule) => new(AgeFault.HeaderFailure, $"the header is refused: {rule}");

    private static void Demand(bool holds, string rule)
    {
        if (!holds)
        {
            throw Broken(rule);
        }
    }

    private static ReadOnlySpan<byte> ReadLine(scoped ref ReadOnlySpan<byte> rest)
    {
        var end = rest.IndexOf((byte)'\n');
        Demand(end >= 0, "its last line has no end");
        var line = rest[..end];
        rest = rest[(end + 1)..];
        return line;
    }

    private static List<byte[]> ReadArguments(ReadOnlySpan<byte> line)
    {
        Demand(line.StartsWith("-> "u8), "a stanza begins without an arrow");
        var arguments = new List<byte[]>();
        foreach (var range in line[3..].Split((byte)' '))
        {
            var argument = line[3..][range];
            Demand(!argument.IsEmpty && !argument.ContainsAnyExceptInRange((byte)'!', (byte)'~'), "an argument is empty or not visible ASCII");
            Demand(arguments.Count < MaxArguments, "a stanza has too many arguments");
            arguments.Add(argument.ToArray());
        }

        return arguments;
    }

    private static byte[] ReadBody(ref ReadOnlySpan<byte> rest)
    {
        var body = new List<byte>();
        ReadOnlySpan<byte> line;
        do
        {
            line = ReadLine(ref rest);
            Demand(line.Length <= Columns, "a line of a body is too long");
            body.AddRange(CanonicalBase64.TryDecode(line) ?? throw Broken("a body is not canonical base64"));
        }
        while (line.Length == Columns); // the first short line, if only an empty one, ends the stanza

        return [.. body];
    }

    private static byte[] ReadMac(ReadOnlySpan<byte> line)
    {
        Demand(line.StartsWith("--- "u8), "its last line is not three dashes and a space");
        var mac = CanonicalBase64.TryDecode(line[4..]);
        return mac is { Length: 32 } ? mac : throw Broken("its MAC is not 32 bytes of canonical base64");
    }
}
