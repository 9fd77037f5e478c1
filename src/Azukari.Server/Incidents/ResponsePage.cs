using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;
using Azukari.Protocol.Incidents;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.Incidents;

/// <summary>What people do about an incident, each a signed act: answer its alarm, name who does what, record that it is done or why not, lift a suspension, close it (R15, R23, R25).</summary>
internal sealed class ResponsePage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/incidents/{id}/{deed}", (string id, string deed, HttpContext context, ResponsePage page) => page.Show(id, deed, context));

    internal static string AnswerPath(string engagement, IncidentId incident, Alarm alarm) =>
        $"{IncidentsPage.PathOf(engagement, incident)}/answer?kind={alarm.Kind}&about={Uri.EscapeDataString(alarm.About ?? "")}&step={alarm.Step}";

    private IResult Show(string id, string deed, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (IncidentsPage.Find(at, id) is not { } incident) return Faults.NotFound(frame);

        var asks = context.Request.Query;
        var task = int.TryParse(asks["task"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? incident.Tasks.FirstOrDefault(one => one.Number == number) : null;
        var now = at.Now;
        var text = asks["text"] is [{ } written] && written.Trim().Length is > 0 and <= TaskText.LongestText ? TaskText.Create(written.Trim()) : null;
        Asked Asking(Act act) => Asked.Of(at.Facts, at.Person, act, now);

        return deed switch
        {
            "answer" when Enum.TryParse<DeadlineKind>(asks["kind"], out var kind) && Enum.IsDefined(kind) && int.TryParse(asks["step"], NumberStyles.None, CultureInfo.InvariantCulture, out var step) =>
                Plain(new("警報への応答", "Answer the alarm"), Asking(new AcknowledgeAlarm(incident.CarryOut, kind, asks["about"] is [{ Length: > 0 } about] ? about : null, step))),
            "lift" when incident.CarryOut is { } carryOut => Plain(new("鍵の停止を解く", "Lift the suspension"), Asking(new LiftSuspension(carryOut))),
            "close" => Plain(new("事故の終結", "Close the incident"), Asking(new CloseIncident(incident.Id))),
            "assign" when task is not null => Assign(task),
            "finish" when task is not null => Told(new("対応の完了", "Done"), new("行ったことと、その証拠", "What was done, and the evidence"), text is null ? null : Asking(new FinishTask(incident.Id, task.Number, text.Commitment()))),
            "excuse" when task is not null => Told(new("対応の免除", "Not done"), new("行わない理由", "Why it is not done"), text is null ? null : Asking(new ExcuseTask(incident.Id, task.Number, text.Commitment()))),
            _ => Faults.NotFound(frame),
        };

        IResult Plain(Words title, Asked asked) => View(title, asked, null, null);

        IResult Told(Words title, Words label, Asked? asked) => View(title, asked, text, new ResponseChoices(task!.Number, label, asks["text"].ToString(), null, null, []));

        IResult Assign(ResponseTask chosen)
        {
            var members = at.Facts.People.Values.Where(person => person.Left is null).Select(person => person.Id).OrderBy(person => person.Value, StringComparer.Ordinal).ToArray();
            var owner = asks["owner"] is [{ } named] && Code.IsValid(named) && members.Contains(new(named)) ? new PersonId(named) : chosen.Owner ?? at.Person.Id;
            var due = Due(asks["due"].ToString(), at.Facts) ?? (chosen.Due > now ? chosen.Due : now.AddHours(at.Facts.Clock.TaskHours));
            return View(new("担当を決める", "Name an owner"), Asking(new AssignTask(incident.Id, chosen.Number, chosen.Kind, owner, due)), null, new ResponseChoices(chosen.Number, null, "", owner, Local(due, at.Facts), members));
        }

        IResult View(Words title, Asked? asked, TaskText? paper, ResponseChoices? choices) => Page.Of<ResponseView>(new
        {
            Frame = frame,
            Title = frame.Say(title),
            At = new Place(at.Id, at.Facts),
            Credential = visit.Passkey.Id,
            Back = IncidentsPage.PathOf(at.Id, incident.Id),
            Asked = asked,
            Papers = (IReadOnlyList<byte[]>)(paper is null ? [] : [DomainJson.ToBytes(paper)]),
            Choices = choices,
        });
    }

    private static string Local(DateTimeOffset at, Engagement facts) => TimeZoneInfo.ConvertTime(at, InstantWording.ZoneOf(facts)).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Due(string text, Engagement facts) => CivilDay.Moment(InstantWording.ZoneOf(facts), text)?.ToUniversalTime();
}

/// <summary>What can be chosen or written before an act of the response is signed.</summary>
/// <param name="Task">The task's number.</param>
/// <param name="Label">What is asked for in words; null where nothing is.</param>
/// <param name="Text">What was written so far.</param>
/// <param name="Owner">Who is to do it; null where that is not asked.</param>
/// <param name="Due">Until when, in local time as a form has it.</param>
/// <param name="Members">Who can be named.</param>
public sealed record ResponseChoices(int Task, Words? Label, string Text, PersonId? Owner, string? Due, IReadOnlyList<PersonId> Members);
