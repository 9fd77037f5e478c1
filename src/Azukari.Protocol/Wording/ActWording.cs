using System.Diagnostics;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.Opening;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Domain.Sealing;

namespace Azukari.Protocol.Wording;

/// <summary>意思表示 in words: what a signer is shown before signing, and what is shown of a signed act afterwards.</summary>
public static class ActWording
{
    /// <summary>The act line by line, the first line saying what is done.</summary>
    /// <param name="act">The act. Its measured part may still be absent, since people sign before a machine has measured anything.</param>
    /// <param name="facts">The engagement as its record stands; names that it does not know are shown bare.</param>
    public static IReadOnlyList<Bilingual> Describe(Act act, Engagement facts)
    {
        var zone = JapaneseTime.ZoneOf((act as FoundEngagement ?? facts.Founding)?.Zone);
        return [.. Lines(act, new FactWording(facts, zone))];
    }

    private static IEnumerable<Bilingual> Lines(Act act, FactWording words) => act switch
    {
        FoundEngagement found => EngagementActs.Lines(found),
        ApproveOrganisation approve => EngagementActs.Lines(approve, words),
        SetPolicy policy => EngagementActs.Lines(policy, words),
        RegisterSite site => EngagementActs.Lines(site),
        EnrolPerson enrol => PeopleActs.Lines(enrol, words),
        SeePerson see => PeopleActs.Lines(see, words),
        AppointRole appoint => PeopleActs.Lines(appoint, words),
        EnrolStation enrol => PeopleActs.Lines(enrol, words),
        CatalogueDataset dataset => RegisterActs.Lines(dataset),
        SignTemplate template => RegisterActs.Lines(template, words),
        AdmitMedium medium => RegisterActs.Lines(medium, words),
        Apply apply => ApplicationActs.Lines(apply, words),
        Endorse endorse => ApplicationActs.Lines(endorse, words),
        Approve approve => ApplicationActs.Lines(approve, words),
        Decline decline => ApplicationActs.Lines(decline, words),
        DepositRecipient deposit => KeyActs.Lines(deposit),
        DestroyKey destroy => KeyActs.Lines(destroy, words),
        SealConsignment seal => SealingActs.Lines(seal, words),
        HandOver handOver => CustodyActs.Lines(handOver, words),
        ProveArrival arrival => OpeningActs.Lines(arrival, words),
        ConfirmRelease confirm => OpeningActs.Lines(confirm, words),
        ReleaseLayer release => OpeningActs.Lines(release, words),
        ConfirmLoaded loaded => OpeningActs.Lines(loaded, words),
        GiveUp gaveUp => OpeningActs.Lines(gaveUp, words),
        EraseAtSite erase => ErasureActs.Lines(erase, words),
        ClearMedium clear => ErasureActs.Lines(clear, words),
        VerifyErasure verify => ErasureActs.Lines(verify, words),
        ConfirmErasure confirm => ErasureActs.Lines(confirm, words),
        ReportLoss loss => IncidentActs.Lines(loss, words),
        ReportFound found => IncidentActs.Lines(found, words),
        _ => throw new UnreachableException($"no words for {act.GetType().Name}"),
    };
}
