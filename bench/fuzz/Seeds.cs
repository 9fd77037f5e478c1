using System.Text;

namespace Azukari.Age.Fuzz;

/// <summary>What a fuzzer starts from: one sound input of each shape, and a few that are nearly sound.</summary>
internal static class Seeds
{
    internal static IEnumerable<byte[]> Of(string target) => target switch
    {
        "header" => Files(),
        "armor" => [.. Files().Select(file => AgeArmor.Encode(file)), AgeArmor.Encode([]), AgeArmor.Encode(new byte[48]), .. Files().Take(1).Select(CrLf)],
        "inspect" => [.. Files(), Keys.Hybrid.EncodeUtf8(), Keys.Classic.EncodeUtf8(), Text(Keys.Classic.Recipient), Text(Keys.Hybrid.Recipient), IdentityFile.Write(Keys.Classic, "a comment")],
        _ => Scripts(),
    };

    private static IEnumerable<byte[]> Files()
    {
        yield return AgeFile.Encrypt("roll"u8, [Keys.Classic.Recipient]);
        yield return AgeFile.Encrypt("roll"u8, [Keys.Classic.Recipient, Keys.Classic.Recipient]);
        yield return AgeFile.Encrypt("roll"u8, [Keys.Hybrid.Recipient]);
        yield return AgeFile.EncryptWithPassphrase("roll"u8, "fuzz"u8.ToArray(), workFactor: 2);
        var grease = HeaderWriter.Write([new Stanza(["grease"u8.ToArray(), "x"u8.ToArray()], new byte[48]), Keys.Classic.Recipient.Wrap(new byte[16])], new byte[16]);
        yield return [.. grease, .. new byte[32]];
    }

    private static IEnumerable<byte[]> Scripts()
    {
        int[] sizes = [0, 1, 65_535, 65_536, 65_537, 131_072, (8 * 65_536) - 1, 8 * 65_536, (8 * 65_536) + 1, 1_700_000];
        return sizes.Select((size, at) => (byte[])[(byte)(size >> 16), (byte)((size >> 8) & 0xff), (byte)(size & 0xff), .. at == 0 ? [] : (byte[])[(byte)at, (byte)at, 0, 16]]);
    }

    private static byte[] CrLf(byte[] file) => Encoding.ASCII.GetBytes(Encoding.ASCII.GetString(AgeArmor.Encode(file)).ReplaceLineEndings("\r\n"));

    private static byte[] Text(AgeRecipient recipient) => Encoding.ASCII.GetBytes(recipient.ToString());
}
