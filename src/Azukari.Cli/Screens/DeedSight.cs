using System.Buffers.Text;
using System.Collections.Immutable;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Screens;

/// <summary>A deed as its page shows it.</summary>
/// <param name="What">What is done.</param>
/// <param name="Lines">What is signed, in words.</param>
/// <param name="Signers">Who signs, and who has.</param>
/// <param name="SignBy">Until when the signatures count, or null where nobody signs.</param>
/// <param name="IsTooOld">It was not signed in time.</param>
/// <param name="IsRunning">A verb is doing it.</param>
/// <param name="IsStopping">Somebody has pressed stop.</param>
/// <param name="Advance">How far it says that it has come, or null.</param>
/// <param name="Done">What came of it, or null.</param>
/// <param name="WhyNot">Why nothing came of it; empty otherwise.</param>
/// <param name="Code">The code that this screen shows while somebody is to sign on a telephone, or null.</param>
/// <param name="Carry">The file that has to be carried to the office, or null.</param>
public sealed record DeedSight(
    Doable What, ImmutableArray<Words> Lines, ImmutableArray<DeedSigner> Signers, DateTimeOffset? SignBy, bool IsTooOld, bool IsRunning, bool IsStopping, Advance? Advance, Words? Done, IReadOnlyList<Why> WhyNot, string? Code, string? Carry)
{
    /// <summary>Everybody who is to sign has.</summary>
    public bool IsSigned => Signers.All(signer => signer.HasSigned);

    /// <summary>Somebody's signature is awaited from a telephone.</summary>
    public bool Awaits => Code is not null && !IsTooOld && Signers.Any(signer => signer is { HasSigned: false, Address: not null });

    internal static DeedSight Of(Deed deed, DateTimeOffset now, Elsewhere elsewhere) => new(
        deed.What, deed.Lines, [.. deed.By.Select(by => SignerOf(deed, by, elsewhere))],
        deed.Draft is null ? null : deed.Begun + Stations.StationFolder.PresenceLasts, deed.IsTooOld(now), deed.IsRunning, deed.IsStopped, deed.Run?.Advance,
        deed.End is { Exit: ExitCode.Done, Answer: var answer } ? DeedWords.Done(deed.What.Kind, answer) : null,
        deed.End is { Exit: not ExitCode.Done } end ? DeedWords.WhyNot(deed, end) : [],
        deed.Run is null ? deed.Code : null,
        deed.IsDone && deed.Call.SkipWhile(word => word != "--out").Skip(1).FirstOrDefault() is { } file ? Path.GetFileName(file) : null);

    private static DeedSigner SignerOf(Deed deed, StatementBy by, Elsewhere elsewhere)
    {
        var (way, hasSigned) = (deed.WayOf(by), deed.Draft!.IsSignedBy(by.Person));
        var challenge = way == SigningWay.Touch && deed is { Run: null } && !hasSigned ? Base64Url.EncodeToString(Statement.DigestOf(deed.Draft.Draft().BytesFor(by)).Bytes()) : null;
        return new(by.Person.Value, by.Organisation.Value, by.Role, hasSigned, way, elsewhere.AddressFor(deed, by), challenge);
    }
}

/// <summary>One who signs.</summary>
/// <param name="Way">How the person signs.</param>
/// <param name="Address">Where the person signs on a telephone, or null.</param>
/// <param name="Challenge">What the security key signs that is touched here, in base64url, or null.</param>
public sealed record DeedSigner(string Person, string Organisation, Role Role, bool HasSigned, SigningWay Way, string? Address, string? Challenge);
