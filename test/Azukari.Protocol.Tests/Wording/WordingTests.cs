using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Wording;

public sealed class WordingTests
{
    [Fact]
    public void Every_reason_says_in_both_languages_what_is_wrong_and_what_to_do_next_and_no_two_say_the_same()
    {
        var texts = Enum.GetValues<Reason>().Select(reason => ReasonWording.Of(reason)).ToArray();

        Assert.All(texts, text => AssertBoth(text.Says));
        Assert.All(texts, text => AssertBoth(text.Next));
        Assert.Distinct(texts.Select(text => text.Says.Ja));
        Assert.Distinct(texts.Select(text => text.Says.En));
    }

    [Fact]
    public void Every_duty_and_phase_has_its_word_in_both_languages()
    {
        Assert.All(Enum.GetValues<Role>(), role => AssertBoth(RoleWording.Of(role)));
        Assert.All(Enum.GetValues<Phase>(), phase => AssertBoth(RoleWording.Of(phase)));
    }

    [Fact]
    public void The_state_of_the_key_is_said_in_exactly_the_rule_books_words()
    {
        var at = new DateTimeOffset(2026, 4, 1, 11, 0, 0, TimeSpan.Zero);

        Assert.Equal("never released, destroyed at 1 Apr 2026 20:00 +09:00", KeyWording.Of(new KeyAnswer.NeverReleasedDestroyed(at), "Asia/Tokyo").En);
        Assert.Equal("released at 1 Apr 2026 20:00 +09:00, destruction attested at 1 Apr 2026 20:00 +09:00", KeyWording.Of(new KeyAnswer.ReleasedDestructionAttested(at, at), "Asia/Tokyo").En);
        Assert.Equal("released, not known destroyed", KeyWording.Of(new KeyAnswer.NotKnownDestroyed(), "Asia/Tokyo").En);
        Assert.Equal("一度も渡されていない。令和8年4月1日20:00に廃棄", KeyWording.Of(new KeyAnswer.NeverReleasedDestroyed(at), "Asia/Tokyo").Ja);
    }

    private static void AssertBoth(Words words)
    {
        Assert.Contains(words.Ja, c => c > '\u3000');
        Assert.DoesNotContain(words.En, c => c > '\u3000');
        Assert.Contains(words.En, char.IsAsciiLetter);
    }
}
