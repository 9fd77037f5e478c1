using System.Text;

namespace Azukari.Age;

/// <summary>An identity file as stock age reads it: one identity a line, between lines that begin with <c>#</c> and are not secret.</summary>
/// <remarks>A comment can bind a wrapped identity to a document without a change to any tool. Disposing disposes the identities.
/// Lines end with LF; empty ones are skipped.</remarks>
public sealed class IdentityFile : IDisposable
{
    private const int MaxLines = 1024;

    private readonly List<AgeIdentity> identities = [];
    private readonly List<string> comments = [];

    private IdentityFile()
    {
    }

    /// <summary>In the order of their lines; at least one.</summary>
    public IReadOnlyList<AgeIdentity> Identities => identities;

    /// <summary>The comment lines without the mark and the blanks around, in order.</summary>
    public IReadOnlyList<string> Comments => comments;

    /// <summary>Reads a file; the caller zeroes its bytes.</summary>
    /// <exception cref="FormatException">A line is neither an identity nor a comment, there is no identity, or there are more than 1,024 lines.</exception>
    public static IdentityFile Parse(ReadOnlySpan<byte> text)
    {
        var file = new IdentityFile();
        try
        {
            file.ReadLines(text);
            return file;
        }
        catch (FormatException)
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Writes one identity after its comments into a new pinned array that the caller zeroes after use.</summary>
    /// <param name="comments">Each without line breaks. They must not be secret.</param>
    public static byte[] Write(HybridIdentity identity, params IReadOnlyList<string> comments)
    {
        var file = Above(comments, HybridIdentity.EncodedSize, out var secret);
        identity.WriteTo(secret);
        return file;
    }

    /// <inheritdoc cref="Write(HybridIdentity, IReadOnlyList{string})"/>
    public static byte[] Write(X25519Identity identity, params IReadOnlyList<string> comments)
    {
        var file = Above(comments, X25519Identity.EncodedSize, out var secret);
        identity.WriteTo(secret);
        return file;
    }

    private static byte[] Above(IReadOnlyList<string> comments, int size, out Span<byte> secret)
    {
        if (comments.Any(comment => comment.ContainsAny('\n', '\r')))
        {
            throw new ArgumentException("a comment is one line", nameof(comments));
        }

        var above = Encoding.UTF8.GetBytes(string.Concat(comments.Select(comment => $"# {comment}\n")));
        var file = GC.AllocateArray<byte>(above.Length + size + 1, pinned: true);
        above.CopyTo(file, 0);
        file[^1] = (byte)'\n';
        secret = file.AsSpan(above.Length, size);
        return file;
    }

    /// <summary>Zeroes every identity.</summary>
    public void Dispose() => identities.ForEach(identity => identity.Dispose());

    private void ReadLines(ReadOnlySpan<byte> text)
    {
        var lines = 0;
        foreach (var range in text.Split((byte)'\n'))
        {
            var line = text[range];
            if (++lines > MaxLines)
            {
                throw new FormatException("an identity file has at most 1,024 lines");
            }

            if (line.StartsWith("#"u8))
            {
                comments.Add(Encoding.UTF8.GetString(line[1..]).Trim());
            }
            else if (!line.IsEmpty)
            {
                identities.Add(AgeIdentity.Parse(line));
            }
        }

        if (identities.Count == 0)
        {
            throw new FormatException("an identity file holds an identity");
        }
    }
}
