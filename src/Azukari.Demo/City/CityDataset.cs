namespace Azukari.Demo.City;

/// <summary>What a field tells about a person; R6's classes.</summary>
public enum FieldClass
{
    Identifier,
    Contact,
    Financial,
    Tax,
    Welfare,
    SpecialCare,
    MyNumber,
}

/// <summary>A field, its class and the type a city's database would give it.</summary>
public sealed record CityField(string Name, FieldClass Class, string SqlType = "text");

/// <summary>One of the six datasets that were lost, with its fields in order.</summary>
public sealed record CityDataset(string Id, string Unit, string PersonKey, IReadOnlyList<CityField> Fields)
{
    /// <summary>The table it is copied into.</summary>
    public string Table => Id.Replace('-', '_');
}

/// <summary>The datasets named in §2 of the incident notice, and how many rows each had.</summary>
internal static class CityCatalogue
{
    /// <summary>People in the register that was lost; the other numbers are in proportion to it.</summary>
    public const int FullSize = 460_517;

    public static readonly CityDataset Residents = new("residents", "people", "unified_code",
    [
        new("unified_code", FieldClass.Identifier),
        new("name", FieldClass.Identifier),
        new("postal_code", FieldClass.Contact),
        new("address", FieldClass.Contact),
        new("date_of_birth", FieldClass.Identifier, "date"),
        new("gender", FieldClass.Identifier),
        new("resident_since", FieldClass.Identifier, "date"),
    ]);

    public static readonly CityDataset Tax = new("tax", "records", "unified_code",
        [new("unified_code", FieldClass.Identifier), new("per_capita_levy", FieldClass.Tax, "integer")]);

    public static readonly CityDataset Households2021 = Households("households-2021");

    public static readonly CityDataset Households2022 = Households("households-2022");

    public static readonly CityDataset WelfareAccounts = Accounts("accounts-welfare");

    public static readonly CityDataset ChildAllowanceAccounts = Accounts("accounts-child-allowance");

    public static readonly IReadOnlyList<CityDataset> All =
        [Residents, Tax, Households2021, Households2022, WelfareAccounts, ChildAllowanceAccounts];

    private static CityDataset Households(string id) => new(id, "households", "head_unified_code",
    [
        new("head_unified_code", FieldClass.Identifier),
        new("form_number", FieldClass.Welfare),
        new("accepted_on", FieldClass.Welfare, "date"),
        new("undelivered_reason", FieldClass.Welfare),
        new("transfer_done_on", FieldClass.Welfare, "date"),
    ]);

    // To stand in this list at all is to receive a benefit: here even the code is of the class welfare.
    private static CityDataset Accounts(string id) => new(id, "records", "unified_code",
    [
        new("unified_code", FieldClass.Welfare),
        new("bank_code", FieldClass.Financial),
        new("branch_code", FieldClass.Financial),
        new("account_type", FieldClass.Financial),
        new("account_number", FieldClass.Financial),
        new("account_holder", FieldClass.Financial),
    ]);
}
