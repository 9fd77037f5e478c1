using System.Collections.Immutable;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;

namespace Azukari.Cli.Carriers;

/// <summary>Where a person or a station works from: which engagement, which genesis, the record as far as it is known here, papers, and, where there is a network, whom to ask.</summary>
/// <remarks>The record is replayed through the rules at every start, from the genesis on. It is believed for that and not for who brought it.</remarks>
internal sealed class Desk
{
    internal const string SettingsFile = "desk.json";
    internal const string RecordFile = "record.json";
    private readonly string folder;

    private Desk(string folder, DeskSettings settings) => (this.folder, Settings) = (folder, settings);

    internal DeskSettings Settings { get; private set; }

    internal Engagement Facts { get; private set; } = Engagement.Nothing;

    private ImmutableArray<byte[]> Entries { get; set; } = [];

    internal static Desk Create(string folder, DeskSettings settings)
    {
        Directory.CreateDirectory(Path.Combine(folder, "papers"));
        var desk = new Desk(folder, settings);
        desk.SaveSettings();
        return desk;
    }

    internal static Desk Open(string folder)
    {
        var path = Path.Combine(folder, SettingsFile);
        if (!File.Exists(path)) throw StopException.BadInput($"作業場所の設定がありません: {folder}", $"there is no desk in {folder}", "azukari init desk で作成してください。", "Make one with azukari init desk.");

        var desk = new Desk(folder, DomainJson.FromBytes<DeskSettings>(File.ReadAllBytes(path), 16_000));
        var record = Path.Combine(folder, RecordFile);
        if (File.Exists(record)) desk.Append(0, Message.Read(File.ReadAllBytes(record)).Entries);
        return desk;
    }

    /// <summary>Takes over what a message brings: entries by replay, papers under their digest.</summary>
    internal void Take(Message message)
    {
        if (message.Engagement != Settings.Engagement) throw StopException.BadInput("別の委託業務のメッセージです。", $"the message is for engagement '{message.Engagement}'");

        foreach (var paper in message.Papers) KeepPaper(paper);
        Append(message.FirstEntry, message.Entries);
        Save();
    }

    internal void Append(long first, ImmutableArray<byte[]> entries)
    {
        if (first > Entries.Length) throw StopException.BadInput("記録の途中が欠けています。", $"the message begins at entry {first}, this desk has {Entries.Length}", "最初からの記録を受け取ってください。", "Ask for the record from its beginning.");

        foreach (var entry in entries.Skip(Entries.Length - (int)first))
        {
            var leaf = Leaf(entry);
            if (Entries.IsEmpty && Settings.Genesis is { } genesis && leaf != genesis) throw new ReplayException("the record begins with another genesis");

            Facts = Replay.Next(Facts, entry, leaf);
            Entries = Entries.Add(entry);
        }
    }

    /// <summary>The genesis that this desk trusts from now on: the one that both roots have just signed.</summary>
    internal void TrustGenesis(Digest genesis)
    {
        Settings = Settings with { Genesis = genesis };
        SaveSettings();
    }

    internal void Save() => DurableFile.Write(Path.Combine(folder, RecordFile), new Message(Settings.Engagement, 0, Entries, [], [], null).Write());

    internal byte[]? Paper(Digest digest) => File.Exists(PaperPath(digest)) && File.ReadAllBytes(PaperPath(digest)) is { } paper && Digests.Sha256(paper) == digest ? paper : null;

    internal void KeepPaper(byte[] paper) => DurableFile.Write(PaperPath(Digests.Sha256(paper)), paper);

    /// <summary>Everything a station needs for this carry-out: the record from that entry on, the three recipients, the manifest.</summary>
    /// <param name="carryOut">The case, or null for the record alone.</param>
    /// <param name="after">How many entries the station has; what it has need not be carried again, nor the papers that came with it.</param>
    /// <param name="more">Papers that it needs besides.</param>
    internal Message For(CarryOutId? carryOut, long after, params IEnumerable<byte[]> more)
    {
        if (after < 0 || after > Entries.Length) throw StopException.BadInput($"記録は {Entries.Length} 件です。", $"the record has {Entries.Length} entries", "端末で azukari status を実行し、件数を確かめてください。", "See how many the station has with azukari status.");

        var fresh = Entries[(int)after..].Select(Leaf).ToHashSet();
        var named = Named(Facts.Find(carryOut)).Where(paper => fresh.Contains(paper.By.Leaf)).Select(paper => Paper(paper.Digest)).OfType<byte[]>();
        return new(Settings.Engagement, after, Entries[(int)after..], [], [.. named, .. more], null);
    }

    internal IEnumerable<Digest> PapersOf(CarryOutId carryOut) => Named(Facts.Find(carryOut)).Select(paper => paper.Digest);

    /// <summary>The permit names three recipients, the seal receipt a manifest.</summary>
    private static IEnumerable<(Digest Digest, Mark By)> Named(CarryOut? carryOut) =>
    [
        .. carryOut is { Permit: { } permit } ? Home.KeysOf(carryOut).Select(key => (key, permit.Mark)) : [],
        .. carryOut is { Seal: { } seal } ? [(seal.Measured.Manifest, seal.Mark)] : Array.Empty<(Digest, Mark)>(),
    ];

    private static Digest Leaf(byte[] entry) => new(MerkleTree.LeafHash(entry).ToHex());

    private void SaveSettings() => DurableFile.Write(Path.Combine(folder, SettingsFile), DomainJson.ToBytes(Settings));

    private string PaperPath(Digest digest) => Path.Combine(folder, "papers", digest.Value);
}

/// <summary>What a desk knows without asking.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="Genesis">The genesis that is trusted; null until it was signed here.</param>
/// <param name="Server">The service's address; null where there is no network.</param>
/// <param name="OwnerHolder">The owner's key holder's address.</param>
/// <param name="ContractorHolder">The contractor's key holder's address.</param>
/// <param name="TransportKey">The person's key file or the station's folder whose key signs requests.</param>
internal sealed record DeskSettings(EngagementId Engagement, Digest? Genesis, string? Server, string? OwnerHolder, string? ContractorHolder, string? TransportKey);
