namespace Azukari.Age;

/// <summary>Why an age file was refused. The members are the words that follow <c>expect:</c> in the shared test kit.</summary>
public enum AgeFault
{
    /// <summary>The header is sound, and none of the identities opens any of its stanzas.</summary>
    NoMatch,

    /// <summary>A stanza opened, but the header is not the one its author wrote. Nothing of the payload was touched.</summary>
    HmacFailure,

    /// <summary>The header breaks the grammar, a limit of ours, or the rules of a stanza that concerns the identity at hand.</summary>
    HeaderFailure,

    /// <summary>The text around the file breaks the one spelling of armor.</summary>
    ArmorFailure,

    /// <summary>The payload is cut, extended, reordered or altered. What was handed out before is authentic but not all of it.</summary>
    PayloadFailure,
}
