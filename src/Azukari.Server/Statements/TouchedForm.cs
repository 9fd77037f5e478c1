using System.Globalization;
using Azukari.Domain;
using Azukari.Protocol.Ledger;

namespace Azukari.Server.Statements;

/// <summary>What comes back from a form that asked a person to sign an act.</summary>
internal sealed class TouchedForm(IFormCollection form) : PasskeyForm(form)
{
    private const int LongestMessage = 100_000, MostPapers = 16;

    internal string Credential => Text("credential", People.CredentialTable.LongestId);

    internal string Proposal => Text("proposal", 64);

    internal string Back => Azukari.Pages.Back.Of(Text("back", 2048));

    internal Digest On => new(Text("on", 64));

    internal Role Role => Enum.TryParse<Role>(Text("role", 64), out var role) && Enum.IsDefined(role) ? role : throw Malformed();

    internal DateTimeOffset Until => long.TryParse(Text("until", 20), NumberStyles.None, CultureInfo.InvariantCulture, out var until) && until < 253_402_300_800_000
        ? DateTimeOffset.FromUnixTimeMilliseconds(until) : throw Malformed();

    /// <summary>The act as it stood in the form.</summary>
    internal SignedAct Message => SignedAct.Read(Bytes("message", LongestMessage));

    /// <summary>The papers beside the act, such as a text whose commitment it names.</summary>
    internal IReadOnlyList<byte[]> Papers => Form["paper"] is { Count: <= MostPapers } papers ? [.. papers.Select(paper => Decoded(paper ?? "", LongestMessage))] : throw Malformed();
}
