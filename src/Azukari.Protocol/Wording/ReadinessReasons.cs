namespace Azukari.Protocol.Wording;

/// <summary>R3 and R4: the operation manual and completed courses.</summary>
internal static class ReadinessReasons
{
    internal static readonly ReasonText NoManualInForce = new(
        new("承認された運用手順書がありません。", "No operation manual has been approved."),
        new("業務責任者が手順書を提出し、所有者の承認者が承認してください。", "Let the project manager submit one and the owner's approver approve it."));

    internal static readonly ReasonText ManualNotAcknowledged = new(
        new("この人は、現行の運用手順書の確認に署名していません。", "This person has not acknowledged the operation manual in force."),
        new("本人が現行の手順書を読み、確認の署名をしてください。", "Have the person read the version in force and sign that it was read."));

    internal static readonly ReasonText ManualVersionNotHigher = new(
        new("手順書の版番号が、これまでの版より大きくありません。", "The version number is not higher than every one before."),
        new("次の版番号を付けて提出してください。", "Submit it with the next number."));

    internal static readonly ReasonText ManualNotSubmitted = new(
        new("この版の手順書は、提出されていません。", "This version of the manual has not been submitted."),
        new("提出された版を選んでください。", "Choose a version that was submitted."));

    internal static readonly ReasonText ManualSuperseded = new(
        new("この版の手順書より、現行の版が新しいか同じです。", "A version as high as this one, or higher, is in force."),
        new("現行の版か、それより新しい版を選んでください。", "Choose the version in force or a newer one."));

    internal static readonly ReasonText ReaderMissing = new(
        new("手順書を読んだ本人の署名がありません。", "The signature of the person who has read the manual is missing."),
        new("読んだ本人が署名してください。", "Have the reader sign."));

    internal static readonly ReasonText TrainingNotRecorded = new(
        new("この人の研修の修了が記録されていません。", "No completed course is recorded for this person."),
        new("研修を修了し、機密情報管理責任者か所属する組織の代表者が記録してください。", "Let the person complete the course and the executive or the own representative record it."));

    internal static readonly ReasonText TrainingExpired = new(
        new("この人の研修の修了は、有効期限を過ぎています。", "This person's completed course has expired."),
        new("研修を受け直し、修了を記録してください。", "Let the person take the course again and have it recorded."));

    internal static readonly ReasonText TrainingOutOfOrder = new(
        new("修了の日時が今より後か、有効期限が修了より前です。", "The course would be completed later than now, or expire before it was completed."),
        new("修了日時と有効期限を確かめてください。", "Check when it was completed and until when it counts."));

    internal static readonly ReasonText TrainingOwnWord = new(
        new("自分の研修の修了は、自分では記録できません。", "Nobody records a course of one's own."),
        new("機密情報管理責任者か、組織の代表者の別の人に依頼してください。", "Ask the executive or the own representative, whichever is another person."));

    internal static readonly ReasonText TrainingNotAttested = new(
        new("研修の修了を確かめた人の署名がありません。", "Nobody has signed that the course was completed."),
        new("機密情報管理責任者か、所属する組織の代表者に署名を依頼してください。", "Ask the executive or the representative of the person's organisation to sign."));
}
