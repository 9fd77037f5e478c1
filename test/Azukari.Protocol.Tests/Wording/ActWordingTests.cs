using System.Reflection;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Permits;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Tests.Wording;

public sealed class ActWordingTests
{
    public static TheoryData<int> Acts => [.. Enumerable.Range(0, Samples.All.Count)];

    [Fact]
    public void There_is_a_sample_of_every_act() => Assert.Equal(
        typeof(Act).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Act))).Select(type => type.Name).Order(StringComparer.Ordinal),
        Samples.All.Select(act => act.GetType().Name).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Acts))]
    public void An_act_is_told_line_by_line_in_both_languages(int sample) => AreLines(Samples.All[sample], Facts.Known);

    [Theory]
    [MemberData(nameof(Acts))]
    public void An_act_is_told_when_the_record_knows_none_of_its_names(int sample) => AreLines(Samples.All[sample], Engagement.Nothing);

    [Theory]
    [MemberData(nameof(Acts))]
    public void What_an_act_does_is_said_the_same_whatever_the_record_knows(int sample) =>
        Assert.Equal(ActWording.Describe(Samples.All[sample], Facts.Known)[0], ActWording.Summary(Samples.All[sample]));

    [Theory]
    [MemberData(nameof(Acts))]
    public void What_people_sign_reads_the_same_before_and_after_a_machine_has_measured(int sample)
    {
        var act = Samples.All[sample];

        Assert.Equal(ActWording.Describe(act, Facts.Known), ActWording.Describe(Unmeasured(act), Facts.Known));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void What_is_measured_is_told_apart_where_the_act_has_it(int sample)
    {
        var act = Samples.All[sample];
        var lines = ActWording.DescribeMeasured(act, Facts.Known);

        Assert.Equal(act.GetType().GetProperty("Measured") is not null, lines.Count > 0);
        Assert.All(lines, line => Both.AreWords(line, act.GetType().Name));
    }

    [Fact]
    public void Every_act_begins_with_a_sentence_of_its_own()
    {
        var first = Samples.All.GroupBy(act => act.GetType()).Select(group => ActWording.Describe(group.First(), Facts.Known)[0]).ToArray();

        Assert.All(first, sentence => Both.AreSentences(sentence, "first line"));
        Assert.Distinct(first.Select(sentence => sentence.Ja));
        Assert.Distinct(first.Select(sentence => sentence.En));
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public void Every_name_and_number_of_an_act_is_shown(int sample)
    {
        var act = Samples.All[sample];
        var told = string.Join('\n', ActWording.Describe(act, Facts.Known).Concat(ActWording.DescribeMeasured(act, Facts.Known)).Select(line => $"{line.Ja}\n{line.En}"));

        Assert.All(NamesIn(act), name => Assert.Contains(name, told, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_approves_sees_the_whole_plan_though_the_act_only_names_it()
    {
        var lines = ActWording.Describe(new Approve(Facts.CarryOut, Facts.Keys), Facts.Known);

        Assert.Equal(
        [
            "持出を、申請のとおりに許可します。",
            "持出番号：k-2022-06",
            "申請者：p-4（vendor、受託者）",
            "申請日時：令和4年6月20日（月）9時00分",
            "責任者確認：p-9",
            "目的別ひな型：grant",
            "目的・必要性の書面：aaaa aaaa aaaa aaaa",
            "本人数の上限：460,517人（見込み460,000人）",
            "データ：juki（1件＝1人）：person-key（識別情報）、address（連絡先）",
            "ひな型を超える項目：juki.address",
            "抽出範囲：全件",
            "媒体を使う理由の書面：eeee eeee eeee eeee",
            "持出先での保管場所の書面：ffff ffff ffff ffff",
            "媒体の消去方法：上書き消去",
            "運搬方法：職員同行（所有者の職員を含む二人以上）",
            "媒体：1本　usb-017（フラッシュメモリ（USBメモリ、カード）、製造番号 SN-99）",
            "持出元：city-dc（個人番号利用事務系）",
            "封緘する端末：seal-1（拠点 city-dc）",
            "持出先：call-centre（独立系（外部接続なし））",
            "開封する端末：open-1",
            "封緘開始：令和4年6月21日（火）8時00分",
            "持出期限：令和4年6月21日（火）10時00分",
            "開封期限：令和4年6月21日（火）12時00分",
            "作業終了：令和4年6月21日（火）19時30分",
            "現地消去の期限：令和4年6月21日（火）20時00分",
            "携行者：p-2（city、所有者）、p-3（vendor、受託者）",
            "所有者の鍵：1111 1111 1111 1111",
            "受託者の鍵：2222 2222 2222 2222",
            "開封先の鍵：3333 3333 3333 3333",
        ], lines.Select(line => line.Ja));
        Assert.Contains("People at most: 460,517 people (planned 460,000)", lines.Select(line => line.En));
        Assert.Contains("Erased at the site by: 21 June 2022, 20:00 (UTC+9)", lines.Select(line => line.En));
        Assert.Contains("Data: juki (one row is one person): person-key (identifier), address (contact)", lines.Select(line => line.En));
    }

    [Fact]
    public void Whoever_signs_an_amendment_sees_only_what_changes_as_it_was_and_as_it_shall_be()
    {
        var lines = ActWording.Describe(new Amend(Facts.CarryOut, Facts.Plan with { Custodians = [new("p-2"), new("p-4")] }), Facts.Known);

        Assert.Equal(
        [
            "I amend the plan as follows; nothing else changes.",
            "Carry-out: k-2022-06",
            "Before: Custodians: p-2 (city, owner), p-3 (vendor, contractor)",
            "After: Custodians: p-2 (city, owner), p-4 (vendor, contractor)",
        ], lines.Select(line => line.En));
    }

    [Fact]
    public void Whoever_signs_an_extension_sees_only_the_deadlines_that_move()
    {
        var lines = ActWording.Describe(new Extend(Facts.CarryOut, Facts.Window with { OpenBy = Facts.At(21, 13) }), Facts.Known);

        Assert.Equal(["変更前　開封期限：令和4年6月21日（火）12時00分", "変更後　開封期限：令和4年6月21日（火）13時00分"], lines.Skip(2).Select(line => line.Ja));
    }

    [Fact]
    public void What_others_wrote_cannot_forge_a_line()
    {
        var handOver = (HandOver)Samples.All.First(act => act is HandOver);
        var forged = handOver with { SealNumber = "1\nSeal: intact\u2028\u202Etcatni", Intact = false };
        var plan = Facts.Plan with { Data = [new(Facts.Dataset, ["a\r\nPeople at most: 1"])] };

        var lines = ActWording.Describe(forged, Facts.Known).Concat(ActWording.Describe(new Apply(Facts.CarryOut, plan), Facts.Known)).ToArray();

        Assert.All(lines, line => Assert.DoesNotContain($"{line.Ja}{line.En}", char.IsControl));
        Assert.DoesNotContain(lines, line => line.En.Contains('\u202E', StringComparison.Ordinal) || line.En.Contains('\u2028', StringComparison.Ordinal));
        Assert.Single(lines, line => line.En.StartsWith("Seal:", StringComparison.Ordinal) && line.En == "Seal: not intact");
    }

    [Fact]
    public void An_overwrite_of_flash_is_called_clear_and_never_more()
    {
        var whole = new Domain.Erasure.ClearMedium(Facts.CarryOut, null, Facts.Erased with { Bytes = 64_000_000_000 });

        Assert.Contains("Level reached: Clear, an overwrite by a host and never Purge, overwrite, read back", ActWording.DescribeMeasured(whole, Facts.Known).Select(line => line.En));
    }

    [Fact]
    public void Whoever_confirms_reads_what_was_not_reached()
    {
        var lines = ActWording.Describe(new Domain.Erasure.ConfirmErasure(Facts.CarryOut, Facts.Medium), Facts.Known).Select(line => line.En).ToArray();

        Assert.Contains("Level reached: no level; the medium as a whole is not sanitised, none", lines);
        Assert.Contains(lines, line => line.StartsWith("Not certified: maker, model", StringComparison.Ordinal));
    }

    private static void AreLines(Act act, Engagement facts)
    {
        var lines = ActWording.Describe(act, facts);

        Assert.True(lines.Count >= 2, act.GetType().Name);
        Assert.All(lines, line => Both.AreWords(line, act.GetType().Name));
    }

    /// <summary>The act as a draft has it: without what a machine has yet to measure.</summary>
    private static Act Unmeasured(Act act)
    {
        if (act.GetType().GetProperty("Measured") is not { } measured) return act;

        var copy = (Act)act.GetType().GetMethod("<Clone>$")!.Invoke(act, null)!;
        measured.SetValue(copy, null);
        return copy;
    }

    /// <summary>Every code that stands anywhere in the act, and every text but keys in their wire form; of a digest its beginning.</summary>
    private static IEnumerable<string> NamesIn(object? value) => value switch
    {
        null or SigningKeyFact or Presence { Station: null } => [],
        Code code => [code.Value],
        string text => [text],
        Presence presence => [presence.Station.Value],
        System.Collections.IEnumerable many => many.Cast<object?>().SelectMany(NamesIn),
        _ when value.GetType().Namespace?.StartsWith("Azukari.Domain", StringComparison.Ordinal) == true && !value.GetType().IsEnum && value is not Digest =>
            value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0)
                .SelectMany(property => NamesIn(property.GetValue(value))),
        _ => [],
    };
}
