using System.Collections.Immutable;
using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Server.Custody;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.Applications;

/// <summary>変更: who carries it, on which media, when and for how many; those sign whose matter it is (R9). Purpose, data and handling have papers of their own: for those it is taken back and applied for anew.</summary>
internal sealed class AmendPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/carry-outs/{id}/amend", (string id, HttpContext context, AmendPage page) => page.Show(id, context));

    internal static string PathOf(string engagement, string carryOut) => $"{CarryOutPage.PathOf(engagement, carryOut)}/amend";

    private IResult Show(string id, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (at.Find(id) is not { Plan.Window: { } window } carryOut) return Faults.NotFound(frame);

        var query = context.Request.Query;
        var form = new WindowForm(at.Facts, window, query);
        var plan = PlanOf(carryOut.Plan, form, query, isSealed: carryOut.Seal is not null);
        var isChanged = plan is not null && !PlanParts.Between(carryOut.Plan, plan).IsEmpty;
        return Page.Of<AmendView>(new
        {
            Frame = frame,
            At = new Place(at.Id, at.Facts),
            Credential = visit.Passkey.Id,
            CarryOut = carryOut,
            Plan = plan ?? carryOut.Plan,
            Form = form,
            Planned = Text(query, "people", carryOut.Plan.PlannedPeople),
            Most = Text(query, "most", carryOut.Plan.MostPeople),
            Asked = isChanged ? Asked.Of(at.Facts, at.Person, new Amend(carryOut.Id, plan!), at.Now) : null,
        });
    }

    /// <summary>The plan as it shall be; null where a field cannot be read. Once sealed only the people can still change.</summary>
    private static CarryPlan? PlanOf(CarryPlan plan, WindowForm form, IQueryCollection query, bool isSealed)
    {
        if (!query.ContainsKey("chosen")) return plan;

        var pool = plan with { Custodians = Ordered(plan.Custodians, query["custodian"], code => new PersonId(code)) };
        return isSealed ? pool
            : form.Read() is { } window && Number(query, "people") is { } people && Number(query, "most") is { } most
                ? pool with { Media = Ordered(plan.Media, query["medium"], code => new MediumId(code)), Window = window, PlannedPeople = people, MostPeople = most }
                : null;
    }

    /// <summary>What is ticked, what stood there already in its old order: a form that changes nothing is no change.</summary>
    private static ImmutableArray<T> Ordered<T>(ImmutableArray<T> before, IEnumerable<string?> ticked, Func<string, T> make) where T : Code
    {
        var chosen = ticked.OfType<string>().Where(Code.IsValid).Select(make).ToHashSet();
        return [.. before.Where(chosen.Contains), .. chosen.Except(before).OrderBy(one => one.Value, StringComparer.Ordinal)];
    }

    private static long? Number(IQueryCollection query, string name) =>
        long.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000_000 ? number : null;

    private static string Text(IQueryCollection query, string name, long before) => query[name] is [{ } text] ? text : before.ToString(CultureInfo.InvariantCulture);
}
