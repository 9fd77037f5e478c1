namespace Azukari.Domain;

/// <summary>A short name that the engagement's record uses for one thing.</summary>
/// <remarks>1 to 64 of <c>a-z 0-9 . -</c>, beginning with a letter or digit; compared byte for byte. Never a person's name: staff appear under pseudonyms (R30).</remarks>
public abstract record Code
{
    private protected Code(string value) =>
        Value = IsValid(value) ? value : throw new ArgumentException("a code is 1 to 64 of a-z, 0-9, '.' and '-'", nameof(value));

    /// <summary>The code as it is written.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => Value;

    /// <summary>Whether this can be a code.</summary>
    public static bool IsValid(string value) =>
        value is { Length: >= 1 and <= 64 } && char.IsAsciiLetterOrDigit(value[0]) && value.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '-');
}

/// <summary>Names one piece of entrusted work (委託業務).</summary>
public sealed record EngagementId : Code
{
    /// <inheritdoc cref="Code"/>
    public EngagementId(string value) : base(value) { }
}

/// <summary>Names an organisation of the chain of entrustment.</summary>
public sealed record OrganisationId : Code
{
    /// <inheritdoc cref="Code"/>
    public OrganisationId(string value) : base(value) { }
}

/// <summary>The pseudonym of one member of staff in one engagement (R30).</summary>
public sealed record PersonId : Code
{
    /// <inheritdoc cref="Code"/>
    public PersonId(string value) : base(value) { }
}

/// <summary>Names an enrolled computer (登録端末).</summary>
public sealed record StationId : Code
{
    /// <inheritdoc cref="Code"/>
    public StationId(string value) : base(value) { }
}

/// <summary>Names a site: a place where data or media may be.</summary>
public sealed record SiteId : Code
{
    /// <inheritdoc cref="Code"/>
    public SiteId(string value) : base(value) { }
}

/// <summary>The property number of a registered medium (媒体).</summary>
public sealed record MediumId : Code
{
    /// <inheritdoc cref="Code"/>
    public MediumId(string value) : base(value) { }
}

/// <summary>Names a dataset of the catalogue.</summary>
public sealed record DatasetId : Code
{
    /// <inheritdoc cref="Code"/>
    public DatasetId(string value) : base(value) { }
}

/// <summary>Names a purpose template.</summary>
public sealed record TemplateId : Code
{
    /// <inheritdoc cref="Code"/>
    public TemplateId(string value) : base(value) { }
}

/// <summary>Names one case from application to its end (持出).</summary>
public sealed record CarryOutId : Code
{
    /// <inheritdoc cref="Code"/>
    public CarryOutId(string value) : base(value) { }
}

/// <summary>Names a copy or extract within its carry-out (R22).</summary>
public sealed record CopyId : Code
{
    /// <inheritdoc cref="Code"/>
    public CopyId(string value) : base(value) { }
}

/// <summary>Names one incident (事故番号): the running number in which the engagement's record opened it.</summary>
public sealed record IncidentId : Code
{
    /// <inheritdoc cref="Code"/>
    public IncidentId(string value) : base(value) { }
}

/// <summary>Names a series of carry-outs that one approval covers (包括承認).</summary>
public sealed record SeriesId : Code
{
    /// <inheritdoc cref="Code"/>
    public SeriesId(string value) : base(value) { }
}

/// <summary>Names a law whose breach rules are data (R26).</summary>
public sealed record LawPackId : Code
{
    /// <inheritdoc cref="Code"/>
    public LawPackId(string value) : base(value) { }
}
