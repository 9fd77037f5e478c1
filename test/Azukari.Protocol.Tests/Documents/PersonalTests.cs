using System.Text.Json;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Tests.Documents;

/// <summary>What is personal comes out for a reason or not at all.</summary>
public sealed class PersonalTests
{
    private static readonly Personal<string> Name = new("山田 太郎");

    private sealed record Carrier(string Id, Personal<string> Name);

    [Fact]
    public void No_text_shows_it()
    {
        Assert.Equal("[personal]", $"{Name}");
        Assert.DoesNotContain("山田", new Carrier("p-1", Name).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("山田", Particulars.Nothing.With(Particular.PersonName, "p-1", "山田 太郎").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_JSON_holds_it_and_none_gives_it()
    {
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(new Carrier("p-1", Name)));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Serialize(Name, DomainJson.Options));
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<Personal<string>>("\"x\""));
    }

    [Fact]
    public void It_is_revealed_for_a_reason()
    {
        Assert.Equal("山田 太郎", Name.Reveal("compared by a test"));
        Assert.Throws<ArgumentException>(() => Name.Reveal(" "));
        Assert.Equal(Name, new Personal<string>("山田 太郎"));
    }

    [Fact]
    public void Rows_are_written_and_read_back_and_what_is_no_row_is_refused()
    {
        var rows = Paperwork.Names;

        Assert.Equal(rows.Write(), Particulars.Read(rows.Write(), 10_000).Write());
        string[] wrong = ["{\"PersonName\":{\"p-1\":\"two\\nlines\"}}", "{\"PersonName\":{\"P 1\":\"x\"}}", "{\"personName\":{\"p-1\":\"x\"}}", "{\"3\":{\"p-1\":\"x\"}}", "{\"PersonName\":{\"p-1\":\"\"}}", "[]"];
        Assert.All(wrong, text => Assert.Throws<ProtocolException>(() => Particulars.Read(System.Text.Encoding.UTF8.GetBytes(text), 10_000)));
    }
}
