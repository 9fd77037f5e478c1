using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Azukari.Server.Pages;

/// <summary>The keys of forms as they lie in the database: under a key that lies beside it, where the logs' keys lie and with them on every node. Whoever has only the database can make no form that we would believe.</summary>
/// <remarks>AES-256-GCM; an element holds nonce, ciphertext and tag in base64. Where the file is lost the keys are as well, and the next form brings new ones.</remarks>
internal sealed class FormKeySeal(Settings settings) : IXmlEncryptor
{
    private const string Name = "form-key";
    private const int KeySize = 32, NonceSize = 12, TagSize = 16;

    private readonly Lock making = new();

    internal static string PathIn(string data) => Path.Combine(data, "log-keys", Name);

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var plain = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var all = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(all.AsSpan(0, NonceSize));
        using (var cipher = Cipher()) cipher.Encrypt(all.AsSpan(0, NonceSize), plain, all.AsSpan(NonceSize, plain.Length), all.AsSpan(NonceSize + plain.Length));
        CryptographicOperations.ZeroMemory(plain);
        return new(new XElement("sealed", Convert.ToBase64String(all)), typeof(FormKeyOpener));
    }

    /// <exception cref="CryptographicException">It was sealed under another key.</exception>
    internal XElement Decrypt(XElement element)
    {
        var all = Convert.FromBase64String(element.Value);
        if (all.Length < NonceSize + TagSize) throw new CryptographicException("too short to be sealed");

        var plain = new byte[all.Length - NonceSize - TagSize];
        using (var cipher = Cipher()) cipher.Decrypt(all.AsSpan(0, NonceSize), all.AsSpan(NonceSize, plain.Length), all.AsSpan(NonceSize + plain.Length), plain);
        return XElement.Parse(Encoding.UTF8.GetString(plain));
    }

    private AesGcm Cipher()
    {
        var key = ReadOrMake();
        try
        {
            return new(key, TagSize);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private byte[] ReadOrMake()
    {
        var path = PathIn(settings.Data);
        lock (making)
        {
            if (!File.Exists(path))
            {
                DurableFile.MakeFolder(Path.GetDirectoryName(path)!);
                var made = RandomNumberGenerator.GetBytes(KeySize);
                DurableFile.Create(path, made);
                CryptographicOperations.ZeroMemory(made);
            }

            return File.ReadAllBytes(path) is { Length: KeySize } key ? key : throw new CryptographicException($"'{path}' holds no key; delete the file to have a new one made");
        }
    }
}

/// <summary>How the framework finds the way back: by this type's name, which stands beside what is sealed.</summary>
internal sealed class FormKeyOpener(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<FormKeySeal>().Decrypt(encryptedElement);
}
