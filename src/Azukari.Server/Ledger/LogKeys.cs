using System.Security.Cryptography;
using Azukari.TransparencyLog;

namespace Azukari.Server.Ledger;

/// <summary>One signing key for each engagement's log, in a file of its own beside the database and never in it.</summary>
internal sealed class LogKeys(Settings settings)
{
    private readonly string folder = Path.Combine(settings.Data, "log-keys");
    private readonly Lock making = new();

    /// <summary>The log's name: the same on every node and in every installation, since an engagement has one log.</summary>
    internal static string OriginOf(string engagement) => $"azukari.invalid/{engagement}";

    internal NoteSigner Open(string engagement)
    {
        var seed = File.ReadAllBytes(PathOf(engagement));
        try
        {
            return new(OriginOf(engagement), NoteAlgorithm.Ed25519, seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>The public half, or null where none was made.</summary>
    internal NoteVerifier? Find(string engagement)
    {
        if (!File.Exists(PathOf(engagement))) return null;

        using var signer = Open(engagement);
        return signer.Verifier;
    }

    /// <summary>The engagement's log key, made at the first call and the same ever after.</summary>
    internal NoteVerifier Make(string engagement)
    {
        lock (making) // Two founders' calls at once get the one key.
        {
            DurableFile.MakeFolder(folder);
            if (Find(engagement) is { } made) return made;

            using var signer = NoteSigner.Generate(OriginOf(engagement), NoteAlgorithm.Ed25519);
            Span<byte> seed = stackalloc byte[NoteSigner.SeedSize];
            signer.CopySeedTo(seed);
            DurableFile.Create(PathOf(engagement), seed);
            CryptographicOperations.ZeroMemory(seed);
            return signer.Verifier;
        }
    }

    private string PathOf(string engagement) => Path.Combine(folder, $"{engagement}.log-key");
}
