using Azukari.Domain.Media;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests;

/// <summary>What the town looks back at: its computers' logs and its months.</summary>
internal sealed partial class Town
{
    internal static DateOnly Month(int month) => new(2022, month, 1);

    /// <summary>A line of a log, brought by the computer itself.</summary>
    internal Attempt Plugged(StationId station, MediumId? medium = null, DateTimeOffset? at = null, Func<DeviceEvent, DeviceEvent>? change = null)
    {
        var seen = new DeviceEvent(Hash($"line {medium ?? Stick} {station} {at ?? Clock}"), DeviceEventKind.Connected, $"serial of {medium ?? Stick}", station, at ?? Clock);
        return By(new ImportConnection(change?.Invoke(seen) ?? seen), KeyOf(station).Id);
    }

    internal Attempt Tallied(DateOnly day, params RefusalCount[] counts) => new(new CountRefusals(day, [.. counts]), []);

    internal Attempt Drilled() => By(new HoldDrill(DrillKind.Calls, Hash("drill")), null, (Officer, Role.SecurityOfficer));

    internal Attempt Reviewed(int month, Func<MonthFigures, MonthFigures>? change = null)
    {
        var figures = MonthFigures.Of(Facts, Month(month));
        return By(new ReviewMonth(Month(month), change?.Invoke(figures) ?? figures), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager));
    }
}
