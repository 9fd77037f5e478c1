using Azukari.Domain.Applications;
using Azukari.Domain.Watch;

namespace Azukari.Demo.Replays;

/// <summary>The window that an application would have named: the file's own times, and R15's default policy where it gives none.</summary>
internal static class Windows
{
    internal static CarryWindow Of(ReplayFile file)
    {
        var clock = ClockPolicy.Default;
        var from = (file.First("seal") ?? file.First("depart") ?? file.Steps[0]).At;
        var outBy = Later(from, file.First("depart")?.At ?? from);
        var arrived = file.First("arrive")?.At ?? file.First("open")?.At ?? outBy.AddMinutes(clock.OpenMinutes);
        var openBy = Later(Later(arrived, outBy).AddMinutes(clock.OpenMinutes), file.First("open")?.At ?? arrived);
        var workEnds = Later(openBy, file.First("finish")?.At ?? openBy.AddMinutes(clock.EraseMinutes - clock.AfterWorkMinutes));

        return new(from, outBy, openBy, workEnds, workEnds.AddMinutes(clock.AfterWorkMinutes));
    }

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
