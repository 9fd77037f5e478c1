using Azukari.Domain;

namespace Azukari.Holder.Release;

/// <summary>What a station gets that asks for a layer to be taken off.</summary>
internal abstract record ReleaseAnswer
{
    private ReleaseAnswer() { }

    /// <summary>The envelope without this side's layer.</summary>
    internal sealed record Given(byte[] Inner) : ReleaseAnswer;

    /// <summary>Rules speak against it.</summary>
    internal sealed record Refused(IReadOnlyList<Refusal> Refusals) : ReleaseAnswer;

    /// <summary>It cannot be decided now: the record does not come, or something is wrong with it or with the clock.</summary>
    internal sealed record NotNow(string Code) : ReleaseAnswer;
}
