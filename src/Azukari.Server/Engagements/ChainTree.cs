using Azukari.Domain;
using Azukari.Domain.Engagements;

namespace Azukari.Server.Engagements;

/// <summary>The chain of entrustment as a tree: the owner, the contractor, and whoever is entrusted below, each under the one that entrusts it (R1).</summary>
/// <param name="Node">The organisation.</param>
/// <param name="Below">Whom it entrusts.</param>
public sealed record ChainTree(ChainNode Node, IReadOnlyList<ChainTree> Below)
{
    /// <summary>The roots: the owner first. Nobody is in it twice, and whoever stands under nobody that is known is a root.</summary>
    internal static IReadOnlyList<ChainTree> Of(Engagement facts)
    {
        var contractor = facts.Founding?.Contractor.Organisation;
        OrganisationId? AboveOf(ChainNode node) => node.Organisation == contractor ? facts.Founding!.Owner.Organisation : node.EntrustedBy;
        IReadOnlyList<ChainTree> Under(OrganisationId? above) => [.. facts.Chain.Values.Where(node => AboveOf(node) == above).OrderBy(node => node.Organisation.Value, StringComparer.Ordinal).Select(node => new ChainTree(node, Under(node.Organisation)))];
        return Under(null);
    }

    /// <summary>Every organisation with how deep it stands, as a reader goes down the tree; and the row of the one above it.</summary>
    internal static IReadOnlyList<ChainRow> Rows(IReadOnlyList<ChainTree> roots)
    {
        List<ChainRow> rows = [];
        void Walk(ChainTree tree, int depth, int? above)
        {
            rows.Add(new(tree.Node, depth, above));
            var own = rows.Count - 1;
            foreach (var below in tree.Below) Walk(below, depth + 1, own);
        }

        foreach (var root in roots) Walk(root, 0, null);
        return rows;
    }
}

/// <summary>One line of the picture.</summary>
/// <param name="Node">The organisation.</param>
/// <param name="Depth">How far below the owner.</param>
/// <param name="Above">The line of the one that entrusts it, or null.</param>
public sealed record ChainRow(ChainNode Node, int Depth, int? Above);
