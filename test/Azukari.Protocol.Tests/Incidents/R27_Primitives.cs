using System.Text;
using Azukari.Protocol.Incidents;

namespace Azukari.Protocol.Tests.Incidents;

/// <summary>R27: that a cipher stands on an official list is said only when somebody has read it there.</summary>
public sealed class R27_Primitives
{
    private const string Unread = "\"standing\": \"not-verified\"";

    private static readonly string Text = Encoding.UTF8.GetString(Resource(typeof(PrimitivesOnFile), "primitives.json"));

    [Fact]
    public void What_nobody_has_read_is_not_claimed() => Assert.False(PrimitivesOnFile.Shipped.ContentCipherIsListed);

    [Fact]
    public void One_list_is_enough_and_every_primitive_that_keeps_content_secret_needs_it()
    {
        var listed = Text.Replace(Unread, "\"standing\": \"listed\", \"where\": { \"ja\": \"表1\", \"en\": \"table 1\" }", StringComparison.Ordinal);
        var absent = Text.Replace(Unread, "\"standing\": \"not-listed\", \"where\": { \"ja\": \"全体\", \"en\": \"all of it\" }", StringComparison.Ordinal);
        var table = Read(listed);
        var half = table with { Primitives = [.. table.Primitives.Select(primitive => primitive with { Listings = [primitive.Listings[0], PrimitivesOnFile.Shipped.Primitives[0].Listings[1]] })] };
        var one = table with { Primitives = table.Primitives.SetItem(0, PrimitivesOnFile.Shipped.Primitives[0]) };
        var signatures = table with { Primitives = table.Primitives.SetItem(6, PrimitivesOnFile.Shipped.Primitives[6]) };

        Assert.True(table.ContentCipherIsListed);
        Assert.True(half.ContentCipherIsListed);
        Assert.True(signatures.ContentCipherIsListed);
        Assert.False(one.ContentCipherIsListed);
        Assert.False(Read(absent).ContentCipherIsListed);
    }

    [Fact]
    public void A_standing_without_the_place_where_it_was_read_is_refused()
    {
        Assert.Throws<ProtocolException>(() => Read(Text.Replace("not-verified", "listed", StringComparison.Ordinal)));
        Assert.Throws<ProtocolException>(() => Read(Text.Replace(Unread, $"{Unread}, \"where\": {{ \"ja\": \"表1\", \"en\": \"table 1\" }}", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_table_with_a_gap_is_refused()
    {
        Assert.Equal(7, Read(Text).Primitives.Length); // the control
        foreach (var (part, other) in new[]
        {
            ("\"keepsContentSecret\": true", "\"keepsContentSecret\": false"), ("\"name\": \"Ed25519\"", "\"name\": \"X25519\""), ("\"id\": \"iso-iec-18033\"", "\"id\": \"another\""),
            ("\"list\": \"iso-iec-18033\"", "\"list\": \"cryptrec-2023-03-30\""), ("\"edition\"", "\"colour\""), ("not-verified", "perhaps"),
        }) Assert.Throws<ProtocolException>(() => Read(Text.Replace(part, other, StringComparison.Ordinal)));

        Assert.Throws<ProtocolException>(() => Read(Text + new string(' ', PrimitiveTable.MaxBytes)));
    }

    [Fact]
    public void The_document_shows_the_same_table()
    {
        static string Standing(ListStanding standing) => standing.ToString() switch { nameof(ListStanding.NotVerified) => "not verified", nameof(ListStanding.Listed) => "listed", _ => "not listed" };
        var rows = PrimitivesOnFile.Shipped.Primitives.Select(primitive =>
            $"| {primitive.Name} | {primitive.Use.En} | {(primitive.KeepsContentSecret ? "yes" : "no")} | {string.Join(" | ", primitive.Listings.Select(listing => Standing(listing.Standing)))} |");
        var document = Encoding.UTF8.GetString(Resource(typeof(R27_Primitives), "keys.md")).ReplaceLineEndings("\n");

        Assert.Contains("|---|---|---|---|---|\n" + string.Join('\n', rows) + "\n\n", document, StringComparison.Ordinal);
    }

    private static PrimitiveTable Read(string text) => PrimitivesOnFile.Read(Encoding.UTF8.GetBytes(text));

    private static byte[] Resource(Type beside, string name)
    {
        using var stream = beside.Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
