using System.Security.Cryptography;
using System.Text;

namespace Azukari.Age;

/// <summary>One stanza as it stands in the header.</summary>
/// <param name="Arguments">Type and arguments.</param>
/// <param name="Body">The decoded body.</param>
internal sealed record Stanza(IReadOnlyList<string> Arguments, byte[] Body);

/// <summary>An age v1 header, parsed from bytes and capped: 64 KiB, 32 stanzas, 16 arguments (spec §"File format").</summary>
/// <param name="Stanzas">The stanzas, at least one.</param>
/// <param name="Raw">All bytes of the header.</param>
internal sealed record AgeHeader(IReadOnlyList<Stanza> Stanzas, byte[] Raw)
{
    internal const int MaxBytes = 65_536, MostStanzas = 32, MostArguments = 16, Columns = 64;
    private const int MacLineSize = 4 + 43 + 1;

    private static ReadOnlySpan<byte> Version => "age-encryption.org/v1"u8;

    internal static byte[] Write(IEnumerable<Stanza> stanzas, ReadOnlySpan<byte> fileKey)
    {
        var text = new StringBuilder(Encoding.ASCII.GetString(Version)).Append('\n');
        foreach (var stanza in stanzas)
        {
            text.Append("-> ").AppendJoin(' ', stanza.Arguments).Append('\n');
            var body = Base64.Encode(stanza.Body);

            // The body always ends with a line shorter than 64 columns, an empty one if need be.
            for (var start = 0; start <= body.Length; start += Columns) text.Append(body.AsSpan(start, Math.Min(Columns, body.Length - start))).Append('\n');
        }

        text.Append("---");
        var covered = Encoding.ASCII.GetBytes(text.ToString());
        return [.. covered, (byte)' ', .. Encoding.ASCII.GetBytes(Base64.Encode(Mac(fileKey, covered))), (byte)'\n'];
    }

    /// <summary>Whether the header's MAC fits the file key. Computed over the bytes as read.</summary>
    internal bool IsAuthentic(ReadOnlySpan<byte> fileKey)
    {
        var mac = Base64.Decode(Raw.AsSpan(^44..^1)) ?? throw Wrong("the MAC line is not one");
        return CryptographicOperations.FixedTimeEquals(mac, Mac(fileKey, Raw.AsSpan(..^(MacLineSize - 3))));
    }

    /// <summary>Reads a header off the front of a stream, not a byte more.</summary>
    /// <exception cref="AgeException"><see cref="AgeFault.HeaderFailure"/>.</exception>
    internal static AgeHeader Read(Stream source)
    {
        var reader = new LineReader(source);
        if (!reader.Next().SequenceEqual(Version)) throw Wrong("not an age v1 file");

        var stanzas = new List<Stanza>();
        while (true)
        {
            var line = reader.Next();
            if (line.StartsWith("--- "u8))
            {
                if (stanzas.Count == 0 || line.Length != 47 || Base64.Decode(line[4..]) is not { Length: 32 }) throw Wrong("the MAC line is not one");
                return new(stanzas, reader.All());
            }

            if (stanzas.Count == MostStanzas) throw Wrong("too many stanzas");
            stanzas.Add(ReadStanza(line, reader));
        }
    }

    private static Stanza ReadStanza(ReadOnlySpan<byte> line, LineReader reader)
    {
        if (!line.StartsWith("-> "u8)) throw Wrong("a stanza does not begin as one");

        var arguments = Encoding.Latin1.GetString(line[3..]).Split(' ');
        if (arguments.Length > MostArguments || arguments.Any(argument => argument.Length == 0 || argument.Any(c => c is < '!' or > '~'))) throw Wrong("a stanza's arguments are not such");

        using var body = new MemoryStream();
        while (true)
        {
            var text = reader.Next();
            if (text.Length > Columns || Base64.Decode(text) is not { } decoded) throw Wrong("a stanza's body is not base64 as it must be");
            body.Write(decoded);
            if (text.Length < Columns) return new(arguments, body.ToArray());
        }
    }

    private static byte[] Mac(ReadOnlySpan<byte> fileKey, ReadOnlySpan<byte> covered)
    {
        Span<byte> key = stackalloc byte[32];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, fileKey, key, salt: [], info: "header"u8);
        var mac = HMACSHA256.HashData(key, covered);
        CryptographicOperations.ZeroMemory(key);
        return mac;
    }

    internal static AgeException Wrong(string what) => new(AgeFault.HeaderFailure, what);

    private sealed class LineReader(Stream source)
    {
        private readonly List<byte> all = [];

        internal byte[] All() => [.. all];

        internal ReadOnlySpan<byte> Next()
        {
            var start = all.Count;
            while (true)
            {
                var value = source.ReadByte();
                if (value < 0 || all.Count == MaxBytes) throw Wrong("the header is cut or too long");

                all.Add((byte)value);
                if (value == '\n') return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all)[start..^1];
            }
        }
    }
}
