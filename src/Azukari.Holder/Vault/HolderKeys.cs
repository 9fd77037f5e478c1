using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azukari.Domain;
using Azukari.Protocol;
using Azukari.Protocol.Canonical;
using Azukari.Protocol.Signatures;
using Azukari.TransparencyLog;

namespace Azukari.Holder.Vault;

/// <summary>The two lasting keys of a holder: one signs its acts and requests, one cosigns the log. The genesis pins both.</summary>
internal sealed class HolderKeys : IDisposable
{
    private const string SigningFile = "signing.p8", WitnessFile = "witness.seed", PublicFile = "holder.json";

    private HolderKeys(SigningKey signing, NoteSigner witness)
    {
        (Signing, Witness) = (signing, witness);
        Id = new(signing.PublicKey.KeyId);
    }

    internal SigningKey Signing { get; }

    internal NoteSigner Witness { get; }

    /// <summary>The signing key as the record names it.</summary>
    internal Digest Id { get; }

    /// <summary>Makes both keys once and returns what the other side and the genesis need to know of them.</summary>
    /// <exception cref="InvalidOperationException">There are keys already; new ones would leave the genesis with the old.</exception>
    internal static byte[] Make(string folder, string name)
    {
        DurableFile.MakeFolder(folder);
        if (File.Exists(Path.Combine(folder, SigningFile))) throw new InvalidOperationException("this folder has its keys already; holder.json shows them");

        using var signing = SigningKey.Generate();
        using var witness = NoteSigner.Generate(name, NoteAlgorithm.CosignatureV1);
        var shown = CanonicalJson.Write(new JsonObject
        {
            ["keyId"] = signing.PublicKey.KeyId,
            ["signingKey"] = signing.PublicKey.ToString(),
            ["witnessKey"] = witness.Verifier.ToString(),
        });

        Span<byte> seed = stackalloc byte[NoteSigner.SeedSize];
        witness.CopySeedTo(seed);
        WriteSecret(Path.Combine(folder, WitnessFile), seed);
        DurableFile.Write(Path.Combine(folder, PublicFile), shown);
        WriteSecret(Path.Combine(folder, SigningFile), signing.ToPkcs8());
        return shown;
    }

    /// <summary>Reads what <see cref="Make"/> wrote.</summary>
    /// <exception cref="InvalidDataException">A file is missing, cannot be read or is not what was written; it says which folder and what now.</exception>
    internal static HolderKeys Load(string folder)
    {
        try
        {
            return Read(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or JsonException or FormatException or InvalidDataException or InvalidOperationException or LogException or ProtocolException or ArgumentException)
        {
            throw new InvalidDataException(
                $"the lasting keys in {folder} cannot be read, and without them this holder can sign nothing and releases nothing. Leave the folder as it is, bring the keys back from their backup into another one (azukari-holder restore --data DIR --from FILE) and run that; 鍵保持者の鍵を読めません。このフォルダーはそのままにし、控えから別のフォルダーに復元して、それで起動してください。", fault);
        }
    }

    private static HolderKeys Read(string folder)
    {
        var shown = JsonNode.Parse(File.ReadAllBytes(Path.Combine(folder, PublicFile)))!;
        var verifier = NoteVerifier.Parse(Shown(shown, "witnessKey"));
        var (seed, pkcs8) = (File.ReadAllBytes(Path.Combine(folder, WitnessFile)), File.ReadAllBytes(Path.Combine(folder, SigningFile)));
        try
        {
#pragma warning disable CA2000 // The pair owns both and lives as long as the process; a folder that does not fit ends it.
            var keys = new HolderKeys(SigningKey.FromPkcs8(pkcs8), new NoteSigner(verifier.Name, NoteAlgorithm.CosignatureV1, seed));
#pragma warning restore CA2000
            return keys.Witness.Verifier.Equals(verifier) && keys.Id.Value == Shown(shown, "keyId")
                ? keys
                : throw new InvalidDataException("the keys are not those that holder.json shows");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    public void Dispose()
    {
        Signing.Dispose();
        Witness.Dispose();
    }

    private static string Shown(JsonNode shown, string name) => shown[name]?.GetValue<string>() ?? throw new InvalidDataException($"{PublicFile} lacks {name}");

    private static void WriteSecret(string path, Span<byte> secret)
    {
        DurableFile.Write(path, secret);
        CryptographicOperations.ZeroMemory(secret);
    }
}
