using System.Text.RegularExpressions;
using Azukari.Domain;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Wording;

public sealed partial class ReasonWordingTests
{
    public static TheoryData<Reason> Reasons => [.. Enum.GetValues<Reason>()];

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_reason_says_what_is_wrong_and_what_to_do_next_in_both_languages(Reason reason)
    {
        var text = ReasonWording.Of(reason);

        Both.AreSentences(text.Says, $"{reason}");
        Both.AreSentences(text.Next, $"{reason}, next");
    }

    [Fact]
    public void No_sentence_serves_two_reasons()
    {
        var sentences = Enum.GetValues<Reason>().Select(ReasonWording.Of).SelectMany(text => new[] { text.Says.Ja, text.Says.En, text.Next.Ja, text.Next.En }).ToArray();

        Assert.Distinct(sentences);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void No_sentence_blames_or_shouts(Reason reason)
    {
        var text = ReasonWording.Of(reason);

        Assert.DoesNotMatch(Blame(), $"{text.Says.Ja}{text.Next.Ja}{text.Says.En}{text.Next.En}");
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void A_sentence_is_short(Reason reason)
    {
        var text = ReasonWording.Of(reason);

        Assert.InRange(text.Says.Ja.Length, 5, 60);
        Assert.InRange(text.Says.En.Length, 10, 110);
        Assert.InRange(text.Next.Ja.Length, 5, 80);
        Assert.InRange(text.Next.En.Length, 5, 120);
    }

    [Fact]
    public void Blame_would_be_found() => Assert.Matches(Blame(), "Your mistake!");

    [GeneratedRegex("(?i)あなた|貴方|誤って|ミス|違反|怠|不正|過失|責任を|you |your|mistake|wrong|fault|violat|illegal|invalid|fail|must|[!！]")]
    private static partial Regex Blame();
}
