using Azukari.Domain.Sealing;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Signatures;
using static Azukari.Protocol.Tests.Documents.Paperwork;
using Small = Azukari.Protocol.Tests.Wording.Facts;

namespace Azukari.Protocol.Tests.Documents;

/// <summary>R13: what stands on a medium says whose it is and whom to call, and nothing of what is in it or who handled it.</summary>
public sealed class LabelTests
{
    [Fact]
    public void The_symbol_leads_to_the_page_of_this_carry_out_under_the_number_of_its_seal()
    {
        var card = Assert.IsType<Part.Card>(Assert.Single(Made(DocumentKind.Label).Parts));

        Assert.Equal($"https://azukari.city.example/engagements/covid-grant/carry-outs/{Small.CarryOut}/label?seal={Small.Sealed.SealNumber}", card.Symbol.Text);
        Assert.Equal("https://a.example:8443/engagements/e/carry-outs/c-1/label?seal=%26%2F", LabelAddress.Of(WebOrigin.Parse("https://a.example:8443"), new("e"), new("c-1"), "&/"));
    }

    [Fact]
    public void It_names_no_person_no_data_no_count_and_not_the_work()
    {
        foreach (var page in new[] { DocumentPage.Write(Made(DocumentKind.Label), japanese: true), DocumentPage.Write(Made(DocumentKind.Label), japanese: false) })
        {
            foreach (var told in (string[])["p-2", "p-3", "髙﨑", "臨時給付金", "covid-grant", "委第12号", .. Small.Plan.Data.Select(data => data.Dataset.Value), Small.Sealed.Volumes[0].Payload.Value, Printed(Small.Sealed.People)])
                Assert.DoesNotContain(told, page, StringComparison.Ordinal);
            foreach (var needed in new[] { Small.CarryOut.Value, Small.Medium.Value, Small.Sealed.SealNumber, "0000-12-3456", "見つけた方", "If you found this", "警察", "police" }) Assert.Contains(needed, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_medium_has_a_card_and_a_spare_says_that_it_is_one()
    {
        SealedVolume Volume(string medium, char payload) => Small.Sealed.Volumes[0] with { Medium = new(medium), Payload = Small.Hash(payload) };
        var several = With(carryOut => carryOut with { Seal = carryOut.Seal! with { Measured = carryOut.Seal.Measured with { Volumes = [Volume("usb-1", 'a'), Volume("usb-2", 'b'), Volume("usb-3", 'a')] } } });

        var label = Made(DocumentKind.Label, several);

        Assert.Equal(3, label.Parts.Length);
        Assert.Equal("Signed: usb-1 || Signed: usb-2 || Signed: usb-3", Read(label, "medium"));
        Assert.Equal("Signed: 1 / 2 || Signed: 2 / 2 || Signed: 1 / 2 (spare)", Read(label, "volume"));
    }

    [Fact]
    public void Before_sealing_and_without_a_public_name_there_is_none()
    {
        Assert.Null(With(carryOut => carryOut with { Seal = null }).Make(DocumentKind.Label, Small.CarryOut.Value));
        Assert.Null((Sources with { Print = null }).Make(DocumentKind.Label, Small.CarryOut.Value));
        Assert.Null(Sources.Make(DocumentKind.Label, "c-none"));
    }

    [Fact]
    public void Without_a_telephone_that_was_noted_it_names_the_owner_and_the_police()
    {
        var label = Made(DocumentKind.Label, Sources with { Particulars = Particulars.Nothing });

        Assert.Equal($"Signed: {Paperwork.Facts.Founding!.Owner.Organisation}", Read(label, "call"));
    }

    [Fact]
    public void A_symbol_is_drawn_from_all_its_dark_modules_once()
    {
        var dice = new Random(7);
        bool[] dark = [.. Enumerable.Range(0, 21 * 21).Select(_ => dice.Next(2) == 0)];
        var drawn = new bool[dark.Length];

        foreach (var (left, top, length) in new SymbolPicture("text", 21, [.. dark]).Bars())
        {
            for (var n = left; n < left + length; n++)
            {
                Assert.False(drawn[top * 21 + n]);
                drawn[top * 21 + n] = true;
            }
        }

        Assert.Equal(dark, drawn);
        Assert.Throws<ArgumentException>(() => new SymbolPicture("text", 21, [true]));
    }

    private static string Printed(long people) => people.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
}
