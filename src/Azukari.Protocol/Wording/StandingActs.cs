using Azukari.Domain.Engagements;
using Azukari.Domain.People;

namespace Azukari.Protocol.Wording;

/// <summary>Who belongs to the chain, has read the manual and completed the course (R1, R3, R4).</summary>
internal static class StandingActs
{
    internal static IEnumerable<Words> Lines(SignList act, FactWording words) =>
    [
        new("今四半期の名簿に署名します。記載の人は、この組織だけに所属しています。", "I sign this quarter's list; everybody on it works for this organisation and no other."),
        Line.Of("組織", "Organisation", words.Organisation(act.Organisation)),
        Line.Of("人数", "How many", Line.People(act.People.Length)),
        Line.Of("名簿", "List", words.People(act.People)),
    ];

    internal static IEnumerable<Words> Lines(LeaveOrganisation act, FactWording words) =>
    [
        new("離職を記録します。役割は、すべて終わります。", "A person has left the organisation; every duty ends."),
        Line.Of("人", "Person", words.Person(act.Person)),
    ];

    internal static IEnumerable<Words> Lines(WithdrawOrganisation act, FactWording words) =>
    [
        new("組織の承認を取り消します。その再委託先の承認も、すべて終わります。", "I withdraw the approval of an organisation and of every one below it."),
        Line.Of("組織", "Organisation", words.Organisation(act.Organisation)),
    ];

    internal static IEnumerable<Words> Lines(SubmitManual act) =>
    [
        new("運用手順書を提出します。", "I submit a version of the operation manual."),
        Line.Of("版", "Version", $"{act.Version}"),
        Line.Of("文書", "Document", Printed.Short(act.Manual)),
    ];

    internal static IEnumerable<Words> Lines(ApproveManual act, FactWording words) =>
    [
        new("運用手順書を承認し、現行の版とします。", "I approve a version of the operation manual and put it into force."),
        .. Text(act.Version, words),
    ];

    internal static IEnumerable<Words> Lines(AcknowledgeManual act, FactWording words) =>
    [
        new("運用手順書を読みました。これに従います。", "I have read this version of the operation manual and will work by it."),
        .. Text(act.Version, words),
    ];

    internal static IEnumerable<Words> Lines(RecordTraining act, FactWording words) =>
    [
        new("研修の修了を記録します。", "I record a completed course."),
        Line.Of("人", "Person", words.Person(act.Person)),
        Line.Of("研修", "Course", Printed.Short(act.Course)),
        Line.Of("修了", "Completed", words.At(act.Completed)),
        Line.Of("有効期限", "Counts until", words.At(act.Expires)),
    ];

    /// <summary>The number alone is no text: the signer sees which document was submitted under it.</summary>
    private static IEnumerable<Words> Text(int version, FactWording words) =>
    [
        Line.Of("版", "Version", $"{version}"),
        .. words.Facts.Manuals.TryGetValue(version, out var manual) ? [Line.Of("文書", "Document", Printed.Short(manual.Text))] : Array.Empty<Words>(),
    ];
}
