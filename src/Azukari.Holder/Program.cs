using System.Text;
using Azukari.Holder;
using Azukari.Holder.Vault;

try
{
    var told = new ConfigurationBuilder().AddCommandLine(args.Length > 0 ? args[1..] : []).Build();
    switch (args)
    {
        case ["init", ..]:
            await Console.Out.WriteLineAsync(Encoding.UTF8.GetString(HolderKeys.Make(Path.GetFullPath(HolderSettings.Needed(told, "data")), HolderSettings.Needed(told, "name"))));
            return 0;
        case ["run", .. var rest]:
            Confinement.Apply(); // One-time keys are in its memory whenever it takes off a layer.
            await using (var holder = HolderHost.Build(HolderSettings.From(told), rest, TimeProvider.System)) await holder.Web.RunAsync();
            return 0;
        case ["backup", ..]:
            HolderBackup.Make(Path.GetFullPath(HolderSettings.Needed(told, "data")), HolderSettings.Needed(told, "to"));
            return 0;
        case ["restore", ..]:
            HolderBackup.Restore(HolderSettings.Needed(told, "from"), Path.GetFullPath(HolderSettings.Needed(told, "data")));
            return 0;
        default:
            await Console.Error.WriteLineAsync(
                """
                azukari-holder init --data DIR --name NAME
                azukari-holder run --data DIR --side owner|contractor --engagement E --genesis HASH --server URL --urls URL [--stock 3] [--tick-ms 500]
                azukari-holder backup --data DIR --to FILE
                azukari-holder restore --data DIR --from FILE
                """);
            return 2;
    }
}
catch (Exception wrong) when (wrong is ArgumentException or FormatException or InvalidOperationException or InvalidDataException or IOException or UnauthorizedAccessException)
{
    await Console.Error.WriteLineAsync($"azukari-holder: {wrong.Message}");
    return 1;
}
