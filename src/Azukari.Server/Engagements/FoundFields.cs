using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Protocol.Wording;
using Azukari.Server.People;
using Azukari.TransparencyLog;

namespace Azukari.Server.Engagements;

/// <summary>What a genesis says, as it was typed.</summary>
/// <param name="Engagement">The engagement's name.</param>
/// <param name="Zone">The time zone of its days.</param>
/// <param name="Contractor">The contractor's root, as <c>organisation/person</c>.</param>
/// <param name="OwnerHolder">What the owner's <c>azukari-holder init</c> printed.</param>
/// <param name="ContractorHolder">What the contractor's printed.</param>
public sealed record FoundFields(string Engagement, string Zone, string Contractor, string OwnerHolder, string ContractorHolder)
{
    internal static FoundFields Empty { get; } = new("", "Asia/Tokyo", "", "", "");

    internal static FoundFields Of(IFormCollection form)
    {
        string Text(string name) => form[name] is [{ } text] ? text.Trim() : "";
        return new(Text("engagement"), Text("zone"), Text("contractor"), Text("ownerHolder"), Text("contractorHolder"));
    }

    /// <summary>What is wrong, by field; empty where it can be a genesis.</summary>
    internal IReadOnlyDictionary<string, Words> Faults(FirstStart start)
    {
        Dictionary<string, Words> wrong = [];
        if (!Code.IsValid(Engagement)) wrong["engagement"] = new("英小文字・数字・点・ハイフンで64字までの名前にしてください。", "Give a name of up to 64 of a–z, 0–9, dot and hyphen.");
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out _)) wrong["zone"] = new("Asia/Tokyo のような時間帯の名前にしてください。", "Give the name of a time zone, such as Asia/Tokyo.");
        if (RootOf(start) is null) wrong["contractor"] = new("パスキーを作り終えた受託者の代表者を選んでください。", "Choose a representative of the contractor who has made a passkey.");
        foreach (var (name, text) in new[] { ("ownerHolder", OwnerHolder), ("contractorHolder", ContractorHolder) })
            if (HolderShown.Read(text) is null) wrong[name] = new("azukari-holder init が表示した { … } を、そのまま貼り付けてください。", "Paste the { … } that azukari-holder init printed, as it is.");
        return wrong;
    }

    /// <summary>The genesis; only where <see cref="Faults"/> found nothing.</summary>
    internal FoundEngagement Read(FirstStart start, WebOrigin origin, string logOrigin, NoteVerifier logKey) => new(
        new(Engagement), Zone, Side(start.Me, OwnerHolder, origin), Side(RootOf(start)!, ContractorHolder, origin), logOrigin, logKey.ToString());

    internal static string NameOf(Invitation root) => $"{root.Organisation}/{root.Person}";

    private Invitation? RootOf(FirstStart start) => start.Roots.FirstOrDefault(root => NameOf(root) == Contractor);

    private static FoundingSide Side(Invitation root, string holder, WebOrigin origin) => HolderShown.Read(holder) is { } shown
        ? new(new(root.Organisation), root.Invited, root.KeyAt(origin), Signing.Fact(shown.Signing, KeyForm.Software), shown.Witness)
        : throw new InvalidOperationException("what is wrong was not looked at");
}
