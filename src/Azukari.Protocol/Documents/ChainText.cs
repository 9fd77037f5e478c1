using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>再委託の段階: how far from the owner an organisation stands, and by what approval.</summary>
internal static class ChainText
{
    /// <summary>0 for the owner, 1 for the contractor, 2 for whom the contractor entrusts, and so on.</summary>
    internal static int TierOf(Engagement facts, ChainNode node) => node.Side == Side.Owner ? 0
        : node.EntrustedBy is { } above && facts.Chain.TryGetValue(above, out var entrusting) ? TierOf(facts, entrusting) + 1
        : 1;

    internal static Words Tier(int tier) => tier switch
    {
        0 => new("所有者", "owner"),
        1 => new("受託者", "contractor"),
        2 => new("再委託先", "re-entrusted, second tier"),
        3 => new("再々委託先", "re-entrusted, third tier"),
        _ => new($"第{tier}段の委託先", $"re-entrusted, tier {tier}"),
    };

    /// <summary>The entry is the approval's number: nobody can give it to another approval.</summary>
    internal static FormValue Approval(ChainNode node, DocumentWords words) => node switch
    {
        { Withdrawn: { } withdrawn } => FormValue.Signed(Line.Of("取消し", "withdrawn", words.Seal(withdrawn))),
        { Approved: { } approved } => FormValue.Signed(words.Seal(approved)),
        _ => FormValue.NotApplicable,
    };
}
