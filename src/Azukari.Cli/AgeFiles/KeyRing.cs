using System.CommandLine;
using System.Security.Cryptography;
using Azukari.Age;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;

namespace Azukari.Cli.AgeFiles;

/// <summary>The identities that a call names: identity files, those under a passphrase included, and a passphrase itself. Disposing zeroes them.</summary>
internal sealed class KeyRing : IDisposable
{
    private const int MaxBytes = 256 * 1024;

    private readonly List<IDisposable> open = [];
    private readonly List<AgeIdentity> identities = [];

    private KeyRing()
    {
    }

    internal IReadOnlyList<AgeIdentity> Identities => identities;

    internal static KeyRing Of(ParseResult parsed, Screen screen, IReadOnlyList<string> files)
    {
        AgeCommand.DemandNoSecret(files);
        var ring = new KeyRing();
        try
        {
            var used = false;
            foreach (var file in files) ring.Take(file, () => ring.PassphraseOf(parsed, screen, ref used));
            if (!used && Passphrases.Asked(parsed)) ring.identities.Add(ring.PassphraseOf(parsed, screen, ref used));
            return ring.identities.Count > 0 ? ring : throw StopException.BadInput("開く鍵がありません。", "there is no key to open it with", "-i で鍵ファイルを指定してください。", "Name an identity file with -i.");
        }
        catch
        {
            ring.Dispose();
            throw;
        }
    }

    public void Dispose() => open.ForEach(one => one.Dispose());

    private PassphraseIdentity PassphraseOf(ParseResult parsed, Screen screen, ref bool used)
    {
        used = true;
        var passphrase = Passphrases.Get(parsed, screen, twice: false);
        try
        {
            var identity = new PassphraseIdentity(passphrase);
            open.Add(identity);
            return identity;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(passphrase);
        }
    }

    // An identity file may be an age file of its own, which a passphrase opens.
    private void Take(string path, Func<PassphraseIdentity> passphrase)
    {
        var bytes = SecretFile.Read(path, MaxBytes);
        var plain = bytes;
        try
        {
            if (Armor.Is(bytes)) plain = AgeFile.Decrypt(AgeArmor.Decode(bytes), [passphrase()]);
            else if (bytes.AsSpan().StartsWith("age-encryption.org/"u8)) plain = AgeFile.Decrypt(bytes, [passphrase()]);

            var file = IdentityFile.Parse(plain);
            open.Add(file);
            identities.AddRange(file.Identities);
        }
        catch (FormatException)
        {
            throw StopException.BadInput($"鍵ファイルではありません: {Path.GetFileName(path)}", $"not an identity file: {Path.GetFileName(path)}");
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            CryptographicOperations.ZeroMemory(plain);
        }
    }
}
