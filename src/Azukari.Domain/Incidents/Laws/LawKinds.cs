namespace Azukari.Domain.Incidents.Laws;

/// <summary>What a legal entity is before the law. One entity may be several.</summary>
public enum EntityKind
{
    /// <summary>個人情報取扱事業者.</summary>
    PrivateOperator,

    /// <summary>行政機関の長等, of the State.</summary>
    NationalBody,

    /// <summary>地方公共団体の機関: under the Act only from April 2023.</summary>
    LocalBody,

    /// <summary>Under the GDPR.</summary>
    EuEntity,

    /// <summary>Under the UK GDPR.</summary>
    UkEntity,

    /// <summary>A HIPAA covered entity or business associate.</summary>
    HipaaEntity,
}

/// <summary>Where the entity stands in the chain for this data.</summary>
public enum ChainRole
{
    /// <summary>委託元: whose data it is; controller; covered entity.</summary>
    Owner,

    /// <summary>委託先, at whatever tier; processor; business associate.</summary>
    Entrustee,
}

/// <summary>What a law asks to be done by a time.</summary>
public enum BreachDuty
{
    /// <summary>速報.</summary>
    PromptReport,

    /// <summary>確報.</summary>
    FinalReport,

    /// <summary>The report to the authority, where the law has one only.</summary>
    AuthorityReport,

    /// <summary>The entrustee tells its entrustor.</summary>
    NoticeToEntrustor,

    /// <summary>本人への通知.</summary>
    NoticeToPersons,

    /// <summary>Notice through the media.</summary>
    NoticeToMedia,

    /// <summary>The log of small breaches, handed in after the end of the year.</summary>
    YearlyReport,
}

/// <summary>How a law counts.</summary>
public enum CountUnit
{
    /// <summary>Hours from the moment, through nights, weekends and holidays.</summary>
    Hours,

    /// <summary>初日算入: calendar days, and the civil day of the moment is day 1.</summary>
    DaysFromDayOne,

    /// <summary>Calendar days, and the day after the moment is day 1.</summary>
    DaysAfter,

    /// <summary>Calendar days after 31 December of the moment's year.</summary>
    DaysAfterYearEnd,

    /// <summary>Without delay; the law gives no number, and none is made up.</summary>
    NoNumber,
}

/// <summary>What stands behind a deadline.</summary>
public enum Binding
{
    /// <summary>The law itself, or a rule under it.</summary>
    Statute,

    /// <summary>The authority's guidance.</summary>
    Guidance,
}

/// <summary>What demonstrated protection, such as advanced encryption with the key elsewhere, takes away.</summary>
public enum ExemptionEffect
{
    /// <summary>All duties.</summary>
    Everything,

    /// <summary>The notice to the persons only.</summary>
    NoticeToPersons,
}

/// <summary>The risk to the persons as the entity has assessed it and written down.</summary>
public enum RiskAssessment
{
    /// <summary>Nobody has; every duty stands.</summary>
    NotAssessed,

    /// <summary>Unlikely.</summary>
    Unlikely,

    /// <summary>A risk.</summary>
    Present,

    /// <summary>A high risk.</summary>
    High,
}

/// <summary>What has happened to the data, or may have.</summary>
public enum BreachNature
{
    /// <summary>Nothing that a law asks to be reported.</summary>
    None,

    /// <summary>漏えい: it flowed outside, or may have.</summary>
    Leak,

    /// <summary>滅失: the content is lost inside, and there is no other copy.</summary>
    Destruction,
}

/// <summary>The parts of a report. Each pack says which it asks for, under which name, and which go to the persons.</summary>
public enum ReportItem
{
    /// <summary>概要.</summary>
    Outline,

    /// <summary>データの項目.</summary>
    DataItems,

    /// <summary>本人の数.</summary>
    PersonCount,

    /// <summary>原因.</summary>
    Cause,

    /// <summary>二次被害又はそのおそれ.</summary>
    SecondaryDamage,

    /// <summary>本人への対応.</summary>
    ResponseToPersons,

    /// <summary>公表.</summary>
    Publication,

    /// <summary>再発防止.</summary>
    Prevention,

    /// <summary>その他参考となる事項; to the persons: what they can do.</summary>
    OtherMatters,

    /// <summary>Whom to ask.</summary>
    ContactPoint,
}
