using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Wording;

/// <summary>A replaced key as those hear of it who did not sign it (R1). Ids and codes only, as in an alarm.</summary>
public static class KeyNewsWording
{
    /// <summary>The subject of the message.</summary>
    public static Words Subject(ReplaceKey act) => new($"【預かり】鍵が切り替えられました：{act.Person}", $"[Azukari] a key was replaced: {act.Person}");

    /// <summary>The lines of the message.</summary>
    /// <param name="act">Whose key, and the new one.</param>
    /// <param name="signed">Who signed it, the person with the new key among them.</param>
    /// <param name="at">When the record says so.</param>
    /// <param name="facts">The engagement as its record stands now.</param>
    public static IReadOnlyList<Words> Lines(ReplaceKey act, IEnumerable<StatementBy> signed, DateTimeOffset at, Engagement facts)
    {
        var words = new FactWording(facts, facts.Founding?.Zone);
        return
        [
            new("失われたという鍵が、新しい鍵に切り替えられました。古い鍵は、このときから何にも使えません。", "A key that is said to be lost was replaced. From this moment on the old key counts for nothing."),
            Line.Of("人", "Person", words.Person(act.Person)),
            Line.Of("新しい鍵", "New key", PeopleActs.Key(act.Key)),
            Line.Of("署名した人", "Signed by", words.People(signed.Select(by => by.Person).Where(person => person != act.Person))),
            Line.Of("委託業務", "Engagement", facts.Founding?.Engagement.Value ?? ""),
            Line.Of("記録の時刻", "Recorded", words.At(at)),
            new("本人に心当たりがないときや、署名した人に覚えがないときは、すぐに双方の代表者へ電話で知らせ、その人の役割を解いてください。",
                "If the person has lost no key, or somebody who signed knows nothing of it, telephone the representatives of both sides at once and have the person's duties ended."),
        ];
    }
}
