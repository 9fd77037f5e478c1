using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Wording;

/// <summary>An alarm as it is sent: what is due, and how one says "I know". Ids and codes only: it travels through servers that are nobody's of ours.</summary>
public static class AlarmWording
{
    /// <summary>The subject when a deadline has passed.</summary>
    public static Words Subject(DeadlinePassed act) => WatchWording.Of(act.Kind) is var kind && act.CarryOut is { } id
        ? new($"【預かり】{kind.Ja}を過ぎました：{id}", $"[Azukari] passed: {kind.En}: {id}")
        : new($"【預かり】{kind.Ja}を過ぎました", $"[Azukari] passed: {kind.En}");

    /// <summary>The lines of the message.</summary>
    /// <param name="act">What has passed.</param>
    /// <param name="at">When the record says so.</param>
    /// <param name="facts">The engagement as its record stands now.</param>
    public static IReadOnlyList<Words> Lines(DeadlinePassed act, DateTimeOffset at, Engagement facts) =>
    [
        .. ActWording.Describe(act, facts),
        .. Remedy(act),
        .. Together(act, facts),
        Line.Of("委託業務", "Engagement", facts.Founding?.Engagement.Value ?? ""),
        Line.Of("記録の時刻", "Recorded", InstantWording.Of(at, facts.Founding?.Zone)),
        .. Answer(act),
    ];

    /// <summary>The one plain alarm when the service does not know what time it is.</summary>
    public static Words ClockSubject { get; } = new("【預かり】サーバーの時計を確かめてください", "[Azukari] check the service's clock");

    /// <summary>What follows from it, and what does not.</summary>
    public static IReadOnlyList<Words> ClockLines(string engagement) =>
    [
        new("サーバーの時計が、経過した時間と合いません。または、サーバーが一日以上止まっていました。", "The service's clock does not fit the time that has gone by, or the service did not run for more than a day."),
        Line.Of("委託業務", "Engagement", engagement),
        new("時刻が確かめられるまで、封緘・持出・開封・一時停止の解除を止めています。期限による鍵の廃棄と許可の失効も行いません。", "Until it is settled nothing is sealed, taken out, released or lifted, and no key or permit is ended for a deadline."),
        new("紛失等の届出、消去、返却は、これまでどおり受け付けます。", "Reports of loss, erasing and bringing home are taken as always."),
        new("サーバーの担当者は時計を直してください。時計が正しく、双方の鍵保持者の時計と合えば、自動で再開します。", "Whoever runs the service: set its clock right. Once both sides' key holders agree with it, everything goes on by itself."),
    ];

    /// <summary>What those who read it would have to ask somebody else about.</summary>
    private static IEnumerable<Words> Remedy(DeadlinePassed act) => act.Kind == DeadlineKind.KeyStock
        ? [new("登録端末であれば、その端末で azukari enrol recipients を実行して補充してください。鍵保持者（holder）であれば自動で補充されるはずです。動いているかを確かめてください。", "A station is filled with azukari enrol recipients, run there. A key holder (holder) fills its own: see that it runs.")]
        : [];

    /// <summary>How many numbers one alarm stands for where one person has reported several that there are not.</summary>
    private static IEnumerable<Words> Together(DeadlinePassed act, Engagement facts) =>
        act.Kind == DeadlineKind.Incident && act.About is { } about && facts.FindIncident(new(about))?.Numbers.Count() is > 1 and var numbers
            ? [Line.Of("まとめて知らせる、許可のない番号の数", "Numbers without a permit that it stands for", $"{numbers}")]
            : [];

    /// <summary>Told means acknowledged by a person, with a signature: no link could give that.</summary>
    private static IEnumerable<Words> Answer(DeadlinePassed act)
    {
        if (act.Kind == DeadlineKind.PermitUnused) yield break; // Nobody has to answer; the permit is void.

        var said = DomainJson.ToNode(new AcknowledgeAlarm(act.CarryOut, act.Kind, act.About, act.Step)).ToJsonString();
        yield return new("確認したら、次の命令で署名してください。署名がなければ、連絡表の次の人に知らせます。", "When you have read this, sign that you know; without it the next name of the call list is told.");
        yield return Line.Same($"azukari draft acknowledge-alarm --said '{said}' --draft FOLDER --sign-with KEYFILE:member --submit");
    }
}
