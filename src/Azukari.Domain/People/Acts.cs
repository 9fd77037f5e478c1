using System.Collections.Immutable;

namespace Azukari.Domain.People;

/// <summary>An organisation enrols one of its own people: signed with the new key and by somebody of the same organisation who is enrolled already (R1).</summary>
public sealed record EnrolPerson(PersonId Person, OrganisationId Organisation, SigningKeyFact Key) : Act
{
    private protected override void Closed() { }
}

/// <summary>鍵の切替え: a lost key is replaced, signed with the new key and by two others of the same organisation (R1). From this entry on the old key counts for nothing, here and for ever.</summary>
/// <param name="Person">Whose key is lost.</param>
/// <param name="Key">The new key, which is nobody's and never was.</param>
public sealed record ReplaceKey(PersonId Person, SigningKeyFact Key) : Act
{
    private protected override void Closed() { }
}

/// <summary>端末用の鍵: a person's security key as the screens of stations know it, added by the person and a colleague in front of a station (R1, R11). It counts only beside a station's own signature; another takes its place.</summary>
/// <remarks>A passkey belongs to one name, and where there is no network the only name is the computer's own, <c>localhost</c>: the same security key makes a second key for it.</remarks>
/// <param name="Person">Whose it is.</param>
/// <param name="Key">The key, made at a station's screen; nobody's, and it never was.</param>
/// <param name="Presence">The station that showed the code, and its trace.</param>
public sealed record AddKeyAtStations(PersonId Person, SigningKeyFact Key, Presence Presence) : Act
{
    private protected override void Closed() { }
}

/// <summary>The owner's officer has seen the person and a document of the employer (R1). The owner's first person is seen by the second, who needs no duty for it.</summary>
public sealed record SeePerson(PersonId Person, EmploymentDocument Document) : Act
{
    private protected override void Closed() { }
}

/// <summary>What the officer was shown as proof of employment.</summary>
public enum EmploymentDocument
{
    /// <summary>社員証.</summary>
    EmployeeCard,

    /// <summary>健康保険の資格確認書.</summary>
    HealthInsurance,

    /// <summary>在籍証明書.</summary>
    EmployersCertificate,
}

/// <summary>A side gives one of its people a duty, from a date until a date (R2). It takes the place of an earlier appointment to the same duty from its first moment on.</summary>
/// <param name="Person">Who.</param>
/// <param name="Role">The duty.</param>
/// <param name="Until">The last moment.</param>
/// <param name="From">The first moment, or null for at once.</param>
/// <param name="Deputises">Whose deputy the person is, or null. A deputy signs in the own name and never makes two people of one.</param>
public sealed record AppointRole(PersonId Person, Role Role, DateTimeOffset Until, DateTimeOffset? From = null, PersonId? Deputises = null) : Act
{
    private protected override void Closed() { }
}

/// <summary>解任: a duty ends at once, and so does an appointment that was still to begin (R2).</summary>
public sealed record EndRole(PersonId Person, Role Role) : Act
{
    private protected override void Closed() { }
}

/// <summary>事務引継: what is open passes from one person to another, as on 1 April (R2). What somebody physically holds passes only by a hand-over.</summary>
public sealed record TransferDuties(PersonId From, PersonId To) : Act
{
    private protected override void Closed() { }
}

/// <summary>兼務の特例: two people of the owner declare that in this small town the approver may be the witness (R2). One whose last moment has passed ends it.</summary>
public sealed record WaiveSeparation(DateTimeOffset LastDay) : Act
{
    private protected override void Closed() { }
}

/// <summary>名簿: an organisation's representative signs who works for it, again every quarter (R1).</summary>
public sealed record SignList(OrganisationId Organisation, ImmutableArray<PersonId> People) : Act
{
    private protected override void Closed() { }
}

/// <summary>離職: a person no longer works for the organisation; every duty ends with it (R1).</summary>
public sealed record LeaveOrganisation(PersonId Person) : Act
{
    private protected override void Closed() { }
}

/// <summary>運用手順書の提出: the project manager submits a version of the operation manual (R3).</summary>
/// <param name="Version">Its number, higher than every one before.</param>
/// <param name="Manual">SHA-256 of the document.</param>
public sealed record SubmitManual(int Version, Digest Manual) : Act
{
    private protected override void Closed() { }
}

/// <summary>The owner's approver puts a submitted version into force; it takes the place of a lower one (R3).</summary>
public sealed record ApproveManual(int Version) : Act
{
    private protected override void Closed() { }
}

/// <summary>A person has read a version and will work by it (R3). It may be acknowledged before it comes into force, so that a new version stops nobody's work.</summary>
public sealed record AcknowledgeManual(int Version) : Act
{
    private protected override void Closed() { }
}

/// <summary>研修の修了: the executive, or the person's own organisation, records a completed course (R4).</summary>
/// <param name="Person">Who completed it.</param>
/// <param name="Course">SHA-256 of the course's description.</param>
/// <param name="Completed">When.</param>
/// <param name="Expires">The last moment at which it counts.</param>
public sealed record RecordTraining(PersonId Person, Digest Course, DateTimeOffset Completed, DateTimeOffset Expires) : Act
{
    private protected override void Closed() { }
}

/// <summary>登録端末: the owner's officer admits a computer at a site; its own key signs too.</summary>
public sealed record EnrolStation(StationId Station, SiteId Site, SigningKeyFact Key) : Act
{
    private protected override void Closed() { }
}
