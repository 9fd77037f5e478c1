using System.Security.Cryptography;
using System.Text.Json;
using Azukari.Protocol.Signatures;
using Azukari.TransparencyLog;

namespace Azukari.Holder;

/// <summary>The holder's two lasting keys: one signs what it says, one cosigns what it has seen. The one-time identities are not among them.</summary>
internal sealed class HolderKeys : IDisposable
{
    private HolderKeys(SigningKey signing, NoteSigner witness) => (Signing, Witness) = (signing, witness);

    internal SigningKey Signing { get; }

    internal NoteSigner Witness { get; }

    /// <summary>Makes both keys and the file with their public halves, which goes into the genesis.</summary>
    internal static string Create(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        if (File.Exists(Path.Combine(folder, "holder.json"))) throw new InvalidOperationException("this folder has a holder already");

        using var signing = SigningKey.Generate();
        using var witness = NoteSigner.Generate(name, NoteAlgorithm.CosignatureV1);
        var (pkcs8, seed) = (signing.ToPkcs8(), new byte[NoteSigner.SeedSize]);
        witness.CopySeedTo(seed);
        DurableFile.Write(Path.Combine(folder, "signing.key"), pkcs8);
        DurableFile.Write(Path.Combine(folder, "witness.key"), [.. seed, .. System.Text.Encoding.UTF8.GetBytes(name)]);
        CryptographicOperations.ZeroMemory(pkcs8);
        CryptographicOperations.ZeroMemory(seed);

        var shown = JsonSerializer.Serialize(new Dictionary<string, string> { ["signingKey"] = signing.PublicKey.ToString(), ["keyId"] = signing.PublicKey.KeyId, ["witnessKey"] = witness.Verifier.ToString() });
        File.WriteAllText(Path.Combine(folder, "holder.json"), shown);
        return shown;
    }

    internal static HolderKeys Open(string folder)
    {
        var (pkcs8, witness) = (File.ReadAllBytes(Path.Combine(folder, "signing.key")), File.ReadAllBytes(Path.Combine(folder, "witness.key")));
        try
        {
            var name = System.Text.Encoding.UTF8.GetString(witness.AsSpan(NoteSigner.SeedSize));
#pragma warning disable CA2000 // The pair that is returned owns both and disposes them.
            return new(SigningKey.FromPkcs8(pkcs8), new(name, NoteAlgorithm.CosignatureV1, witness.AsSpan(..NoteSigner.SeedSize)));
#pragma warning restore CA2000
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
            CryptographicOperations.ZeroMemory(witness);
        }
    }

    public void Dispose()
    {
        Signing.Dispose();
        Witness.Dispose();
    }
}
