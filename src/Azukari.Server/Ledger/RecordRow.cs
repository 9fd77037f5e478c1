using Azukari.Domain;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Server.Ledger;

/// <summary>An entry as pages show it, with the hash of its stored bytes.</summary>
public sealed record RecordRow(Entry Entry, Digest Leaf)
{
    private Words? summary;

    /// <summary>The act.</summary>
    public Act Act => Entry.Signed.Act;

    /// <summary>What kind of act it is.</summary>
    public Words Kind => ActKindWording.Of(ActNames.Of(Act));

    /// <summary>What is done, in one sentence; of a deadline, which. It is the act's alone, so that it is put into words once.</summary>
    public Words Summary => summary ??= (ActWording.Summary(Act), Act) switch
    {
        (var says, DeadlinePassed { Kind: var kind }) when WatchWording.Of(kind) is var which => new($"{says.Ja}（{which.Ja}）", $"{says.En} ({which.En})"),
        (var says, _) => says,
    };

    /// <summary>Something went wrong here: a deadline passed, a loss or a broken seal was reported.</summary>
    public bool IsAlarm => Act is DeadlinePassed or ReportLoss or ReportFromLabel or HandOver { Intact: false };

    /// <summary>Nobody signed: the service said it of itself, or a finder reported.</summary>
    public bool IsUnsigned => Entry.Signed is { People.IsEmpty: true, Machine: null };

    /// <summary>Whose machine signed, or null where none did.</summary>
    public Words? MachineOf(Engagement facts)
    {
        if (Entry.Signed.Machine?.Key is not { } key) return null;
        if (facts.Stations.Values.FirstOrDefault(station => station.Key.Id == key) is { } found) return new($"登録端末 {found.Id}", $"station {found.Id}");
        return key == facts.Founding?.Owner.HolderKey.Id ? new("所有者の鍵保持者", "the owner's key holder")
            : key == facts.Founding?.Contractor.HolderKey.Id ? new("受託者の鍵保持者", "the contractor's key holder")
            : new("この記録で知られていない機械", "a machine that this record does not know");
    }

    /// <summary>Whose witness has seen the entry.</summary>
    public Words SeenBy(Witnessed witnessed) => (witnessed.Owner > Entry.Seq, witnessed.Contractor > Entry.Seq) switch
    {
        (true, true) => new("双方の確認署名あり", "cosigned by both sides' witnesses"),
        (true, false) => new("所有者の確認署名あり、受託者はまだ", "cosigned by the owner's witness, not yet by the contractor's"),
        (false, true) => new("受託者の確認署名あり、所有者はまだ", "cosigned by the contractor's witness, not yet by the owner's"),
        _ => new("確認署名はまだない", "not cosigned yet"),
    };
}
