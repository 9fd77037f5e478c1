using Azukari.Domain;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Wording;

public sealed class RefusalWordingTests
{
    [Fact]
    public void A_refusal_names_its_rule_what_it_is_about_and_what_to_do_next()
    {
        var said = RefusalWording.Describe(new(Rule.R10, Reason.PeopleTooMany, "k-1"));

        Assert.Equal("R10 本人数が、持出許可の上限を超えています。（対象：k-1）抽出条件を確かめてください。人数が必要なときは、申請し直してください。", said.Ja);
        Assert.Equal("R10 There are more people than the permit allows. (about k-1) Check the extract; if so many are needed, apply again.", said.En);
    }

    [Fact]
    public void Without_anything_that_it_is_about_nothing_stands_in_brackets()
    {
        var said = RefusalWording.Describe(new(Rule.R11, Reason.WitnessMissing));

        Assert.Equal("R11 立会者の署名がありません。所有者の立会者に、その場での署名を依頼してください。", said.Ja);
        Assert.Equal("R11 The witness's signature is missing. Ask the owner's witness to be present and sign.", said.En);
    }

    [Fact]
    public void Every_rule_that_a_reason_stands_under_is_written_before_it() =>
        Assert.All(Enum.GetValues<Rule>(), rule => Assert.StartsWith($"{rule} ", RefusalWording.Describe(new(rule, Reason.NoPermit)).En, StringComparison.Ordinal));

    [Fact]
    public void What_it_is_about_cannot_begin_a_line_or_turn_the_text_round()
    {
        var said = RefusalWording.Describe(new(Rule.R14, Reason.SealNumberDiffers, "12\n34\u202E56\u200B78"));

        Assert.Contains("(about 12\uFFFD34\uFFFD56\uFFFD78)", said.En, StringComparison.Ordinal);
        Assert.Contains("（対象：12\uFFFD34\uFFFD56\uFFFD78）", said.Ja, StringComparison.Ordinal);
    }
}
