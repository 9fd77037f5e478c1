using System.Globalization;
using System.Net;
using Azukari.Domain;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder;

/// <summary>Acts that this holder has to tell the service, each a file until the service has it. What was done does not wait for it.</summary>
internal sealed class Outbox(HolderSettings settings, ServiceLink service, HolderKeys keys, ILogger<Outbox> log)
{
    private readonly string folder = Directory.CreateDirectory(Path.Combine(settings.Data, "outbox")).FullName;
    private readonly Lock gate = new();
    private long next = service.Now.Ticks;

    /// <summary>Signs an act of this holder and keeps it until it is delivered.</summary>
    internal void Add(Act act, Digest on) => Add(Signing.ByMachine(new SignedAct(settings.Engagement, act, [], null), on, keys.Signing).Write());

    /// <summary>Keeps somebody's signed act until it is delivered.</summary>
    internal void Add(byte[] signed)
    {
        lock (gate) DurableFile.Write(Path.Combine(folder, (++next).ToString("d20", CultureInfo.InvariantCulture)), signed);
    }

    /// <summary>Delivers what waits, oldest first. A refusal is final: the record knows it already, or will never take it.</summary>
    internal async Task DeliverAsync(CancellationToken cancellation)
    {
        foreach (var path in Directory.GetFiles(folder).Where(path => !path.EndsWith(".new", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var status = await service.DeliverAsync(await File.ReadAllBytesAsync(path, cancellation), cancellation);
            if ((int)status >= 500 || status == HttpStatusCode.Unauthorized) return;

            if ((int)status >= 400) HolderLog.NotTaken(log, settings.Engagement.Value, (int)status);
            File.Delete(path);
        }
    }
}
