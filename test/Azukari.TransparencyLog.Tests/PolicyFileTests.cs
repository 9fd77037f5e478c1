using System.Text;

namespace Azukari.TransparencyLog.Tests;

/// <summary>L, C and K stand for the keys of the log, the city and the contractor.</summary>
public sealed class PolicyFileTests
{
    private const string Plain = "log L https://log.example/\nwitness city C https://w.example/\nwitness 業者 K\ngroup both all city 業者\nquorum both\n";

    [Theory]
    [InlineData(Plain)]
    [InlineData("log L\nquorum none\n")]
    [InlineData("log L\nwitness a C\nwitness b K\ngroup g any a b\nquorum g\n")]
    [InlineData("log L\nwitness a C\nwitness b K\ngroup g all a\ngroup h all g b\nquorum h\n")]
    public void The_plain_form_is_written_back_byte_for_byte(string text) => Assert.Equal(File(text), TrustPolicy.Parse(File(text)).ToBytes());

    [Theory]
    [InlineData("# us\n\n \t\n log\tL  https://log.example/ \nwitness city C https://w.example/\n\t#\nwitness 業者 K\ngroup both 2 city 業者\n quorum both\n")]
    [InlineData("witness city C https://w.example/\nwitness 業者 K\ngroup both all city 業者\nquorum both\nlog L https://log.example/\n")]
    public void Comments_spacing_and_order_change_nothing(string text) => Assert.Equal(File(Plain), TrustPolicy.Parse(File(text)).ToBytes());

    [Fact]
    public void Thirty_two_of_everything_are_read()
    {
        StringBuilder text = new();
        for (int i = 0; i < 32; i++)
        {
            using NoteSigner log = Keys.Signer($"log{i}.example", NoteAlgorithm.Ed25519);
            using NoteSigner witness = Keys.Signer($"witness{i}.example", NoteAlgorithm.CosignatureV1);
            text.Append($"log {log.Verifier}\nwitness w{i} {witness.Verifier}\ngroup g{i} all w{i}\n");
        }

        Assert.Equal(32, TrustPolicy.Parse(Encoding.UTF8.GetBytes($"{text}quorum g31\n")).Groups.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("log L\n")]
    [InlineData("quorum none\n")]
    [InlineData("log L\nquorum none")]
    [InlineData("log L\nquorum none\n# cut")]
    [InlineData("log L\nquorum none\r\n")]
    [InlineData("log L\nquorum none\nquorum none\n")]
    [InlineData("log L\nquorum\n")]
    [InlineData("log L\nquorum none none\n")]
    [InlineData("log L\nquorum nobody\n")]
    [InlineData("log L\nquorum city\nwitness city C\n")]
    [InlineData("log L url url\nquorum none\n")]
    [InlineData("log\nquorum none\n")]
    [InlineData("log L\nlog L\nquorum none\n")]
    [InlineData("log C\nquorum none\n")]
    [InlineData("log L\nwitness city L\nquorum none\n")]
    [InlineData("log L\nwitness city\nquorum none\n")]
    [InlineData("log L\nwitness none C\nquorum none\n")]
    [InlineData("log L\nwitness a C\nwitness b C\nquorum none\n")]
    [InlineData("log L\nwitness a C\nwitness a K\nquorum none\n")]
    [InlineData("log L\nwitness a C\ngroup a all a\nquorum a\n")]
    [InlineData("log L\nwitness a C\ngroup none all a\nquorum none\n")]
    [InlineData("log L\nwitness a C\ngroup g all\nquorum g\n")]
    [InlineData("log L\nwitness a C\ngroup g all none\nquorum g\n")]
    [InlineData("log L\nwitness a C\ngroup g all a a\nquorum g\n")]
    [InlineData("log L\nwitness a C\ngroup g all a\ngroup h all a\nquorum g\n")]
    [InlineData("log L\nwitness a C\ngroup g all b\nwitness b K\nquorum g\n")]
    [InlineData("log L\nwitness a C\ngroup g all g\nquorum g\n")]
    [InlineData("log L\nwitness a C\ngroup g 0 a\nquorum g\n")]
    [InlineData("log L\nwitness a C\ngroup g 2 a\nquorum g\n")]
    [InlineData("log L\nwitness a C\ngroup g 01 a\nquorum g\n")]
    [InlineData("log L\nwitness a C\ngroup g most a\nquorum g\n")]
    [InlineData("log L\nmirror a C\nquorum none\n")]
    [InlineData("LOG L\nquorum none\n")]
    [InlineData("log L\nquorum none # comment\n")]
    [InlineData("log L\u007f\nquorum none\n")]
    [InlineData("log L\u0001\nquorum none\n")]
    public void A_malformed_policy_is_refused(string text) => Keys.Refused(LogFault.Policy, () => TrustPolicy.Parse(File(text)));

    [Fact]
    public void A_policy_that_is_not_UTF8_is_refused() =>
        Keys.Refused(LogFault.Policy, () => TrustPolicy.Parse([(byte)'#', 0xff, .. File("\nlog L\nquorum none\n")]));

    [Theory]
    [InlineData("log L+\nquorum none\n", LogFault.Key)]
    [InlineData("log example.com/foo+530d903a+BukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\nquorum none\n", LogFault.UnsupportedKey)]
    public void A_key_that_cannot_be_used_is_refused(string text, LogFault fault) => Keys.Refused(fault, () => TrustPolicy.Parse(File(text)));

    [Fact]
    public void What_no_file_could_say_is_refused_when_built()
    {
        PolicyLog[] logs = [new(Keys.Log.Verifier)];
        Keys.Refused(LogFault.Policy, () => _ = new TrustPolicy(logs, [new("two words", Keys.City.Verifier)], [], TrustPolicy.NoQuorum));
        Keys.Refused(LogFault.Policy, () => _ = new TrustPolicy(logs, [new("", Keys.City.Verifier)], [], TrustPolicy.NoQuorum));
        Keys.Refused(LogFault.Policy, () => _ = new TrustPolicy(logs, [new("a\nb", Keys.City.Verifier)], [], TrustPolicy.NoQuorum));
        Keys.Refused(LogFault.Policy, () => _ = new TrustPolicy([new(Keys.Log.Verifier, "a b")], [], [], TrustPolicy.NoQuorum));
        Keys.Refused(LogFault.Policy, () => _ = new TrustPolicy(logs, [], [], "nobody"));
        Keys.Refused(LogFault.Policy, () => _ = new TrustPolicy(logs, [], [new("g", 1, "nobody")], "g"));
    }

    private static byte[] File(string text) => Encoding.UTF8.GetBytes(text
        .Replace("log L", $"log {Keys.Log.Verifier}", StringComparison.Ordinal)
        .Replace("log\tL", $"log\t{Keys.Log.Verifier}", StringComparison.Ordinal)
        .Replace("city L", $"city {Keys.Log.Verifier}", StringComparison.Ordinal)
        .Replace(" C", $" {Keys.City.Verifier}", StringComparison.Ordinal)
        .Replace(" K", $" {Keys.Contractor.Verifier}", StringComparison.Ordinal));
}
