using System.Text.Json.Nodes;
using Azukari.Domain;

namespace Azukari.Protocol.Ledger;

/// <summary>What people are asked to sign, before any machine has measured anything.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="Act">The name of the act's shape, as in <see cref="ActNames"/>.</param>
/// <param name="On">The leaf of the entry that it answers; 64 zeros for a genesis.</param>
/// <param name="Until">The last moment at which the statements may be accepted.</param>
/// <param name="Said">What is said, in the record's form.</param>
public sealed record DraftAct(EngagementId Engagement, string Act, Digest On, DateTimeOffset Until, JsonObject Said)
{
    /// <summary>The largest draft, in bytes.</summary>
    public const int MaxBytes = 60_000;

    /// <summary>A draft of an act that nobody measures, or whose measured part is still to come and stands empty in <paramref name="act"/>.</summary>
    public static DraftAct Of(EngagementId engagement, Act act, Digest on, DateTimeOffset until) => new(engagement, ActNames.Of(act), on, until, Statement.Split(act).Said);

    /// <summary>The bytes that this person signs.</summary>
    public byte[] BytesFor(StatementBy by) => Statement.BytesFor(Engagement, Act, Said, by, On, Until);

    /// <summary>The whole act, with what a machine measured where its shape asks for it.</summary>
    /// <exception cref="ProtocolException">What is said and measured is not of the act's shape.</exception>
    public Act Complete(object? measured = null)
    {
        var whole = (JsonObject)Said.DeepClone();
        if (measured is not null) whole["measured"] = DomainJson.ToNode(measured);
        return (Act)DomainJson.FromNode(whole, ActNames.TypeOf(Act));
    }
}
