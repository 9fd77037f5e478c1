using System.Diagnostics;
using Azukari.Domain.Closing;

namespace Azukari.Protocol.Wording;

/// <summary>R24's three sentences about the key, and no others.</summary>
public static class KeyWording
{
    /// <summary>What the record proves about the key, with its times in the engagement's zone, or in UTC where none is given.</summary>
    public static Words Of(KeyAnswer answer, string? zone) => answer switch
    {
        KeyAnswer.NeverReleasedDestroyed never => Never(InstantWording.Of(never.At, zone)),
        KeyAnswer.ReleasedDestructionAttested attested => Attested(InstantWording.Of(attested.ReleasedAt, zone), InstantWording.Of(attested.AttestedAt, zone)),
        KeyAnswer.NotKnownDestroyed => new("引渡しあり、廃棄は未確認", "released, not known destroyed"),
        _ => throw new UnreachableException($"no words for {answer.GetType().Name}"),
    };

    private static Words Never(Words at) => new($"引渡しなし、{at.Ja}に廃棄", $"never released, destroyed at {at.En}");

    private static Words Attested(Words released, Words attested) =>
        new($"{released.Ja}に引渡し、{attested.Ja}に廃棄の証明あり", $"released at {released.En}, destruction attested at {attested.En}");
}
