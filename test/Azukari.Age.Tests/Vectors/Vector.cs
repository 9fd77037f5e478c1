using System.IO.Compression;
using System.Text;

namespace Azukari.Age.Tests;

// One file of the kit: "key: value" lines, an empty line, then the age file itself.
internal sealed class Vector
{
    private readonly ILookup<string, string> fields;

    private Vector(ILookup<string, string> fields, byte[] file) => (this.fields, File) = (fields, file);

    public byte[] File { get; }

    public string Expect => fields["expect"].Single();

    public bool Armored => fields["armored"].Contains("yes");

    // The digest of all plaintext a streaming reader releases, failures included.
    public string? PayloadDigest => fields["payload"].SingleOrDefault();

    public byte[] FileKey => Convert.FromHexString(fields["file key"].Single());

    public AgeFault? Fault => Expect == "success" ? null : Enum.Parse<AgeFault>(Expect.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true);

    public static Vector Load(string name)
    {
        Kit.Demand();
        var bytes = System.IO.File.ReadAllBytes(Path.Combine(Kit.Folder, "vectors", name));
        var split = bytes.AsSpan().IndexOf("\n\n"u8);
        var fields = Encoding.UTF8.GetString(bytes.AsSpan(0, split)).Split('\n')
            .Select(line => line.Split(": ", 2)).ToLookup(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var file = bytes[(split + 2)..];
        return new Vector(fields, fields.Contains("compressed") ? Inflate(file) : file);
    }

    // What a reader is given: the binary file. Throws for broken armor.
    public byte[] Binary() => Armored ? AgeArmor.Decode(File) : File;

    public List<AgeIdentity> Identities() =>
    [
        .. fields["identity"].Select(text => AgeIdentity.Parse(Encoding.ASCII.GetBytes(text))),
        .. fields["passphrase"].Select(text => new PassphraseIdentity(Encoding.UTF8.GetBytes(text))),
    ];

    private static byte[] Inflate(byte[] deflated)
    {
        using var inflater = new ZLibStream(new MemoryStream(deflated), CompressionMode.Decompress);
        using var inflated = new MemoryStream();
        inflater.CopyTo(inflated);
        return inflated.ToArray();
    }
}
