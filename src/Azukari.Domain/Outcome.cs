using System.Collections.Immutable;

namespace Azukari.Domain;

/// <summary>The rules of the rule book that this code decides, by number.</summary>
#pragma warning disable CS1591, CA1008 // The rule book is the documentation of each number, and it has no rule nought.
public enum Rule
{
    R1 = 1, R2, R3, R4, R5, R6, R7, R8, R9, R10, R11, R12, R13, R14, R15, R16, R17, R18, R19, R20, R21, R22, R23, R24, R25, R26, R27, R28, R29, R30, R31, R32, R33, R34, R35, R36,
}
#pragma warning restore CS1591, CA1008

/// <summary>One rule that speaks against an act.</summary>
/// <param name="Rule">The rule's number.</param>
/// <param name="Because">The stable code of the reason; its wording in both languages belongs to the edge.</param>
/// <param name="About">The id that the reason is about, or null. Never personal data.</param>
public sealed record Refusal(Rule Rule, Reason Because, string? About = null);

/// <summary>The answer of the rules to an act.</summary>
public abstract record Outcome
{
    private Outcome() { }

    private protected abstract void Closed();

    /// <summary>The act counts.</summary>
    /// <param name="Missing">What a safety act lacked and was accepted without (R35), and what the owner has waived (R2); empty otherwise. The entry says it.</param>
    public sealed record Accepted(ImmutableArray<Refusal> Missing) : Outcome
    {
        private protected override void Closed() { }
    }

    /// <summary>The act changed nothing.</summary>
    /// <param name="Refusals">Every rule that speaks against it, in rule order, none twice; never empty.</param>
    public sealed record Refused(ImmutableArray<Refusal> Refusals) : Outcome
    {
        private protected override void Closed() { }
    }
}
