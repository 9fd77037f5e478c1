using System.Collections.Immutable;
using Azukari.Cli.Sealing;
using Azukari.Domain;
using Azukari.Domain.Sealing;

namespace Azukari.Cli.Opening;

/// <summary>What the inner process is told to load; nothing of it is secret, since the envelope is still locked with the station's own key.</summary>
/// <param name="CarryOut">The case.</param>
/// <param name="Manifest">The manifest that the envelope must be bound to.</param>
/// <param name="Station">The station's folder, where that key lies.</param>
/// <param name="Key">The recipient whose identity opens the envelope.</param>
/// <param name="Envelope">The envelope without the two sides' layers.</param>
/// <param name="Into">Where the rows go, as on the command line.</param>
/// <param name="Data">The permitted datasets.</param>
/// <param name="Volumes">Every volume once, in the manifest's order.</param>
/// <param name="At">The station's time, for the marker.</param>
/// <param name="Quiet">Whether progress is shown.</param>
/// <param name="Japanese">In which language.</param>
internal sealed record LoadOrder(
    CarryOutId CarryOut, Digest Manifest, string Station, Digest Key, byte[] Envelope, string Into, ImmutableArray<OrderedData> Data, ImmutableArray<OpenedVolume> Volumes,
    DateTimeOffset At, bool Quiet, bool Japanese);

/// <summary>One volume, on whichever of its media is here.</summary>
/// <param name="Folder">Where that medium is mounted.</param>
/// <param name="Sealed">What the receipt says of it.</param>
/// <param name="DataPackage">The digest of its <c>datapackage.json</c>.</param>
internal sealed record OpenedVolume(string Folder, SealedVolume Sealed, Digest DataPackage);
