using System.Security.Cryptography;
using System.Text;

namespace Azukari.TransparencyLog;

/// <summary>What travels back from a witness, and where its view can be read.</summary>
public static class WitnessReply
{
    /// <summary>The content type of cosignature lines (200).</summary>
    public const string LinesContentType = "text/plain; charset=utf-8";

    /// <summary>The content type of a size (409).</summary>
    public const string SizeContentType = "text/x.tlog.size";

    /// <summary>The body that tells the size the witness has cosigned.</summary>
    public static byte[] FormatSize(long size) => Encoding.ASCII.GetBytes(Wire.Decimal(size) + "\n");

    /// <summary>Reads the body of a 409 of <see cref="SizeContentType"/>.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Reply"/>.</exception>
    public static long ParseSize(ReadOnlySpan<byte> body) =>
        Wire.TryLine(ref body, out var line) && body.IsEmpty && Wire.TryDecimal(line, out long size)
            ? size
            : throw new LogException(LogFault.Reply, "not a tree size");

    /// <summary>The path below a witness's monitoring prefix where the latest checkpoint of an origin is served.</summary>
    public static string MonitoringPath(string origin) => $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin)))}/checkpoint";

    /// <summary>Reads the body of a 200 and gives back the lines of that witness that hold, to be added to the note.</summary>
    /// <exception cref="LogException">
    /// <see cref="LogFault.Note"/>, <see cref="LogFault.Signature"/> or <see cref="LogFault.Unsigned"/>: the answer is of no use.
    /// </exception>
    public static IReadOnlyList<NoteSignature> ParseCosignatures(ReadOnlySpan<byte> body, SignedNote note, NoteVerifier witness)
    {
        NoteSignature[] own = [.. NoteSignature.ParseLines(body).Where(line => line.KeyId == witness.KeyId && line.Name == witness.Name)];
        return own.Length > 0 && new SignedNote(note.Text.Span, own).Verify(witness).Count > 0
            ? own
            : throw new LogException(LogFault.Unsigned, $"{witness.Name} answered without its own cosignature");
    }
}
