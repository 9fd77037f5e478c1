using Azukari.Domain.Catalogue;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R6: what is not in the catalogue can be neither needed nor asked for.</summary>
public sealed class R06_Catalogue
{
    [Fact]
    public void A_dataset_that_is_not_catalogued_is_neither_needed_nor_asked_for()
    {
        var town = Founded();

        town.Refuses(town.SignedTemplate(act => act with { Needs = [new(new("pets"), ["id"])] }), (R6, DatasetNotCatalogued));
        town.Refuses(town.Ask(plan => plan with { Data = [new(new("pets"), ["id"])] }), (R6, DatasetNotCatalogued), (R8, FieldBeyondTemplate));
    }

    [Fact]
    public void A_field_that_is_not_catalogued_is_neither_needed_nor_asked_for()
    {
        var town = Founded();

        town.Refuses(town.SignedTemplate(act => act with { Needs = [new(Residents, ["id", "income"])] }), (R6, FieldNotCatalogued));
        town.Refuses(town.Ask(plan => plan with { Data = [new(Residents, ["id", "income"])] }), (R6, FieldNotCatalogued), (R8, FieldBeyondTemplate));
    }

    [Fact]
    public void A_field_is_named_once()
    {
        var town = Founded();

        town.Refuses(town.Catalogue(act => act with { Fields = [.. act.Fields, act.Fields[0]] }), (R6, FieldNamedTwice));
        town.Refuses(town.Ask(plan => plan with { Data = [new(Residents, ["id", "id"])] }), (R6, FieldNamedTwice));
    }

    [Fact]
    public void A_dataset_is_asked_for_once()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Data = [new(Residents, ["id"]), new(Residents, ["id", "name"])] }), (R6, FieldNamedTwice));
    }

    [Fact]
    public void The_key_of_a_person_is_one_of_the_fields()
    {
        var town = Founded();

        town.Refuses(town.Catalogue(act => act with { PersonKey = "passport" }), (R6, PersonKeyNotAField));
    }

    [Fact]
    public void Without_the_key_of_a_person_nobody_could_count_who_leaves()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Data = [new(Residents, ["name"])] }), (R6, PersonKeyNotAsked));
    }

    [Fact]
    public void A_field_that_a_template_in_force_needs_keeps_its_place_and_its_class()
    {
        var town = Founded();
        town.Refuses(town.Catalogue(act => act with { Fields = [new("id", FieldClass.Identifier), new("tax", FieldClass.Tax)] }), (R6, FieldInUse));
        town.Refuses(town.Catalogue(act => act with { Fields = [new("id", FieldClass.MyNumber), .. act.Fields.Skip(1)] }), (R6, FieldInUse));
        town.Accepts(town.Catalogue(act => act with { Fields = [.. act.Fields.Take(2), new("income", FieldClass.Tax)] }));

        town.Do(town.SignedTemplate(act => act with { Needs = [new(Residents, ["id"])] }));
        town.Accepts(town.Catalogue(act => act with { Fields = [new("id", FieldClass.Identifier)] }));
    }

    [Fact]
    public void While_a_carry_out_is_open_its_people_are_counted_as_they_were_asked_for()
    {
        var town = Until(Phase.Asked);
        town.Refuses(town.Catalogue(act => act with { PersonKey = "name" }), (R6, FieldInUse));
        town.Refuses(town.Catalogue(act => act with { Unit = DatasetUnit.Households }), (R6, FieldInUse));

        town.Do(town.Withdrawn());
        town.Accepts(town.Catalogue(act => act with { Unit = DatasetUnit.Households, PersonKey = "tax" }));
    }
}
