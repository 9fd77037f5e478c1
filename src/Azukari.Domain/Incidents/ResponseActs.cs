using Azukari.Domain.Incidents.Laws;

namespace Azukari.Domain.Incidents;

/// <summary>The kinds of response (R25).</summary>
public enum TaskKind
{
    /// <summary>捜索.</summary>
    Search,

    /// <summary>警察への届出: loss or theft.</summary>
    PoliceReport,

    /// <summary>携帯電話の位置確認: the phone in the same bag.</summary>
    PhoneLocation,

    /// <summary>不正流通の監視.</summary>
    DarkWebWatch,

    /// <summary>監督機関への報告: what a law asks, or that it asks nothing.</summary>
    Regulator,

    /// <summary>データの所有者への連絡.</summary>
    DataOwner,

    /// <summary>公表.</summary>
    PublicNotice,

    /// <summary>問合せ窓口.</summary>
    EnquiryDesk,
}

/// <summary>A duty under a law, as the service computed it from one edition of a pack for one legal entity (R26). Both days are civil days of the owner's calendar.</summary>
/// <param name="Pack">The law.</param>
/// <param name="Edition">The edition that was used.</param>
/// <param name="Organisation">On whom it lies.</param>
/// <param name="Duty">What has to be done.</param>
/// <param name="Nominal">The day on which the count ends; the alarm is for this one.</param>
/// <param name="Last">The last day, after rolling over closed days.</param>
public sealed record LawDuty(LawPackId Pack, string Edition, OrganisationId Organisation, BreachDuty Duty, DateOnly Nominal, DateOnly Last);

/// <summary>担当の指名: who does it, by when (R25).</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Task">The task's number, or null for one that the incident did not begin with.</param>
/// <param name="Kind">What has to be done.</param>
/// <param name="Owner">The person who does it.</param>
/// <param name="Due">Until when.</param>
public sealed record AssignTask(IncidentId Incident, int? Task, TaskKind Kind, PersonId Owner, DateTimeOffset Due) : Act
{
    private protected override void Closed() { }
}

/// <summary>対応の完了: done, with the evidence by its salted commitment (R25).</summary>
public sealed record FinishTask(IncidentId Incident, int Task, Digest Evidence) : Act
{
    private protected override void Closed() { }
}

/// <summary>対応の免除: the owner's side says why it is not done, by the reason's salted commitment (R25).</summary>
public sealed record ExcuseTask(IncidentId Incident, int Task, Digest Why) : Act
{
    private protected override void Closed() { }
}

/// <summary>法定期限: the service writes down what a law asks of an entity that knows, so that the watch alarms on the nominal day (R26).</summary>
/// <remarks>It carries no signature and only ever adds a task; what was computed wrongly is excused with the reason.</remarks>
public sealed record SetLawDuty(IncidentId Incident, LawDuty Law) : Act
{
    private protected override void Closed() { }
}

/// <summary>事故の終結: the owner's officer and the executive close an incident whose tasks are all done or excused (R25).</summary>
public sealed record CloseIncident(IncidentId Incident) : Act
{
    private protected override void Closed() { }
}
