namespace Azukari.Protocol.Wording;

/// <summary>R1: lists that are signed again every quarter, one employer, and what falls with an organisation.</summary>
internal static class ChainReasons
{
    internal static readonly ReasonText OrganisationWithdrawn = new(
        new("この組織の承認は、所有者が取り消しています。", "The owner has withdrawn its approval of this organisation."),
        new("手元の媒体は返却し、作業は承認された組織の人に引き継いでください。", "Bring home what its people hold, and have somebody of an approved organisation go on."));

    internal static readonly ReasonText OwnerIsNotEntrusted = new(
        new("所有者の組織は、取り消す対象ではありません。", "The owner is entrusted by nobody, so there is no approval to withdraw."),
        new("取り消す受託者または再委託先を選んでください。", "Choose the contractor or one of those below it."));

    internal static readonly ReasonText ListNotSignedThisQuarter = new(
        new("この組織の今四半期の名簿に、署名がありません。", "This organisation has not signed its list for this quarter."),
        new("この組織の代表者が、今の名簿に署名してください。", "Have the organisation's representative sign the list of its people as they are now."));

    internal static readonly ReasonText PersonNotOnList = new(
        new("この人は、所属する組織の今四半期の名簿にありません。", "This person is not on the employer's list for this quarter."),
        new("在籍していれば、代表者がこの人を含む名簿に署名し直してください。", "If the person is employed there, have the representative sign a list with the person on it."));

    internal static readonly ReasonText PersonHasLeft = new(
        new("この人は、所属していた組織を離れています。", "This person has left the organisation."),
        new("後任の人に引き継いでください。手元の媒体は、そのまま返却できます。", "Have a successor go on; whatever the person still holds can be handed back as it is."));

    internal static readonly ReasonText TwoEmployers = new(
        new("この人は、すでに別の組織に所属しています。", "This person already works for another organisation."),
        new("所属は一つです。移るときは、先に元の組織が離職を記録してください。", "A person has one employer; on a change, let the former one record the leaving first."));

    internal static readonly ReasonText NotByOwnOrganisation = new(
        new("署名した人は、この人たちの所属する組織を代表していません。", "The signer does not represent the organisation that is concerned."),
        new("所属する組織の代表者に署名を依頼してください。", "Ask the representative of that organisation to sign."));

    internal static readonly ReasonText LastRepresentative = new(
        new("この人が、組織のただ一人の代表者です。", "This person is the organisation's only representative."),
        new("先に、次の代表者を任命してください。", "Have the next representative appointed first."));

    internal static readonly ReasonText ColleagueMissing = new(
        new("本人のほかに代表者がいない組織です。代わりに署名する人が足りません。", "Nobody else represents the organisation; a colleague's signature is missing in a representative's place."),
        new("同じ組織の、本人ではない二人に署名を依頼してください。", "Ask two people of the same organisation, neither of them the person, to sign."));

    internal static readonly ReasonText KeyNotOfStations = new(
        new("端末用の鍵ではありません。", "This is no key for the screens of stations."),
        new("登録端末の画面で、セキュリティキーに触れて作り直してください。", "Make it at the screen of a station, by touching the security key there."));

    internal static readonly ReasonText OwnSignatureMissing = new(
        new("本人の署名がありません。", "The person's own signature is missing."),
        new("鍵を加える本人が、いまの鍵で署名してください。", "Whoever adds the key signs with the key that they have."));

    internal static readonly ReasonText SecondOfOwnMissing = new(
        new("同じ組織のもう一人の署名がありません。", "The signature of one more person of the same organisation is missing."),
        new("その場にいる同じ組織の人に署名を依頼してください。", "Ask somebody of the same organisation who is there to sign."));

    internal static readonly ReasonText OwnerAlone = new(
        new("所有者の側に、登録と本人確認の済んだ人が二人いません。", "The owner has not two people who are enrolled and were seen."),
        new("二人目を招いて登録し、会って本人確認をしてから、もう一度行ってください。", "Invite and enrol a second person, see that person face to face, and try again."));

    internal static readonly ReasonText FirstNotConfirmed = new(
        new("所有者の最初の人を、所有者の二人目がまだ会って確かめていません。", "Nobody else of the owner has confirmed the owner's first person face to face."),
        new("二人が会い、二人目が、最初の人のページで「面会を確認する」に署名してから、もう一度行ってください。",
            "The two meet, and the second signs on the first one's page to have seen that person; then try again."));

    internal static readonly ReasonText SeesOneself = new(
        new("自分の本人確認に、自分で署名することはできません。", "Nobody confirms to have seen oneself."),
        new("所有者の別の人に、会って確かめて署名するよう依頼してください。", "Ask somebody else of the owner for a meeting and the signature."));

    internal static readonly ReasonText ReplacementNotByTwo = new(
        new("鍵の切替えには、同じ組織の、本人ではない二人の署名が要ります。", "Replacing a key takes two people of the same organisation, neither of them the person."),
        new("もう一人に署名を依頼してください。ほかに二人いないときは、代表者が先に人を登録し、所有者の本人確認を受けさせてください。",
            "Ask one more to sign. Where there are not two, a representative first enrols somebody, whom the owner's officer sees."));
}
