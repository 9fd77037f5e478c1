using Azukari.Domain.Applications;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R8: online first; a medium has its reason, and so has every field beyond the template.</summary>
public sealed class R08_Reasons
{
    [Fact]
    public void A_medium_without_a_reason_is_refused()
    {
        var town = Founded();

        town.Refuses(town.Ask(plan => plan with { Handling = Handled with { WhyMedium = null } }), (R8, MediumReasonMissing));
    }

    [Fact]
    public void A_reason_for_one_field_is_none_for_another()
    {
        var town = Founded();
        CarryPlan More(CarryPlan plan) => plan with { Data = [new(Residents, ["id", "tax"])], Handling = Handled with { BeyondTemplate = [new(Residents, "name", Hash("why name"))] } };

        town.Refuses(town.Ask(More), (R8, FieldBeyondTemplate));
        town.Accepts(town.Ask(plan => More(plan) with { Handling = Handled with { BeyondTemplate = [new(Residents, "tax", Hash("why tax"))] } }));
    }
}
