using System.Collections.Immutable;
using System.Security.Cryptography;
using Azukari.Cli.Front;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Screens;

/// <summary>One thing that people do at this screen: signed first where it is signed, then done by a verb.</summary>
/// <param name="id">Its name in addresses.</param>
/// <param name="what">What is done.</param>
/// <param name="begun">When its page was opened; the code for presence counts from then.</param>
/// <param name="call">The verb that does it, as it would be typed.</param>
/// <param name="draft">What is signed, or null where nobody signs.</param>
/// <param name="casting">Who is to sign, and how; null where nobody signs.</param>
/// <param name="lines">What is signed, in words.</param>
/// <param name="plan">The act as it would be if all went well; null where nobody signs.</param>
/// <param name="code">The code that this screen shows, for those who sign on their own telephone; null where the act takes none.</param>
internal sealed class Deed(
    string id, Doable what, DateTimeOffset begun, string[] call, DraftFolder? draft, Casting? casting, ImmutableArray<Words> lines, DeedPlan? plan = null, string? code = null)
{
    internal static string NewId() => RandomNumberGenerator.GetHexString(16, lowercase: true);

    internal string Id => id;

    internal Doable What => what;

    internal DateTimeOffset Begun => begun;

    internal string[] Call => call;

    internal DraftFolder? Draft => draft;

    internal ImmutableArray<StatementBy> By => casting?.By ?? [];

    /// <summary>How this one signs.</summary>
    internal SigningWay WayOf(StatementBy one) => casting!.Ways[casting.By.IndexOf(one)];

    internal ImmutableArray<Words> Lines => lines;

    internal DeedPlan? Plan => plan;

    internal string? Code => code;

    /// <summary>The verb at work, or null before it is started.</summary>
    internal VerbRun? Run { get; set; }

    /// <summary>Somebody pressed stop.</summary>
    internal bool IsStopped { get; set; }

    /// <summary>How it ended, or null before.</summary>
    internal VerbEnd? End => Run is { Ended: { IsCompletedSuccessfully: true } ended } ? ended.Result : null;

    internal bool IsRunning => Run is not null && End is null;

    /// <summary>Whether everybody who is to sign has.</summary>
    internal bool IsSigned => By.All(by => Draft!.IsSignedBy(by.Person));

    /// <summary>Whether a passkey's signature is this key's, under exactly what this deed's page shows: the same act, the same code.</summary>
    internal bool Fits(Engagement facts, PersonSignature person, SigningKeyFact? key)
    {
        try
        {
            ActVerifier.Verify(facts, new(draft!.Draft().Engagement, plan!.Act, [person], null));
            return person.Form == SignatureForm.Passkey && key?.Id == person.By.Key;
        }
        catch (ProtocolException)
        {
            return false; // Signed for another act or by another key: it is nobody's here.
        }
    }

    /// <summary>Signatures that answer a code count as long as the code does.</summary>
    internal bool IsTooOld(DateTimeOffset now) => Run is null && Draft is not null && now - Begun > Stations.StationFolder.PresenceLasts;

    internal bool IsDone => End is { Exit: ExitCode.Done };
}
