using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Wording;

public sealed class ActKindWordingTests
{
    [Fact]
    public void Every_kind_of_act_has_a_short_name_of_its_own_in_both_languages()
    {
        var words = ActNames.All.Select(act => (act.Name, Words: ActKindWording.Of(act.Name))).ToArray();

        Assert.All(words, act => Assert.NotEqual(act.Name, act.Words.En));
        Assert.Equal(words.Length, words.Select(act => act.Words.Ja).Distinct().Count());
        Assert.Equal(words.Length, words.Select(act => act.Words.En).Distinct().Count());
    }

    [Fact]
    public void A_name_that_nobody_knows_stays_as_it_is_written() => Assert.Equal("TunnelDugV1", ActKindWording.Of("TunnelDugV1").Ja);
}
