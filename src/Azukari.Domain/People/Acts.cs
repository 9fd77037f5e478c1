namespace Azukari.Domain.People;

/// <summary>An organisation enrols one of its own people: signed with the new key and by somebody of the same organisation who is enrolled already (R1).</summary>
public sealed record EnrolPerson(PersonId Person, OrganisationId Organisation, SigningKeyFact Key) : Act
{
    private protected override void Closed() { }
}

/// <summary>The owner's officer has seen the person and a document of the employer (R1).</summary>
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

/// <summary>A side gives one of its people a duty, until a date (R2).</summary>
public sealed record AppointRole(PersonId Person, Role Role, DateTimeOffset Until) : Act
{
    private protected override void Closed() { }
}

/// <summary>登録端末: the owner's officer admits a computer at a site; its own key signs too.</summary>
public sealed record EnrolStation(StationId Station, SiteId Site, SigningKeyFact Key) : Act
{
    private protected override void Closed() { }
}
