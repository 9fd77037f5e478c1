using System.Text;
using System.Text.Json.Nodes;
using Azukari.Protocol.Incidents;
using Azukari.Protocol.Tests.Wording;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Incidents;

/// <summary>R26: law packs are data, versioned, named in both languages, and read strictly.</summary>
public sealed class R26_Packs
{
    private static readonly LawPackDocument Sample = LawPacksOnFile.Shipped.First(pack => pack.Law.Id.Value == "jp-private");

    [Fact]
    public void Six_laws_are_shipped_and_no_day_has_two_editions_of_one()
    {
        Assert.Equal(["gdpr", "hipaa", "jp-my-number", "jp-private", "jp-public", "uk-gdpr"], LawPacksOnFile.Shipped.Select(pack => pack.Law.Id.Value).Distinct());

        foreach (var editions in LawPacksOnFile.Shipped.GroupBy(pack => pack.Law.Id).Select(law => law.Select(pack => pack.Law).ToArray()))
        {
            Assert.All(editions.Zip(editions.Skip(1)), pair => Assert.Equal(pair.First.EffectiveTo?.AddDays(1), pair.Second.EffectiveFrom));
            Assert.Null(editions[^1].EffectiveTo);
        }
    }

    [Fact]
    public void The_japanese_packs_have_nine_items_of_which_1_2_4_5_and_9_go_to_the_persons() =>
        Assert.All(LawPacksOnFile.Shipped.Where(pack => pack.Law.Id.Value.StartsWith("jp-", StringComparison.Ordinal)), pack =>
        {
            Assert.Equal(9, pack.Law.RequiredItems.Length);
            Assert.Equal([1, 2, 4, 5, 9], pack.Law.NoticeItems.Select(item => pack.Law.RequiredItems.IndexOf(item) + 1));
            Assert.Equal(pack.Law.RequiredItems, pack.Items.Select(named => named.Item));
        });

    [Fact]
    public void Everything_that_people_read_stands_in_both_languages() => Assert.All(LawPacksOnFile.Shipped, pack =>
    {
        Words[] words =
        [
            pack.Name,
            .. pack.Triggers.Select(named => new Words(named.Ja, named.En)),
            .. pack.Items.Select(named => new Words(named.Ja, named.En)),
            .. pack.Items.SelectMany(named => named.Parts),
            .. pack.Notes.Select(note => new Words(note.Ja, note.En)),
        ];
        Assert.All(words, text => Both.AreWords(text, pack.Law.Id.Value));
        Assert.All(pack.Sources, source => Assert.NotEmpty(source.Ja + source.En));
        Assert.Contains(pack.Notes, note => note.Unverified);
    });

    [Fact]
    public void What_was_not_read_in_a_primary_source_is_marked_in_the_rules_that_rest_on_it()
    {
        var foreign = LawPacksOnFile.Shipped.Where(pack => pack.Law.Id.Value is "gdpr" or "uk-gdpr" or "hipaa" or "jp-public").ToArray();
        Assert.All(foreign, pack => Assert.All(pack.Law.Triggers, trigger => Assert.True(trigger.Unverified)));

        Refused(node => node["sources"]![0]!["unverified"] = true); // A rule that says it is verified rests on this one.
    }

    [Fact]
    public void A_pack_is_read_whole_or_not_at_all()
    {
        Assert.Equal(Sample.Law.Edition, LawPacksOnFile.Read(Bytes(Node())).Law.Edition);

        Refused(node => node["colour"] = "blue");
        Refused(node => node["law"]!["clocks"]![0]!["colour"] = "blue");
        Refused(node => node["law"]!.AsObject().Remove("clocks"));
        Refused(node => node["law"]!["clocks"]!.AsArray().Clear());
        Refused(node => node["law"]!["clocks"] = null);
        Refused(node => node["law"]!["edition"] = "2019-01-01.1");
        Refused(node => node["law"]!["effectiveTo"] = "2019-01-01");
        Refused(node => node["law"]!["clocks"]![0]!["unit"] = "fortnights");
        Refused(node => node["law"]!["clocks"]![0]!["unit"] = 1);
        Refused(node => node["law"]!["clocks"]![0]!["amount"] = 0);
        Refused(node => node["law"]!["clocks"]![0]!["amount"] = 1.5);
        Refused(node => node["law"]!["clocks"]![0]!["source"] = "hearsay");
        Refused(node => node["law"]!["clocks"]![2]!["longerFor"]![0]!["item"] = "12");
        Refused(node => node["law"]!["requiredItems"]!.AsArray().Add("outline"));
        Refused(node => node["items"]!.AsArray().RemoveAt(0));
        Refused(node => node["triggers"]![0]!["item"] = "12");
        Refused(node => node["name"]!["ja"] = null);
    }

    [Fact]
    public void Bytes_that_are_no_json_a_member_twice_and_a_pack_that_is_too_long_are_refused()
    {
        Assert.Throws<ProtocolException>(() => LawPacksOnFile.Read("nonsense"u8));
        Assert.Throws<ProtocolException>(() => LawPacksOnFile.Read("null"u8));
        Assert.Throws<ProtocolException>(() => LawPacksOnFile.Read(Encoding.UTF8.GetBytes(Node().ToJsonString().Insert(1, "\"name\":{\"ja\":\"名\",\"en\":\"name\"},"))));
        Assert.Throws<ProtocolException>(() => LawPacksOnFile.Read(Encoding.UTF8.GetBytes(Node().ToJsonString() + new string(' ', LawPackDocument.MaxBytes))));
    }

    private static void Refused(Action<JsonNode> change)
    {
        var node = Node();
        change(node);
        Assert.Throws<ProtocolException>(() => LawPacksOnFile.Read(Bytes(node)));
    }

    private static JsonNode Node() => Ledger.DomainJson.ToNode(Sample);

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
