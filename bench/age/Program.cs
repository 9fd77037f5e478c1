using System.Globalization;
using Azukari.Age;
using Azukari.Age.Bench;

// bench/age: everything of one run side by side, since absolute times depend on the machine and its neighbours and only ratios hold.
//   [--folder F] on tmpfs by default   [--mib N] size of the large file   [--small N] number of small ones   [--rounds N]
var folder = Directory.CreateDirectory(Path.Combine(Given("--folder", "/dev/shm"), $"age-bench-{Environment.ProcessId}"));
var rounds = Number("--rounds", 5);
try
{
    using var identity = X25519Identity.Generate();
    new Files(folder.FullName, Number("--mib", 1024), rounds, identity).Run();
    foreach (var file in folder.EnumerateFiles()) file.Delete();
    new Small(folder.FullName, Number("--small", 10_000), rounds, identity).Run();
    new Memory(rounds).Run();
}
finally
{
    folder.Delete(recursive: true);
}

string Given(string option, string otherwise) => Array.IndexOf(args, option) is >= 0 and var at ? args[at + 1] : otherwise;

int Number(string option, int otherwise) => int.Parse(Given(option, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
