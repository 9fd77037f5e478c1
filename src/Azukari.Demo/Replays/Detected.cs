using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Watch;

namespace Azukari.Demo.Replays;

/// <summary>What the record would have known, and when.</summary>
/// <param name="FirstAlarm">The first alarm's time, or null where none sounded.</param>
/// <param name="Rule">The rule that sounded it.</param>
/// <param name="Kind">What was due.</param>
/// <param name="KeyDead">The first entry after which nothing can be decrypted.</param>
/// <param name="Cause">Why that key was destroyed.</param>
/// <param name="Key">The state of the key in the end, in R24's words.</param>
/// <param name="AllTold">When the last of project manager, executive and owner was sent an alarm.</param>
/// <param name="AllAcknowledged">When the last of them had answered, under the assumption that the first on the call list answers in time.</param>
/// <param name="People">Distinct people on the media.</param>
/// <param name="Records">Rows on the media.</param>
/// <param name="Clocks">What the law asks of whom, by when.</param>
/// <param name="Alarms">Every alarm, oldest first.</param>
/// <param name="StandIns">Who played whom.</param>
/// <param name="NotAsDemanded">Steps that the rules refused even so, with their reasons.</param>
internal sealed record Detected(
    DateTimeOffset? FirstAlarm, Rule? Rule, DeadlineKind? Kind, DateTimeOffset? KeyDead, DestructionCause? Cause, KeyAnswer? Key, DateTimeOffset? AllTold, DateTimeOffset? AllAcknowledged,
    long People, long Records, ImmutableArray<LawClock> Clocks, ImmutableArray<Alarm> Alarms, ImmutableArray<StandIn> StandIns, ImmutableArray<Prevented> NotAsDemanded);
