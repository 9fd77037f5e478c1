using Azukari.Domain;
using Azukari.Holder.Http;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder.Release;

/// <summary>The door at which the opening station asks for this side's layer to be taken off (R17).</summary>
internal sealed class ReleaseEndpoint(Knock knock, TakeOffLayer takeOff)
{
    internal async Task<IResult> HandleAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        if (await Bodies.ReadAsync(request) is not { } envelope) return Problems.TooLarge;
        if (knock.Admit(request, envelope, out var refusal) is not { } sender) return refusal;
        if (TryCarryOut(id) is not { } carryOut) return Problems.Of(StatusCodes.Status404NotFound, "not-found", "there is no such carry-out");

        return await takeOff.HandleAsync(new(carryOut, new(sender.KeyId), Digests.Sha256(envelope)), envelope, cancellation) switch
        {
            ReleaseAnswer.Given given => Results.Bytes(given.Inner, "application/octet-stream"),
            ReleaseAnswer.Refused refused => Problems.Refused(refused.Refusals),
            ReleaseAnswer.NotNow later => Problems.Of(StatusCodes.Status503ServiceUnavailable, later.Code, "nothing is released now"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static CarryOutId? TryCarryOut(string id)
    {
        try
        {
            return new(id);
        }
        catch (ArgumentException)
        {
            return null; // Not a code: then nothing is called so.
        }
    }
}
