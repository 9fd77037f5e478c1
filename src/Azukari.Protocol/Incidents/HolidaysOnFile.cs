using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Incidents;

/// <summary>A national holiday and its name.</summary>
public sealed record NationalHoliday(DateOnly Day, string Name);

/// <summary>Which table of holidays it is, what it covers, and what nobody has verified.</summary>
/// <param name="Edition">The day on which it was made, a dot, and a running number.</param>
/// <param name="From">The first day that it covers.</param>
/// <param name="To">The last day that it covers.</param>
/// <param name="GazettedTo">The last day up to which the holidays were published when it was made.</param>
/// <param name="Unverified">What was not compared with a publication.</param>
public sealed record HolidayTable(string Edition, DateOnly From, DateOnly To, DateOnly GazettedTo, ImmutableArray<Words> Unverified);

/// <summary>The national holidays in the Cabinet Office's CSV form, in UTF-8, with a sidecar that says what they are.</summary>
public static class HolidaysOnFile
{
    internal const string Sidecar = "law-packs/national-holidays.json";
    private const string Csv = "law-packs/national-holidays.csv";
    private const string Header = "国民の祝日・休日月日,国民の祝日・休日名称";
    private const int MaxBytes = 200_000;

    private static readonly Lazy<ClosedDays> Brought = new(() => Read(Embedded.Bytes(Csv), Embedded.Bytes(Sidecar)));

    /// <summary>The table of this program.</summary>
    public static ClosedDays Shipped => Brought.Value;

    /// <summary>The closed days that follow from a table.</summary>
    /// <exception cref="ProtocolException">The table or its sidecar is not of its shape, or a row lies outside of what the sidecar covers.</exception>
    public static ClosedDays Read(ReadOnlySpan<byte> csv, ReadOnlySpan<byte> sidecar)
    {
        var table = ReadSidecar(sidecar);
        var days = ReadRows(csv).Select(row => row.Day).ToImmutableHashSet();

        return table.From <= table.To && days.All(day => table.From <= day && day <= table.To)
            ? new(table.Edition, table.From, table.To, table.GazettedTo, days)
            : throw Bad("a row lies outside of what the table covers");
    }

    /// <summary>What the sidecar says.</summary>
    /// <exception cref="ProtocolException">It is not of its shape.</exception>
    public static HolidayTable ReadSidecar(ReadOnlySpan<byte> utf8) => DomainJson.FromNode<HolidayTable>(LawPacksOnFile.Parse(utf8));

    /// <summary>The rows in the order of their days.</summary>
    /// <exception cref="ProtocolException">Another header, a row that is no day and name, or days out of order.</exception>
    public static ImmutableArray<NationalHoliday> ReadRows(ReadOnlySpan<byte> csv)
    {
        if (csv.Length > MaxBytes) throw Bad($"longer than {MaxBytes} bytes");

        var lines = Text(csv).ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        if (lines[0] != Header) throw Bad("another header");

        ImmutableArray<NationalHoliday> rows = [.. lines.Skip(1).Select(Row)];
        return rows.Zip(rows.Skip(1)).All(pair => pair.First.Day < pair.Second.Day) ? rows : throw Bad("days out of order");
    }

    private static NationalHoliday Row(string line) =>
        line.Split(',') is [var day, { Length: > 0 } name] && DateOnly.TryParseExact(day, "yyyy/M/d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new(date, name)
            : throw Bad("a row is no day and name");

    private static string Text(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(utf8);
        }
        catch (DecoderFallbackException fault)
        {
            throw new ProtocolException(ProtocolFault.Malformed, "not UTF-8; the Cabinet Office's own file is Shift_JIS and is converted first", fault);
        }
    }

    private static ProtocolException Bad(string message) => new(ProtocolFault.Malformed, $"national holidays: {message}");
}
