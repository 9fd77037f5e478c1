using System.Text;
using Azukari.Domain.Incidents;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Tests.Canonical;

/// <summary>An entry has one spelling; whoever gives another one, or one that cannot be written, is told so and brings nobody down.</summary>
public sealed class SpellingTests
{
    private static readonly Entry Written = new(7, DateTimeOffset.FromUnixTimeMilliseconds(1_655_800_000_000), new(new("benefits"), new ReportLoss(new("carry-1"), LossKind.Lost), [], null), []);

    [Fact]
    public void What_is_written_is_read() => Assert.Equal(Written.Write(), Entry.Read(Written.Write()).Write());

    [Theory]
    [InlineData("\"seq\":7", "\"seq\":9007199254740993")]
    [InlineData("\"seq\":7", "\"seq\":7.0")]
    [InlineData("\"seq\":7", "\"seq\":07")]
    [InlineData("\"seq\":7", "\"seq\":7,\"seq\":7")]
    [InlineData("\"seq\":7", "\"seq\":7,\"\\ud800\":1")]
    [InlineData("\"at\":1655800000000", "\"at\":9007199254740993")]
    [InlineData("benefits", "bene\\u0066its")]
    [InlineData("benefits", "\\ud800")]
    [InlineData("benefits", " benefits")]
    [InlineData("\"seq\"", " \"seq\"")]
    public void Another_spelling_is_refused(string ours, string theirs)
    {
        var text = Encoding.UTF8.GetString(Written.Write());
        var other = Encoding.UTF8.GetBytes(text.Replace(ours, theirs, StringComparison.Ordinal));

        Assert.Contains(ours, text, StringComparison.Ordinal);
        Assert.Equal(ProtocolFault.Malformed, Assert.Throws<ProtocolException>(() => Entry.Read(other)).Fault);
    }
}
