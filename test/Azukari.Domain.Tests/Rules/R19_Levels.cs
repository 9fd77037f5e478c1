using Azukari.Domain.Closing;
using Azukari.Domain.Erasure;
using Azukari.Domain.Media;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R19: the certificate says what was really reached, and what is missing to say more.</summary>
public sealed class R19_Levels
{
    private static readonly HashSet<EraseCondition> AllLacking = [.. Enum.GetValues<EraseCondition>()];

    [Theory]
    [InlineData(MediumKind.Flash)]
    [InlineData(MediumKind.Disk)]
    [InlineData(MediumKind.Tape)]
    public void An_overwrite_of_the_whole_medium_is_clear_and_never_purge(MediumKind kind) =>
        Assert.Equal(new(SanitisationLevel.Clear, SanitisationTechnique.Overwrite), Of(kind, new(Cleared: Step(4096)), AllLacking));

    [Fact]
    public void An_overwrite_of_a_part_is_nothing()
    {
        Reached nothing = new(SanitisationLevel.None, SanitisationTechnique.None);

        Assert.Equal(nothing, Of(MediumKind.Flash, new(Cleared: Step(3686)), AllLacking));
        Assert.Equal(nothing, Of(MediumKind.Flash, new(Cleared: Step(4096, free: false)), AllLacking));
        Assert.Equal(nothing, Of(MediumKind.Flash, new(Cleared: Step(4096, mismatches: 1)), AllLacking));
        Assert.Equal(nothing, Of(MediumKind.Flash, new(Site: Step(4096)), AllLacking)); // The payload's files are no medium.
        Assert.Equal(nothing, Of(MediumKind.Flash, null, AllLacking));
        Assert.Equal(SanitisationLevel.Clear, Of(MediumKind.Flash, new(Cleared: Step(3687)), AllLacking).Level);
    }

    [Fact]
    public void A_write_once_disc_is_not_overwritten_whatever_was_measured() =>
        Assert.Equal(SanitisationLevel.None, Of(MediumKind.WriteOnce, new(Cleared: Step(4096)), AllLacking).Level);

    [Fact]
    public void Cryptographic_erasure_is_said_only_when_every_condition_is_evidenced()
    {
        Assert.Equal(new(SanitisationLevel.Purge, SanitisationTechnique.CryptographicErase), Of(MediumKind.Flash, null, []));
        foreach (var one in AllLacking) Assert.Equal(SanitisationLevel.None, Of(MediumKind.Flash, null, [one]).Level);
    }

    [Fact]
    public void A_destruction_counts_when_two_saw_it()
    {
        Assert.Equal(new(SanitisationLevel.Destroy, SanitisationTechnique.Destruction), Of(MediumKind.Flash, null, AllLacking, isWitnessed: true));
        Assert.Equal(SanitisationLevel.None, Of(MediumKind.Flash, null, AllLacking, isWitnessed: false).Level);
    }

    [Fact]
    public void The_journeys_certificate_says_clear_and_lacks_only_the_tools_name()
    {
        var town = Until(Phase.Closed);
        var certificate = ErasureCertificate.Of(town.Facts, town.Case, Stick)!;

        Assert.Equal(SanitisationLevel.Clear, certificate.Reached.Level);
        Assert.False(certificate.IsDeclared);
        Assert.Equal([CertificateItem.Tool], certificate.Missing);
        Assert.Equal([EraseCondition.KeysDead, EraseCondition.Validated], certificate.Lacking.Order()); // Key files were overwritten in a file system.
        Assert.Null(ErasureCertificate.Of(town.Facts, town.Case, SecondStick));
    }

    [Fact]
    public void Before_anything_is_erased_the_certificate_names_all_that_is_missing()
    {
        var town = Until(Phase.Outside);
        town.Facts = town.Facts with { Media = town.Facts.Media.SetItem(Stick, new(Stick, Bare(town), CaseId)) };
        var certificate = ErasureCertificate.Of(town.Facts, town.Case, Stick)!;

        Assert.Equal(Enum.GetValues<CertificateItem>(), certificate.Missing);
        Assert.Contains(EraseCondition.NeverPlain, certificate.Lacking);
    }

    [Fact]
    public void Keys_that_never_touched_a_disk_and_a_validated_implementation_make_it_cryptographic_erasure()
    {
        var town = Until(Phase.Arrived);
        town.Do(town.Decree(policy => policy with { Media = new(92, Validation: Hash("validation")) }));
        foreach (var (key, machine) in new[] { (Town.Keys.Owner, OwnerHolder), (Town.Keys.Contractor, ContractorHolder), (Town.Keys.Destination, KeyOf(OpenStation).Id) })
            town.Do(town.By(new DestroyKey(CaseId, Stone(key, DestructionCause.WindowEnded) with { Level = DestructionLevel.Memory }), machine));

        Assert.Equal(SanitisationTechnique.CryptographicErase, ErasureCertificate.Of(town.Facts, town.Case, Stick)!.Reached.Technique);
    }

    [Fact]
    public void A_confirmation_from_elsewhere_is_recorded_as_remote_and_the_certificate_says_so()
    {
        var town = Until(Phase.Home);
        town.AcceptsWithout(town.Cleared(act => act with { Presence = null }), (R19, PresenceNotShown));

        Assert.False(town.Case.Erasure[Stick].Cleared!.WasPresent);
        Assert.Contains(CertificateItem.EraserPresent, ErasureCertificate.Of(town.Facts, town.Case, Stick)!.Missing);
    }

    private static AdmitMedium Bare(Town town) => town.Facts.Media[Stick].Admitted with { Measured = new("serial", SerialIsDeclared: true, 4096) };

    private static Reached Of(MediumKind kind, Sanitisation? steps, HashSet<EraseCondition> lacking, bool? isWitnessed = null) => SanitisationLevels.Of(
        new Medium(Stick, new(Stick, kind, DataCentre, new("serial", false, 4096)), null) { Destroyed = isWitnessed is { } seen ? new(Now, DestructionMethod.Melted, [], seen) : null }, steps, lacking);

    private static Mark Now => new(Day(22, 9, 0), Hash("leaf"));

    private static ErasureStep Step(long bytes, long mismatches = 0, bool free = true) => new(Now, Sealer, Bench, new(Stick, "serial", "overwrite", bytes, mismatches, free));
}
