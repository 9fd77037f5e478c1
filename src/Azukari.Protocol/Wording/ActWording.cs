using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.Opening;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;

namespace Azukari.Protocol.Wording;

/// <summary>A statement in words: what a person is about to sign, one line for what is done and the lines that matter about it.</summary>
/// <remarks>Only what people say is described; what a machine measures is not known when they sign.</remarks>
public static class ActWording
{
    /// <summary>The lines, in the order in which they are read.</summary>
    public static IReadOnlyList<Words> Describe(Act act, Engagement facts)
    {
        var about = facts.Find(act.Subject);
        return [Title(act), .. Details(act, facts), .. about is null || act is Apply ? [] : PlanWording.Short(about, facts)];
    }

    private static Words Title(Act act) => act switch
    {
        FoundEngagement found => new($"委託業務 {found.Engagement} を始めます。", $"Found the engagement {found.Engagement}."),
        ApproveOrganisation approve => new($"{approve.Organisation} への再委託を承認します。", $"Admit {approve.Organisation} to the chain."),
        SetPolicy => new("持出方針を定めます。", "Set the policy."),
        RegisterSite site => new($"場所 {site.Site} を登録します。", $"Register the site {site.Site}."),
        EnrolPerson person => new($"{person.Organisation} の {person.Person} を登録します。", $"Enrol {person.Person} of {person.Organisation}."),
        SeePerson seen => new($"{seen.Person} の本人確認をしました。", $"I have seen {seen.Person} and the document named."),
        AppointRole role => new($"{role.Person} を{RoleWording.Of(role.Role).Ja}に任命します。", $"Appoint {role.Person} as {RoleWording.Of(role.Role).En}."),
        EnrolStation station => new($"端末 {station.Station} を {station.Site} に登録します。", $"Enrol the station {station.Station} at {station.Site}."),
        CatalogueDataset dataset => new($"データ {dataset.Dataset}（{dataset.Fields.Length}項目）を目録に載せます。", $"Catalogue {dataset.Dataset} with {dataset.Fields.Length} fields."),
        SignTemplate template => new($"目的別ひな型 {template.Template} を定めます。", $"Sign the purpose template {template.Template}."),
        AdmitMedium medium => new($"媒体 {medium.Medium} を登録し、{medium.Home} で保管します。", $"Register the medium {medium.Medium}, kept at {medium.Home}."),
        DepositRecipient => new("使い切りの鍵を預託します。", "Deposit a one-time key."),
        Apply apply => new($"持出 {apply.CarryOut} を申請します。", $"Apply for the carry-out {apply.CarryOut}."),
        Endorse endorse => new($"持出 {endorse.CarryOut} の申請を推薦します。", $"Endorse the application {endorse.CarryOut}."),
        Approve approve => new($"持出 {approve.CarryOut} を許可します。", $"Approve the carry-out {approve.CarryOut}."),
        Decline decline => new($"持出 {decline.CarryOut} を承認しません。", $"Decline the carry-out {decline.CarryOut}."),
        SealConsignment seal => new($"持出 {seal.CarryOut} をこの端末で封緘します。", $"Have this station seal {seal.CarryOut}."),
        HandOver over => new($"持出 {over.CarryOut} の媒体を受け渡します。", $"Hand over the media of {over.CarryOut}."),
        ProveArrival arrival => new($"持出 {arrival.CarryOut} の到着を証明します。", $"Prove the arrival of {arrival.CarryOut}."),
        ConfirmRelease confirm => new($"持出 {confirm.CarryOut} をここで開封してよいことを確認します。", $"Confirm that {confirm.CarryOut} may be opened here and now."),
        ReleaseLayer release => new($"持出 {release.CarryOut} の鍵の層を外します。", $"Take one layer off the key of {release.CarryOut}."),
        ConfirmLoaded loaded => new($"持出 {loaded.CarryOut} の投入を記録します。", $"Record that {loaded.CarryOut} was loaded."),
        GiveUp given => new($"持出 {given.CarryOut} の投入をやめ、鍵を廃棄します。", $"Give up loading {given.CarryOut} and destroy the key."),
        EraseAtSite erase => new($"持出 {erase.CarryOut} のデータを現地で消去します。", $"Erase the payload of {erase.CarryOut} at the site."),
        ClearMedium clear => new($"持出 {clear.CarryOut} の媒体全体を消去します。", $"Clear the whole medium of {clear.CarryOut}."),
        VerifyErasure verify => new($"持出 {verify.CarryOut} の消去を検証します。", $"Verify the erasure of {verify.CarryOut}."),
        ConfirmErasure confirm => new($"持出 {confirm.CarryOut} の媒体 {confirm.Medium} の消去を確認します。", $"Confirm the erasure of {confirm.Medium} of {confirm.CarryOut}."),
        DestroyKey => new("鍵を廃棄したことを記録します。", "Record that a key was destroyed."),
        ReportLoss loss => new($"持出 {loss.CarryOut} の紛失等を届け出ます。鍵は廃棄または停止されます。", $"Report {loss.CarryOut} lost; its keys die, or stop."),
        ReportFound found => new($"持出 {found.CarryOut} がここにあることを届け出ます。", $"Report that {found.CarryOut} is here."),
        _ => throw new System.Diagnostics.UnreachableException($"no words for {act.GetType().Name}"),
    };

    private static IEnumerable<Words> Details(Act act, Engagement facts) => act switch
    {
        Apply apply => PlanWording.Whole(apply.Plan, facts),
        Approve approve => [new($"鍵: 所有者 {Short(approve.Keys.Owner)}、受託者 {Short(approve.Keys.Contractor)}、開封端末 {Short(approve.Keys.Destination)}", $"keys: owner {Short(approve.Keys.Owner)}, contractor {Short(approve.Keys.Contractor)}, station {Short(approve.Keys.Destination)}")],
        HandOver over =>
        [
            new($"受け取る人: {(over.To.IsEmpty ? over.Courier?.Company.Value : string.Join("、", over.To))}", $"to: {(over.To.IsEmpty ? over.Courier?.Company.Value : string.Join(", ", over.To))}"),
            new($"場所: {over.At?.Value ?? "搬送中"}{(over.Stored ? "（施錠保管）" : "")}、封: {(over.Intact ? "異常なし" : "異常あり")} {over.SealNumber}", $"at: {over.At?.Value ?? "on the way"}{(over.Stored ? " (stored)" : "")}, seal: {(over.Intact ? "intact" : "not intact")} {over.SealNumber}"),
        ],
        SetPolicy policy => [new($"最長{policy.LongestHours}時間、余裕{policy.MarginPercent}％、媒体{policy.MostMedia}個まで", $"at most {policy.LongestHours} hours, {policy.MarginPercent} % margin, {policy.MostMedia} media")],
        _ => [],
    };

    private static string Short(Digest key) => key.Value[..12];
}
