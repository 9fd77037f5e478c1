namespace Azukari.TransparencyLog;

/// <summary>Where a verifier stands on its way up: the node's number on its level, and the number of the level's last node.</summary>
/// <remarks>RFC 9162 calls them fn and sn. A last node without a sibling rises on its own, which is why one step may climb several levels.</remarks>
internal readonly record struct ProofPath(long Node, long Last)
{
    internal bool AtRoot => Last == 0;

    internal bool SiblingIsLeft => (Node & 1) == 1 || Node == Last;

    internal ProofPath Up()
    {
        long node = Node;
        long last = Last;
        while (SiblingIsLeft && node != 0 && (node & 1) == 0)
        {
            node >>= 1;
            last >>= 1;
        }

        return new(node >> 1, last >> 1);
    }

    /// <summary>To the largest perfect subtree that ends here: the node from which both trees are climbed at once.</summary>
    internal ProofPath OffTheRightEdge()
    {
        long node = Node;
        long last = Last;
        while ((node & 1) == 1)
        {
            node >>= 1;
            last >>= 1;
        }

        return new(node, last);
    }
}
