using Azukari.Demo.Stories;

namespace Azukari.Demo.Visitors;

/// <summary>What is left open for visitors: one carry-out on its way, one that is about to be late, a link for every role, and five steps to look around.</summary>
/// <param name="at">The programs of the story.</param>
/// <param name="source">Where the rows come from.</param>
/// <param name="people">How many people are carried.</param>
/// <param name="visitors">As whom one may look around; one of them an operator, who carries.</param>
/// <param name="media">Property numbers of two media that nobody has registered yet.</param>
internal sealed class Tour(Installation at, string source, int people, IReadOnlyList<Visitor> visitors, params string[] media) : IAsyncDisposable
{
    private VisitorDoor? door;

    internal IEnumerable<string> Lines =>
    [
        "",
        "役割ごとの入口（このデモが動いている間、この機械からだけ） / one link per role, while this demo runs and from this machine only:",
        .. visitors.Select(visitor => $"  {visitor.Duty,-20} {LinkOf(visitor)}  {visitor.Ja}"),
        "",
        "五つの歩み / five steps:",
        $"  1 作業者として入り、「いま外にあるもの」を見る / as operator, look at what is outside: {Open} 搬送中 on its way, {Late} 期限超過 overdue",
        "  2 業務責任者として入り、雛形から持出を申請する / as project manager, apply for a carry-out from the template",
        "  3 機密情報管理責任者、承認者の順に入り、確認と承認をする / as information manager, then as approver, decide on it",
        "  4 監査者として入り、持出の記録を読む / as auditor, read the record of a carry-out",
        $"  5 作業者に戻り、{Open} の「紛失」を押す / as operator again, press Lost on {Open}",
        "",
        $"{LinkOf(visitors.Single(visitor => visitor.Duty == "operator"))}  この画面で「紛失」を押して、鍵が死ぬのを見てください。 / press Lost on this page and watch.",
    ];

    internal static string Open => "c-0003";

    internal static string Late => "c-0004";

    /// <summary>The people, the two cases, the address.</summary>
    internal async Task PrepareAsync()
    {
        var founding = new Founding(at);
        await new Enrolling(at, founding).RunAsync(visitors);
        var carrier = visitors.Single(visitor => visitor.Duty == "operator").Id;
        await LeaveAsync(founding, Open, media[0], hours: 3, carrier);
        await LeaveAsync(founding, Late, media[1], hours: people > 10_000 ? 0.04 : 0.01, carrier);
        door = await VisitorDoor.OpenAsync(at.Server, at.Origin, visitors);
    }

    public async ValueTask DisposeAsync()
    {
        if (door is not null) await door.DisposeAsync();
    }

    internal string LinkOf(Visitor visitor) => $"{at.Origin}{VisitorDoor.PathOf(visitor)}";

    private async Task LeaveAsync(Founding founding, string id, string medium, double hours, string carrier)
    {
        var folder = at.Rooms["media", medium];
        await founding.MediumAsync(medium, folder);
        var journey = new Journey(at, id, medium, folder);
        var now = TimeProvider.System.GetUtcNow();
        await journey.AskAsync(people, plan =>
        {
            plan["custodians"]!.AsArray().Add(carrier);
            var window = plan["window"]!;
            foreach (var (name, share) in new[] { ("outBy", 0.5), ("openBy", 0.6), ("workEnds", 0.9), ("eraseBy", 1.0) }) window[name] = now.AddHours(hours * share).ToUnixTimeMilliseconds();
        });
        var carried = await journey.SealAsync(source);
        await journey.DepartAsync(carried["sealNumber"]!.GetValue<string>());
    }
}
