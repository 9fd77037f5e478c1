using System.Globalization;
using Azukari.Domain.Closing;

namespace Azukari.Protocol.Wording;

/// <summary>Instants in the engagement's zone, in Japanese with the era's year.</summary>
public static class InstantWording
{
    private const int ReiwaBegan = 2019;

    /// <summary>The instant in words; in UTC where the zone is unknown here.</summary>
    public static Words Of(DateTimeOffset at, string? zone)
    {
        var local = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? TimeZoneInfo.ConvertTime(at, found) : at.ToUniversalTime();
        var era = local.Year >= ReiwaBegan ? string.Create(CultureInfo.InvariantCulture, $"令和{local.Year - ReiwaBegan + 1}年") : string.Create(CultureInfo.InvariantCulture, $"{local.Year}年");
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{era}{local.Month}月{local.Day}日{local:HH':'mm}"),
            local.ToString("d MMM yyyy HH:mm zzz", CultureInfo.InvariantCulture));
    }
}

/// <summary>R24's three sentences about the key, exactly.</summary>
public static class KeyWording
{
    /// <summary>The sentence.</summary>
    public static Words Of(KeyAnswer answer, string? zone) => answer switch
    {
        KeyAnswer.NeverReleasedDestroyed never => new($"一度も渡されていない。{InstantWording.Of(never.At, zone).Ja}に廃棄", $"never released, destroyed at {InstantWording.Of(never.At, zone).En}"),
        KeyAnswer.ReleasedDestructionAttested released => new(
            $"{InstantWording.Of(released.ReleasedAt, zone).Ja}に渡され、{InstantWording.Of(released.AttestedAt, zone).Ja}に廃棄が証明された",
            $"released at {InstantWording.Of(released.ReleasedAt, zone).En}, destruction attested at {InstantWording.Of(released.AttestedAt, zone).En}"),
        KeyAnswer.NotKnownDestroyed => new("渡された。廃棄は確認できていない", "released, not known destroyed"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
