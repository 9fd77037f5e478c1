using System.Collections.Immutable;
using Azukari.Domain.Engagements;
using Azukari.Domain.Media;

namespace Azukari.Domain.Erasure;

/// <summary>What a certificate of sanitisation should state (SP 800-88 Rev. 2 §4.6) and this one cannot.</summary>
public enum CertificateItem
{
    /// <summary>The maker, as the device answers it.</summary>
    Maker,

    /// <summary>The model, as the device answers it.</summary>
    Model,

    /// <summary>A serial number of the device's own; a declared one stands in a file that anybody can copy.</summary>
    OwnSerial,

    /// <summary>An erasure of the whole medium, or its destruction.</summary>
    WholeMedium,

    /// <summary>The space outside the files.</summary>
    FreeSpace,

    /// <summary>The tool and its version.</summary>
    Tool,

    /// <summary>Who erased.</summary>
    Eraser,

    /// <summary>That whoever erased was there.</summary>
    EraserPresent,

    /// <summary>Another person's look from another device.</summary>
    Verification,

    /// <summary>That this look went through the whole medium.</summary>
    WholeLook,

    /// <summary>The concurrence of the owner's officer.</summary>
    Concurrence,

    /// <summary>The death of every key.</summary>
    KeysDead,
}

/// <summary>消去証明: what was really reached for one medium of a carry-out, and what is missing to say more (R19, R31).</summary>
/// <param name="Medium">Its line in the register.</param>
/// <param name="Reached">Level and technique.</param>
/// <param name="IsDeclared">True where people declared it and no machine measured it: a destruction.</param>
/// <param name="Steps">The steps with who, when and where.</param>
/// <param name="Lacking">The conditions of cryptographic erasure that are not evidenced.</param>
/// <param name="Missing">What a certificate should state and this one cannot.</param>
public sealed record ErasureCertificate(
    Medium Medium, Reached Reached, bool IsDeclared, Sanitisation? Steps, ImmutableHashSet<EraseCondition> Lacking, ImmutableArray<CertificateItem> Missing)
{
    /// <summary>The certificate as the record stands, or null for a medium that is not of this carry-out.</summary>
    public static ErasureCertificate? Of(Engagement facts, CarryOut carryOut, MediumId id)
    {
        if (!facts.Media.TryGetValue(id, out var medium) || carryOut.Seal?.Measured.Volumes.Any(volume => volume.Medium == id) != true) return null;

        var steps = carryOut.Erasure.GetValueOrDefault(id);
        var lacking = CryptographicErase.Lacking(facts, carryOut, id);
        var reached = SanitisationLevels.Of(medium, steps, lacking);

        return new(
            medium, reached, reached.Technique == SanitisationTechnique.Destruction, steps, lacking,
            [.. Enum.GetValues<CertificateItem>().Where(item => IsMissing(carryOut, medium, steps, reached, item))]);
    }

    private static bool IsMissing(CarryOut carryOut, Medium medium, Sanitisation? steps, Reached reached, CertificateItem item)
    {
        var (measured, isDestroyed) = (medium.Admitted.Measured, reached.Technique == SanitisationTechnique.Destruction);
        return item switch
        {
            CertificateItem.Maker => measured.Maker is null,
            CertificateItem.Model => measured.Model is null,
            CertificateItem.OwnSerial => measured.SerialIsDeclared,
            CertificateItem.WholeMedium => !isDestroyed && !(steps?.Cleared is { } cleared && medium.IsWhole(cleared.Measured.Bytes)),
            CertificateItem.FreeSpace => !isDestroyed && steps?.Cleared?.Measured.FreeSpaceCovered != true,
            CertificateItem.Tool => !isDestroyed && steps?.Cleared?.Measured.Tool is null,
            CertificateItem.Eraser => !isDestroyed && steps?.Cleared?.By is null,
            CertificateItem.EraserPresent => !isDestroyed && steps?.Cleared?.WasPresent != true,
            CertificateItem.Verification => !isDestroyed && steps?.Verified is null,
            CertificateItem.WholeLook => !isDestroyed && steps?.Verified?.Measured.FreeSpaceCovered != true,
            CertificateItem.Concurrence => steps?.Confirmed is null && carryOut.Destroyed is null,
            CertificateItem.KeysDead => Home.KeysOf(carryOut).Any(key => !carryOut.Deaths.ContainsKey(key)),
        };
    }
}
