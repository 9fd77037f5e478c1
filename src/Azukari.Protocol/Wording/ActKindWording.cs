namespace Azukari.Protocol.Wording;

/// <summary>記録の種別: what kind of act an entry is, in two or three words, for lists and filters. What the act says is <see cref="ActWording"/>'s.</summary>
public static class ActKindWording
{
    /// <summary>The name of a kind as people say it; a name that we do not know stays as it is written.</summary>
    /// <param name="name">As <see cref="Ledger.ActNames"/> has it.</param>
    public static Words Of(string name) => Journey(name) ?? Registers(name) ?? Response(name) ?? new(name, name);

    /// <summary>From the application to the end of a carry-out.</summary>
    private static Words? Journey(string name) => name switch
    {
        "AppliedV1" => new("持出申請", "application"),
        "WithdrawnV1" => new("取下げ", "withdrawal"),
        "AmendedV1" => new("変更", "amendment"),
        "EndorsedV1" => new("責任者の確認", "endorsement"),
        "ApprovedV1" => new("持出許可", "permit"),
        "GrantedUrgentlyV1" => new("緊急承認", "urgent grant"),
        "CountersignedV1" => new("追認", "countersignature"),
        "DeclinedV1" => new("不承認", "refusal of an application"),
        "ExtendedV1" => new("期限の延長", "extension"),
        "SeriesAskedV1" => new("包括申請", "application for a series"),
        "SeriesEndorsedV1" => new("包括申請の確認", "endorsement of a series"),
        "SeriesApprovedV1" => new("包括承認", "approval of a series"),
        "SeriesEndedV1" => new("包括承認の終了", "end of a series"),
        "RecipientDepositedV1" => new("鍵の預託", "deposit of a key"),
        "SealedV1" => new("封緘", "seal"),
        "HandedOverV1" => new("受渡", "hand-over"),
        "ArrivalProvenV1" => new("到着の証明", "proof of arrival"),
        "ReleaseConfirmedV1" => new("開封の確認", "confirmation of the release"),
        "LayerReleasedV1" => new("鍵の引渡し", "release"),
        "LoadedV1" => new("投入の完了", "loading"),
        "GivenUpV1" => new("開封の中止", "opening given up"),
        "ErasedAtSiteV1" => new("現地消去", "erasure at the site"),
        "MediumClearedV1" => new("媒体全体の消去", "clearing of a medium"),
        "ErasureVerifiedV1" => new("消去の検証", "verification of an erasure"),
        "ErasureConfirmedV1" => new("消去の確認", "confirmation of an erasure"),
        "KeyDestroyedV1" => new("鍵廃棄", "kill"),
        "KeyAttestedDeadV1" => new("鍵喪失の申告", "attestation of a dead key"),
        "EndedDestroyedV1" => new("終了（破壊）", "end, destroyed"),
        "EndedLostV1" => new("終了（亡失）", "end, lost"),
        "CopyRegisteredV1" => new("複製・抽出データの登録", "registration of a copy"),
        "CopyGoneV1" => new("複製・抽出データの消去確認", "copy confirmed gone"),
        _ => null,
    };

    /// <summary>Who and what belongs to the engagement.</summary>
    private static Words? Registers(string name) => name switch
    {
        "EngagementFoundedV1" => new("起点", "genesis"),
        "EngagementClosedV1" => new("委託業務の終了", "end of the engagement"),
        "OrganisationApprovedV1" => new("再委託の承認", "approval of an organisation"),
        "OrganisationWithdrawnV1" => new("再委託の承認の取消し", "withdrawal of an organisation"),
        "PolicySetV1" => new("持出方針", "policy"),
        "SiteRegisteredV1" => new("拠点の登録", "registration of a site"),
        "PersonEnrolledV1" => new("人の登録", "enrolment"),
        "KeyReplacedV1" => new("鍵の切替え", "replacement of a key"),
        "KeyAtStationsAddedV1" => new("端末用の鍵の追加", "key for stations added"),
        "PersonSeenV1" => new("本人確認", "seeing a person"),
        "RoleAppointedV1" => new("任命", "appointment"),
        "RoleEndedV1" => new("解任", "end of a duty"),
        "DutiesTransferredV1" => new("事務引継", "transfer of duties"),
        "SeparationWaivedV1" => new("兼務の特例", "waiver of separation"),
        "ListSignedV1" => new("名簿の署名", "staff list"),
        "OrganisationLeftV1" => new("離職", "leaving"),
        "ManualSubmittedV1" => new("運用手順書の提出", "submission of the manual"),
        "ManualApprovedV1" => new("運用手順書の承認", "approval of the manual"),
        "ManualAcknowledgedV1" => new("運用手順書の確認", "acknowledgement of the manual"),
        "TrainingRecordedV1" => new("研修の修了", "training"),
        "StationEnrolledV1" => new("登録端末の登録", "enrolment of a station"),
        "StationClosedV1" => new("登録端末の廃止", "closing of a station"),
        "DatasetCataloguedV1" => new("データセットの登録", "dataset"),
        "TemplateSignedV1" => new("目的別ひな型", "purpose template"),
        "MediumAdmittedV1" => new("媒体の登録", "registration of a medium"),
        "MediumReleasedV1" => new("媒体の解除", "release of a medium"),
        "MediumDestroyedV1" => new("媒体の破壊", "destruction of a medium"),
        "MediumWrittenOffV1" => new("媒体の除却", "medium written off"),
        "InventoryTakenV1" => new("棚卸し", "inventory"),
        "ConnectionImportedV1" => new("接続記録の取込み", "import of a connection log"),
        "CallListSetV1" => new("緊急連絡表", "call list"),
        _ => null,
    };

    /// <summary>Clocks, losses, and what is done about them.</summary>
    private static Words? Response(string name) => name switch
    {
        "DeadlinePassedV1" => new("期限の経過", "deadline passed"),
        "AlarmAcknowledgedV1" => new("警報の確認", "acknowledgement of an alarm"),
        "SuspensionLiftedV1" => new("一時停止の解除", "end of a suspension"),
        "LossReportedV1" => new("紛失等の届出", "report of a loss"),
        "LabelReportedV1" => new("ラベルからの届出", "report from the label"),
        "FoundReportedV1" => new("発見の届出", "report that it is found"),
        "UnionCountedV1" => new("突合", "counting together"),
        "TaskAssignedV1" => new("対応の割当て", "task set"),
        "TaskFinishedV1" => new("対応の完了", "task done"),
        "TaskExcusedV1" => new("対応をしない決定", "task excused"),
        "LawDutySetV1" => new("法令の期限", "duty by law"),
        "IncidentClosedV1" => new("事故の終結", "end of an incident"),
        "RefusalsCountedV1" => new("拒否の集計", "count of refusals"),
        "DrillHeldV1" => new("訓練", "drill"),
        "MonthReviewedV1" => new("月次点検", "monthly review"),
        _ => null,
    };
}
