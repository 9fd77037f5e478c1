using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;

namespace Azukari.Evidence;

/// <summary>What a verification found true. Everything in it was checked; nothing in it was taken from the bundle on trust.</summary>
/// <param name="Genesis">The genesis from which all trust was followed.</param>
/// <param name="State">The engagement as its entries tell it.</param>
/// <param name="Subject">The carry-out that the bundle is about, or null.</param>
/// <param name="Entries">How many entries were replayed through the rules.</param>
/// <param name="PersonSignatures">How many signatures of people were checked.</param>
/// <param name="MachineSignatures">How many signatures of stations and key holders were checked.</param>
/// <param name="SoftwareSignatures">How many of the people's signatures came from a software key.</param>
/// <param name="Root">The log's root.</param>
/// <param name="OwnerCosigned">When the owner's witness saw exactly this log.</param>
/// <param name="ContractorCosigned">When the contractor's witness did.</param>
/// <param name="Documents">Digests of the documents that were checked against the entries that name them.</param>
public sealed record VerificationReport(
    Digest Genesis, Engagement State, CarryOut? Subject, long Entries, int PersonSignatures, int MachineSignatures, int SoftwareSignatures, Digest Root,
    DateTimeOffset OwnerCosigned, DateTimeOffset ContractorCosigned, ImmutableArray<Digest> Documents);
