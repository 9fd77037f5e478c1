using Azukari.Domain;
using Azukari.Holder.Http;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Opening;

namespace Azukari.Holder.Release;

/// <summary>The door at which the opening station asks for this side's layer to be taken off (R17).</summary>
internal sealed class ReleaseEndpoint(HolderSettings settings, Knock knock, TakeOffLayer takeOff)
{
    internal async Task<IResult> HandleAsync(string id, HttpRequest request, CancellationToken cancellation)
    {
        if (await Bodies.ReadAsync(request) is not { } envelope) return Problems.TooLarge;
        if (knock.Admit(request, envelope, out var refusal) is not { } sender) return refusal;
        if (TryCarryOut(id) is not { } carryOut) return Problems.Of(StatusCodes.Status404NotFound, "not-found", "there is no such carry-out");

        var carried = Carried(request, carryOut);
        return await takeOff.HandleAsync(new(carryOut, carried?.Station ?? new(sender.KeyId), Digests.Sha256(envelope), carried?.Arrival), envelope, cancellation) switch
        {
            ReleaseAnswer.Given given => Results.Bytes(given.Inner, "application/octet-stream"),
            ReleaseAnswer.Refused refused => Problems.Refused(refused.Refusals),
            ReleaseAnswer.NotNow later => Problems.Of(StatusCodes.Status503ServiceUnavailable, later.Code, later.Code == "key-unreadable" ? "the key holder's disk does not give the key; if it stays so, have the data sealed again" : "nothing is released now"),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>The station's own request, brought by somebody who is enrolled; one that is not good counts as none.</summary>
    private ReleaseRequest? Carried(HttpRequest http, CarryOutId carryOut)
    {
        if (!http.Headers.TryGetValue(ReleaseRequest.Header, out var header)) return null;

        try
        {
            var asked = DomainJson.FromBytes<ReleaseRequest>(Convert.FromBase64String(header.ToString()), ReleaseRequest.MaxBytes);
            return asked.CarryOut == carryOut && asked.Engagement == settings.Engagement && knock.Find(asked.Station.Value) is { } key && asked.IsBy(key) ? asked : null;
        }
        catch (Exception fault) when (fault is ProtocolException or FormatException)
        {
            return null;
        }
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
