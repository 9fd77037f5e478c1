using System.Reflection;
using Azukari.Domain.Closing;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Wording;

public sealed class KeyWordingTests
{
    private const string Tokyo = "Asia/Tokyo";
    private static readonly DateTimeOffset Released = new(2022, 6, 21, 9, 12, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Destroyed = new(2022, 6, 21, 11, 0, 5, TimeSpan.Zero);

    [Fact]
    public void Never_released_and_destroyed() => Assert.Equal(
        new("引渡しなし、令和4年6月21日（火）20時00分05秒に廃棄", "never released, destroyed at 21 June 2022, 20:00:05 (UTC+9)"),
        KeyWording.Of(new KeyAnswer.NeverReleasedDestroyed(Destroyed), Tokyo));

    [Fact]
    public void Released_and_its_destruction_attested() => Assert.Equal(
        new("令和4年6月21日（火）18時12分に引渡し、令和4年6月21日（火）20時00分05秒に廃棄の証明あり", "released at 21 June 2022, 18:12 (UTC+9), destruction attested at 21 June 2022, 20:00:05 (UTC+9)"),
        KeyWording.Of(new KeyAnswer.ReleasedDestructionAttested(Released, Destroyed), Tokyo));

    [Fact]
    public void Released_and_not_known_destroyed() =>
        Assert.Equal(new("引渡しあり、廃棄は未確認", "released, not known destroyed"), KeyWording.Of(new KeyAnswer.NotKnownDestroyed(), Tokyo));

    [Fact]
    public void Without_a_zone_the_sentence_says_UTC() =>
        Assert.Equal("never released, destroyed at 21 June 2022, 11:00:05 (UTC)", KeyWording.Of(new KeyAnswer.NeverReleasedDestroyed(Destroyed), null).En);

    [Fact]
    public void There_are_three_sentences_and_no_others() =>
        Assert.Equal(3, typeof(KeyAnswer).GetNestedTypes(BindingFlags.Public).Count(type => type.IsSubclassOf(typeof(KeyAnswer))));
}
