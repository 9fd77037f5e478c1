using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.People;
using Azukari.Domain.Permits;
using Azukari.Domain.Watch;

namespace Azukari.Domain;

/// <summary>The fold: what the record says after one more entry. It never refuses; only accepted acts are recorded.</summary>
public static class History
{
    /// <summary>The engagement after this entry.</summary>
    public static Engagement After(this Engagement earlier, Recorded entry)
    {
        var before = earlier.Touched.IsEmpty ? earlier : earlier with { Touched = [] };
        var mark = new Mark(entry.At, entry.Leaf);
        var after = entry.Attempt.Act switch
        {
            FoundEngagement act => RegisterFold.Founded(before, act, mark),
            ApproveOrganisation act => RegisterFold.Admitted(before, act, mark),
            SetPolicy act => before with { Policy = act },
            RegisterSite act => before with { Sites = before.Sites.SetItem(act.Site, act.Layer) },
            EnrolPerson act => RegisterFold.Enrolled(before, act.Person, act.Organisation, act.Key),
            ReplaceKey act => RegisterFold.Rekeyed(before, act, mark),
            AddKeyAtStations act => RegisterFold.KeyAdded(before, act),
            SeePerson act => RegisterFold.Changed(before, act.Person, person => person with { Seen = true, Met = true }),
            AppointRole act => PeopleFold.Appointed(before, act, entry.At),
            EndRole act => PeopleFold.Ended(before, act, entry.At),
            TransferDuties act => TransferFold.Transferred(before, act),
            WaiveSeparation act => before with { Waiver = new(mark, act.LastDay) },
            SignList act => before with { Lists = before.Lists.SetItem(act.Organisation, new(mark, [.. act.People])) },
            LeaveOrganisation act => RegisterFold.Changed(before, act.Person, person => person with { Left = mark }),
            WithdrawOrganisation act => PeopleFold.Withdrawn(before, act.Organisation, mark),
            SubmitManual act => PeopleFold.Submitted(before, act, mark),
            ApproveManual act => PeopleFold.Approved(before, act, mark),
            AcknowledgeManual act => RegisterFold.Changed(before, entry.Attempt.Signers[0].Person, person => person with { Acknowledged = person.Acknowledged.Add(act.Version) }),
            RecordTraining act => PeopleFold.Trained(before, act, mark),
            EnrolStation act => before with { Stations = before.Stations.Add(act.Station, new(act.Station, act.Site, act.Key)) },
            CatalogueDataset act => before with { Catalogue = before.Catalogue.SetItem(act.Dataset, act with { LastDay = act.LastDay ?? before.Calendar.FiscalYearEnd(entry.At) }) },
            SignTemplate act => before with { Templates = before.Templates.SetItem(act.Template, act) },
            AdmitMedium act => MediaFold.Admitted(before, act, mark),
            ReleaseMedium act => MediaFold.Ended(before, act.Medium, MediumEndKind.Released, mark),
            DestroyMedium act => MediaFold.Destroyed(before, act, entry.Attempt.Signers, mark),
            TakeInventory act => MediaFold.Counted(before, act, mark),
            WriteOffMedium act => MediaFold.Ended(before, act.Medium, MediumEndKind.Lost, mark),
            ImportConnection act => ConnectionFold.Imported(before, act.Seen, mark),
            CloseStation act => EndFold.Closed(before, act, mark),
            CloseEngagement act => EndFold.Ended(before, act, mark),
            DepositRecipient act => before.With(new OneTimeKey(act.Recipient, entry.Attempt.Machine!.Key, entry.At, null, null)),
            AskSeries act => SeriesFold.Asked(before, act, entry.Attempt.Signers[0].Person, mark),
            EndorseSeries act => SeriesFold.Changed(before, act.Series, series => series with { Endorsed = mark, Endorser = entry.Attempt.Signers[0].Person }),
            ApproveSeries act => SeriesFold.Changed(before, act.Series, series => series with { Approved = mark, Approver = entry.Attempt.Signers[0].Person }),
            EndSeries act => SeriesFold.Changed(before, act.Series, series => series with { Ended = mark }),
            SetCallList act => before with { CallLists = before.CallLists.SetItem(act.Organisation, act) },
            DeadlinePassed act => AlarmFold.Passed(before, act, mark),
            AcknowledgeAlarm act => AlarmFold.Acknowledged(before, act, entry.Attempt.Signers[0].Person, mark),
            CountRefusals act => ReviewFold.Counted(before, act),
            HoldDrill => before,
            ReviewMonth act => ReviewFold.Reviewed(before, act, mark),
            CountUnion act => UnionFold.Counted(before, act, mark),
            AssignTask act => ResponseFold.Assigned(before, act, mark),
            FinishTask act => ResponseFold.Ended(before, act.Incident, act.Task, act.Evidence, isExcuse: false, entry.Attempt.Signers[0].Person, mark),
            ExcuseTask act => ResponseFold.Ended(before, act.Incident, act.Task, act.Why, isExcuse: true, entry.Attempt.Signers[0].Person, mark),
            SetLawDuty act => ResponseFold.Bound(before, act, mark),
            CloseIncident act => ResponseFold.Closed(before, act.Incident, mark),
            AttestKeyDead act => KeyFold.Attested(before, act, mark),
            ReportLoss act when !before.IsGranted(act.CarryOut) => UngrantedReports.Heard(before, act, entry.Attempt.Signers[0].Person, mark),
            DestroyKey act => KeyFold.Destroyed(before, act.Measured, mark),
            _ => CarryOutFold.After(before, entry, mark),
        };

        return ReviewFold.Remarked(before, after, entry.Attempt.Act, mark) with
        {
            NextSeq = entry.Seq + 1,
            LastAt = entry.At,
            Used = before.Used.Union(entry.Attempt.Signers.Select(signer => signer.Statement)),
        };
    }
}
