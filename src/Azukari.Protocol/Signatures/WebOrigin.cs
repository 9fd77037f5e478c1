using System.Text.RegularExpressions;

namespace Azukari.Protocol.Signatures;

/// <summary>Where a passkey signs: the exact origin that a browser writes into what it signs (WebAuthn §5.8.1), and the relying party's name in it.</summary>
/// <remarks>
/// Lower case, no path, no default port, never an IP address: passkeys know names only. Plain <c>http</c> is a browser's secure context on <c>localhost</c> alone, where a station serves
/// its own screen.
/// </remarks>
public sealed partial record WebOrigin
{
    private WebOrigin(string value, string host) => (Value, RpId) = (value, host);

    /// <summary>As the browser serialises it: <c>https://azukari.city.example</c>, <c>http://localhost:5080</c>.</summary>
    public string Value { get; }

    /// <summary>The relying party identifier: the origin's host.</summary>
    public string RpId { get; }

    /// <summary>Reads an origin, or says that this is none.</summary>
    public static WebOrigin? TryParse(string text) =>
        Form().Match(text) is { Success: true } match && IsPort(match.Groups["port"].Value) ? new(text, match.Groups["host"].Value) : null;

    /// <summary>Reads an origin.</summary>
    /// <exception cref="ProtocolException"><see cref="ProtocolFault.Malformed"/>: no origin at which a passkey could sign.</exception>
    public static WebOrigin Parse(string text) => TryParse(text) ?? throw new ProtocolException(ProtocolFault.Malformed, "that is no origin at which a passkey signs");

    /// <inheritdoc/>
    public override string ToString() => Value;

    private static bool IsPort(string digits) => digits.Length == 0 || (int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture) is > 0 and < 65536 and not 443 and not 80);

    /// <summary>A name's last label begins with a letter; an address's does not.</summary>
    [GeneratedRegex(@"\A(https://(?<host>([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?)|http://(?<host>localhost))(:(?<port>[1-9][0-9]{1,4}))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
