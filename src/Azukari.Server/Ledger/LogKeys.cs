using System.Security.Cryptography;
using Azukari.TransparencyLog;

namespace Azukari.Server.Ledger;

/// <summary>One signing key for each engagement's log, in a file of its own beside the database and never in it.</summary>
internal sealed class LogKeys(string folder)
{
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

    /// <summary>The engagement's log key, made at the first call and the same ever after.</summary>
    internal NoteVerifier Make(string engagement)
    {
        Directory.CreateDirectory(folder);
        if (!File.Exists(PathOf(engagement))) Create(PathOf(engagement));

        using var signer = Open(engagement);
        return signer.Verifier;
    }

    private static void Create(string path)
    {
        var seed = RandomNumberGenerator.GetBytes(NoteSigner.SeedSize);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

        using var file = new FileStream(path, options);
        file.Write(seed);
        file.Flush(flushToDisk: true);
        CryptographicOperations.ZeroMemory(seed);
    }

    private string PathOf(string engagement) => Path.Combine(folder, $"{engagement}.log-key");
}
