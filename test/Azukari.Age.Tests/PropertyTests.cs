using System.Text;
using CsCheck;

namespace Azukari.Age.Tests;

public sealed class PropertyTests
{
    private static readonly HybridIdentity Identity = HybridIdentity.Generate();

    private static readonly byte[] File = AgeFile.Encrypt(Sizes.Plaintext(70_000), [Identity.Recipient]);

    // A change at one place: what stood there is cut out and something else put in.
    private static readonly Gen<byte[]> Changed =
        from at in Gen.OneOf(Gen.Int[0, 1700], Gen.Int[0, File.Length])
        from cut in Gen.OneOf(Gen.Const(0), Gen.Const(1), Gen.Int[0, 70_000])
        from put in Gen.OneOf(Gen.Byte.Array[0, 3], OneOf("\n", "=", "\n-> g\n\n", "\n---", " ").Select(Encoding.ASCII.GetBytes))
        let end = Math.Min(File.Length, at + cut)
        select (byte[])[.. File[..at], .. put, .. File[end..]];

    private static readonly Gen<byte[]> Nonsense =
        OneOf("-> ", "--- ", "\n", "g", " ", "AAAA", "X25519", "scrypt").Array[0, 40].Select(
            words => Encoding.ASCII.GetBytes("age-encryption.org/v1\n" + string.Concat(words)));

    [Fact]
    public void Any_plaintext_in_any_pieces_comes_back_in_any_pieces() =>
        Gen.Select(Gen.Int[0, 1_200_000], Gen.Int[1, 200_000], Gen.Int[1, 200_000], Gen.Int[1, 4]).Sample(
            (size, writeStep, readStep, threads) =>
            {
                var plaintext = Sizes.Plaintext(size);
                using var file = new MemoryStream();
                using (var writer = AgeFile.CreateWriter(file, [Identity.Recipient], new AgeWriteOptions { Threads = threads }))
                {
                    for (var at = 0; at < size; at += writeStep)
                    {
                        writer.Write(plaintext, at, Math.Min(writeStep, size - at));
                    }
                }

                file.Position = 0;
                using var reader = AgeFile.OpenReader(file, [Identity], new AgeReadOptions { Threads = threads });
                using var read = new MemoryStream();
                reader.CopyTo(read, readStep);
                return plaintext.AsSpan().SequenceEqual(read.GetBuffer().AsSpan(0, (int)read.Length))
                    && AgeFile.SizeOf(size, [Identity.Recipient]) == file.Length;
            },
            iter: 100);

    [Fact]
    public void Any_change_to_a_file_is_refused_with_a_fault_and_nothing_else() =>
        Changed.Where(file => !file.AsSpan().SequenceEqual(File)).Sample(file => Refused(() => AgeFile.Decrypt(file, [Identity])), iter: 1500);

    [Fact]
    public void No_reader_releases_anything_but_a_beginning_of_the_plaintext() =>
        Changed.Sample(
            file =>
            {
                using var released = new MemoryStream();
                Refused(() => AgeFile.OpenReader(new MemoryStream(file), [Identity], new AgeReadOptions { Threads = 1 }).CopyTo(released));
                return Sizes.Plaintext(70_000).AsSpan().StartsWith(released.GetBuffer().AsSpan(0, (int)released.Length));
            },
            iter: 300);

    [Fact]
    public void Any_bytes_at_all_are_refused_with_a_fault_and_nothing_else() =>
        Gen.OneOf(Gen.Byte.Array[0, 300], Nonsense).Sample(
            file =>
            {
                _ = Refused(() => AgeFile.Inspect(new MemoryStream(file))); // may be sound; any other exception fails
                return Refused(() => AgeFile.Decrypt(file, [Identity]));
            },
            iter: 3000);

    [Fact]
    public void Armor_has_one_spelling_but_for_the_ends_of_lines() =>
        Gen.Byte.Array[0, 300].Sample(
            file =>
            {
                var text = AgeArmor.Encode(file);
                return AgeArmor.Decode(text).AsSpan().SequenceEqual(file)
                    && AgeArmor.Decode(WithCrLf(text)).AsSpan().SequenceEqual(file)
                    && Refused(() => AgeArmor.Decode(text.AsSpan(0, text.Length - 2)));
            },
            iter: 500);

    private static bool Refused(Action reading)
    {
        try
        {
            reading();
            return false;
        }
        catch (AgeException)
        {
            return true;
        }
    }

    private static byte[] WithCrLf(byte[] text) => Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(text).ReplaceLineEndings("\r\n"));

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);
}
