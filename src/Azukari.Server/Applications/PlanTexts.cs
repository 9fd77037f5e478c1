using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Protocol;
using Azukari.Protocol.Applications;
using Azukari.Protocol.Ledger;
using Azukari.Server.Ledger;

namespace Azukari.Server.Applications;

/// <summary>The free texts of a plan as they lie beside the record; one that was erased, or that nobody brought, is null. A class, because a record's text would show them.</summary>
/// <param name="purpose">Purpose, necessity and why a medium.</param>
/// <param name="others">The other texts by their commitment.</param>
public sealed class PlanTexts(ApplicationText? purpose, IReadOnlyDictionary<Digest, string> others)
{
    /// <summary>Purpose, necessity and why a medium.</summary>
    public ApplicationText? Purpose => purpose;

    /// <summary>The text of this commitment, or null.</summary>
    public string? Of(Digest? commitment) => commitment is null ? null : others.GetValueOrDefault(commitment);

    internal static async Task<PlanTexts> ReadAsync(PaperShelf shelf, string engagement, CarryPlan plan, CancellationToken cancellation)
    {
        Dictionary<Digest, string> others = [];
        foreach (var commitment in plan.Commitments().Distinct())
            if (await FindAsync<PlanText>(shelf, engagement, commitment, cancellation) is { } text) others[commitment] = text.Text;

        return new(plan.TextDigest is { } purpose ? await FindAsync<ApplicationText>(shelf, engagement, purpose, cancellation) : null, others);
    }

    internal static async Task<T?> FindAsync<T>(PaperShelf shelf, string engagement, Digest commitment, CancellationToken cancellation) where T : class
    {
        if (await shelf.FindAsync(engagement, commitment, cancellation) is not { } paper || Digests.Sha256(paper) != commitment) return null;

        try
        {
            return DomainJson.FromBytes<T>(paper, ApplicationText.MaxBytes);
        }
        catch (ProtocolException)
        {
            return null; // A paper of another shape.
        }
    }
}
