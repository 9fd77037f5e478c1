namespace Azukari.Protocol.Wording;

/// <summary>R1 and R2: the chain of entrustment, people and duties.</summary>
internal static class PeopleReasons
{
    internal static readonly ReasonText OrganisationNotApproved = new(
        new("この組織は、この委託業務の受託者として承認されていません。", "This organisation is not approved for this engagement."),
        new("所有者に承認を申請し、承認が記録されてから、もう一度行ってください。", "Ask the owner to approve it, and try again when the approval is in the record."));

    internal static readonly ReasonText PersonNotEnrolled = new(
        new("この人は登録されていません。", "This person is not enrolled."),
        new("所属する組織の代表者に、登録を依頼してください。", "Ask the representative of the person's organisation to enrol the person."));

    internal static readonly ReasonText PersonNotSeenByOfficer = new(
        new("この人は、情報セキュリティ管理者による本人と在籍の確認がまだです。", "The security officer has not yet seen this person and a document of the employer."),
        new("社員証など在籍を示すものを持って、確認を受けてください。", "Have the person shown to the security officer with a proof of employment."));

    internal static readonly ReasonText PersonActsForAnother = new(
        new("署名にある組織が、この人の所属と異なります。", "The signature names another organisation than the person's own."),
        new("所属する組織の名で署名し直してください。", "Sign again in the name of the person's own organisation."));

    internal static readonly ReasonText EnrolmentNotByOwnOrganisation = new(
        new("登録または鍵の切替えに、本人と異なる組織の署名があります。", "Somebody of another organisation than the person's own has signed the enrolment or the new key."),
        new("本人と同じ組織の人だけが署名してください。", "Have it signed only by people of the same organisation."));

    internal static readonly ReasonText EnrolmentWithoutNewKey = new(
        new("新しく登録する鍵による署名がありません。", "The signature by the newly enrolled key is missing."),
        new("登録される本人または端末が、新しい鍵で署名してください。", "Have the person or the station that is being enrolled sign with the new key."));

    internal static readonly ReasonText NameTakenAlready = new(
        new("この名前または鍵は、すでに使われています。", "This name or key is already in use."),
        new("別の名前、または新しい鍵を使ってください。", "Use another name or a new key."));

    internal static readonly ReasonText ParentNotInChain = new(
        new("再委託する側の組織が、承認された受託者ではありません。", "The organisation that entrusts the work further is not an approved contractor."),
        new("再委託する側の組織の承認を、先に受けてください。", "Have the entrusting organisation approved first."));

    internal static readonly ReasonText RoleNotHeld = new(
        new("この人は、その役割に就いていないか、任期が終わっています。", "This person does not hold the duty, or it has ended."),
        new("代表者に任命を依頼するか、任期中の担当者が署名してください。", "Ask the representative for an appointment, or have somebody sign who holds the duty now."));

    internal static readonly ReasonText RoleOfOtherSide = new(
        new("この役割は、もう一方の側（所有者または受託者）のものです。", "This duty belongs to the other side, owner or contractor."),
        new("役割に合う側の人を選んでください。", "Choose somebody of the side to which the duty belongs."));

    internal static readonly ReasonText RoleNotForThisAct = new(
        new("この役割の署名は、この手続には使えません。", "A signature in this duty does not count for this act."),
        new("この署名を外すか、手続が求める役割で署名してください。", "Leave this signature out, or sign in a duty that the act asks for."));

    internal static readonly ReasonText SamePersonTwice = new(
        new("別々の二人が必要なところに、同じ人が署名しています。", "The same person has signed where two different people are needed."),
        new("一方の署名は、別の人に依頼してください。", "Ask another person for one of the two signatures."));

    internal static readonly ReasonText ApproverIsApplicant = new(
        new("承認者が、この持出を申請した人または責任者確認をした人と同じです。", "The approver is the person who applied for this carry-out or endorsed it."),
        new("別の承認者に依頼してください。", "Ask another approver."));

    internal static readonly ReasonText WitnessIsApprover = new(
        new("立会者が、この持出の承認者と同じ人です。", "The witness is the approver of this carry-out."),
        new("承認者ではない立会者に依頼してください。", "Ask a witness who did not approve it."));

    internal static readonly ReasonText VerifierIsEraser = new(
        new("検証する人が、消去した人と同じか、消去した人が記録にありません。", "The verifier took part in the erasure, or the record does not show who erased."),
        new("消去に加わっていない人が検証してください。消去した人が不明なときは、消去からやり直してください。",
            "Have somebody verify who took no part in the erasure; where nobody signed the erasure, erase again first."));

    internal static readonly ReasonText AppointmentNotByOwnSide = new(
        new("任命の署名が、その側を代表する組織のものではありません。", "The appointment is not signed by the organisation that answers for that side."),
        new("所有者の役割は所有者、受託者の役割は元請の代表者に任命を依頼してください。",
            "Ask the owner's representative for the owner's people, and the main contractor's for all others."));
}
