using System.Collections.Concurrent;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Opening;
using Azukari.Domain.People;
using Azukari.Server.Storage;

namespace Azukari.Server.Watch;

/// <summary>The time that the rules are asked at. Nothing sets it: not a switch, a header, a variable or an address.</summary>
/// <remarks>
/// The clock is in doubt when it parts by more than two minutes from what this computer has counted, or when the service starts more than a day after its last heartbeat. What is due
/// by the time that was counted is then sounded and suspended, which people can take back; nothing is ended, and nothing is sealed, confirmed, released or lifted. It ends when the clock
/// comes back, or when both sides' key holders, whose signed requests say what time it is for them, agree with it; after a long sleep one of them is enough to sound and suspend. Reports
/// of loss, erasing and bringing home never wait for this (R32, R35).
/// </remarks>
internal sealed class ServiceTime(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Course> courses = new();
    private Course own = new(clock, null);

    /// <summary>When somebody was last awake and sure, before this start.</summary>
    internal DateTimeOffset? Heartbeat { get; private set; }

    /// <summary>Looks at the last heartbeat, before anybody asks for the time.</summary>
    internal async Task BeginAsync(Database database, CancellationToken cancellation)
    {
        if (await database.ReadAsync<long>("select at from heartbeat", new { }, cancellation) is [var at]) Heartbeat = DateTimeOffset.FromUnixTimeMilliseconds(at);
        own = new(clock, Heartbeat);
    }

    /// <summary>The time of one engagement: a city's clock is not settled by another city's holders.</summary>
    internal Told Of(string engagement) => CourseOf(engagement).Tell();

    /// <summary>The time of what belongs to no engagement, say when to try a delivery again.</summary>
    internal DateTimeOffset Own => own.Tell().Now;

    /// <summary>Writes that somebody is awake, unless nothing here is sure what time it is.</summary>
    internal async Task BeatAsync(Database database)
    {
        var sure = courses.Values.Prepend(own).Select(course => course.Tell()).Where(told => !told.InDoubt).ToArray();
        if (sure.Length == 0) return;

        var at = sure[0].Now.ToUnixTimeMilliseconds();
        await database.WriteAsync("insert into heartbeat (id, at) values ('service', @at) on conflict (id) do update set at = excluded.at where heartbeat.at < excluded.at", new { at });
        Heartbeat = sure[0].Now;
    }

    /// <summary>Somebody delivered a request whose own time fits this clock. A key holder's is an outside time.</summary>
    internal void Agree(string engagement, Engagement facts, string keyId)
    {
        if (facts.Founding is not { } founding) return;

        if (keyId == founding.Owner.HolderKey.Id.Value) CourseOf(engagement).Agree(Side.Owner);
        else if (keyId == founding.Contractor.HolderKey.Id.Value) CourseOf(engagement).Agree(Side.Contractor);
    }

    /// <summary>Whether this act waits until the time is sure.</summary>
    internal bool HoldsBack(string engagement, Engagement facts, Act act) => (act is ReleaseLayer || StandingRules.Starts(facts, act)) && Of(engagement).InDoubt;

    private Course CourseOf(string engagement) => courses.GetOrAdd(engagement, _ => new(own));
}
