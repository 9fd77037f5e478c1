using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;
using Azukari.Protocol.Canonical;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>緊急連絡表 for the wall: whom to call, in which order, by day, by night and at weekends (R15). It has names and numbers, and is for people of the engagement.</summary>
/// <param name="At">When the names and numbers were looked up.</param>
/// <param name="Reached">How a pseudonym is reached: name, telephone, mail on one line. Who is not in it stands there as the pseudonym.</param>
public sealed record CallSheet(DateTimeOffset At, ImmutableDictionary<string, Personal<string>> Reached)
{
    private static readonly ImmutableArray<CallColumn> Columns = [CallColumn.Day, CallColumn.Night, CallColumn.Holiday];

    /// <summary>The sheet: for each organisation its columns.</summary>
    public Document Make(Engagement facts) => new(
        DocumentKind.CallList,
        new("緊急連絡表", "Call list"),
        [.. facts.CallLists.Values.OrderBy(list => list.Organisation.Value, StringComparer.Ordinal).Select(Part)],
        [Line.Of("委託業務", "Engagement", facts.Founding?.Engagement.Value ?? "-"), AsOf(facts)]);

    /// <summary>The canonical bytes, for whoever may read names.</summary>
    public byte[] Write() => CanonicalJson.Write(new JsonObject
    {
        ["at"] = At.ToUnixTimeMilliseconds(),
        ["reached"] = new JsonObject(Reached.Select(row => KeyValuePair.Create(row.Key, (JsonNode?)row.Value.Reveal("the call list travels between the service and a person of the engagement")))),
    });

    /// <summary>Reads them; anything else is refused.</summary>
    /// <exception cref="ProtocolException">The bytes are no such sheet.</exception>
    public static CallSheet Read(ReadOnlySpan<byte> bytes, int maxBytes) =>
        DomainJson.ReadNode(bytes, maxBytes) is var node && node.Count == 2 && node["at"] is JsonValue at && at.TryGetValue<long>(out var time) && node["reached"] is JsonObject reached && reached.All(row => row.Value is JsonValue text && text.TryGetValue<string>(out _))
            ? new(DateTimeOffset.FromUnixTimeMilliseconds(time), reached.ToImmutableDictionary(row => row.Key, row => new Personal<string>(row.Value!.GetValue<string>())))
            : throw new ProtocolException(ProtocolFault.Malformed, "that is no call sheet");

    private Words AsOf(Engagement facts) => InstantWording.Of(At, facts.Founding?.Zone) is var at ? new($"{at.Ja} 現在", $"as of {at.En}") : Line.None;

    private Part Part(SetCallList list) => new Part.Rows(
        Line.Same(list.Organisation.Value),
        [.. Columns.Select(column => new FormColumn(column.ToString().ToLowerInvariant(), WatchWording.Of(column)))],
        [[.. Columns.Select(column => FormValue.Signed(Names(list, column)))]]);

    private IEnumerable<Words> Names(SetCallList list, CallColumn column) =>
        (column switch { CallColumn.Day => list.Day, CallColumn.Night => list.Night, CallColumn.Holiday => list.Holiday }).Select((person, n) => Line.Same(string.Create(
            CultureInfo.InvariantCulture, $"{n + 1}. {(Reached.TryGetValue(person.Value, out var known) ? $"{known.Reveal("the printed call list")}  ({person})" : person.Value)}")));
}
