using System.Collections.Immutable;

namespace Azukari.Domain.Watch;

/// <summary>An alarm that was sent, and to whom.</summary>
/// <param name="Mark">The entry that sent it.</param>
/// <param name="Kind">What was due.</param>
/// <param name="About">The id that it is about, or null.</param>
/// <param name="Step">How far it has gone up.</param>
/// <param name="Call">Which name of the call list; 0 for those concerned themselves.</param>
/// <param name="Told">Whom it was sent to, those who have the medium included.</param>
/// <param name="Custodians">Those of them who have the medium.</param>
public sealed record Alarm(Mark Mark, DeadlineKind Kind, string? About, int Step, int Call, ImmutableArray<PersonId> Told, ImmutableArray<PersonId> Custodians)
{
    /// <summary>Told means acknowledged by a person. Whoever has the medium may answer too, but does not silence the alarm about it.</summary>
    public bool IsAnswered => Answers.Any(answer => !Custodians.Contains(answer.Person));

    /// <summary>Who has answered, and when.</summary>
    public ImmutableArray<Acknowledged> Answers { get; init; } = [];
}

/// <summary>A person's answer to an alarm.</summary>
public sealed record Acknowledged(Mark Mark, PersonId Person);

/// <summary>Since when a carry-out's keys give nothing, and why.</summary>
/// <param name="Mark">The entry that stopped them.</param>
/// <param name="Why">What stopped them.</param>
/// <param name="Answered">"It is here", said by whoever has it or by the owner: the hour of R23 has stopped running.</param>
public sealed record Suspension(Mark Mark, SuspensionCause Why, Mark? Answered = null);

/// <summary>What suspends keys.</summary>
public enum SuspensionCause
{
    /// <summary>A report of loss by somebody of the chain whom the permit does not name (R23).</summary>
    Loss,

    /// <summary>A deadline and its grace have passed (R15).</summary>
    Overdue,
}
