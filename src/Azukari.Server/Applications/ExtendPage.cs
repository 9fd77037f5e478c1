using Azukari.Domain.Permits;
using Azukari.Server.Custody;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.Applications;

/// <summary>期限の延長: the ends of the window as they shall be, each put off once and before it passes, signed by the project manager and the approver (R9).</summary>
internal sealed class ExtendPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/carry-outs/{id}/extend", (string id, HttpContext context, ExtendPage page) => page.Show(id, context));

    internal static string PathOf(string engagement, string carryOut) => $"{CarryOutPage.PathOf(engagement, carryOut)}/extend";

    private IResult Show(string id, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (at.Find(id) is not { Permit: not null, Plan.Window: { } window } carryOut) return Faults.NotFound(frame);

        var form = new WindowForm(at.Facts, window, context.Request.Query);
        return Page.Of<ExtendView>(new
        {
            Frame = frame,
            At = new Place(at.Id, at.Facts),
            Credential = visit.Passkey.Id,
            CarryOut = carryOut.Id.Value,
            Form = form,
            Asked = form.Read() is { } after && after != window ? Asked.Of(at.Facts, at.Person, new Extend(carryOut.Id, after), at.Now) : null,
        });
    }
}
