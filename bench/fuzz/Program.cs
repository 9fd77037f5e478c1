using Azukari.Age.Fuzz;
using SharpFuzz;

// fuzz TARGET              runs under a fuzzer, which gives the inputs
// seeds TARGET FOLDER      writes what the fuzzer starts from
// replay TARGET FILE...    runs each input once and says which breaks a law
// keep FOLDER OUT          writes a corpus as one line of base64 for each input, in a fixed order
switch (args)
{
    case ["fuzz", var target]:
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var input = new MemoryStream();
            stream.CopyTo(input);
            Targets.All[target](input.ToArray());
        });
        return 0;

    case ["seeds", var target, var folder]:
        Directory.CreateDirectory(folder);
        foreach (var (seed, at) in Seeds.Of(target).Select((seed, at) => (seed, at))) File.WriteAllBytes(Path.Combine(folder, $"seed-{at}"), seed);
        return 0;

    case ["replay", var target, .. var files]:
        foreach (var file in files)
        {
            Console.WriteLine(file);
            Targets.All[target](File.ReadAllBytes(file));
        }

        return 0;

    case ["keep", var folder, var output]:
        File.WriteAllLines(output, Directory.EnumerateFiles(folder).Select(File.ReadAllBytes).OrderBy(bytes => bytes.Length).Select(Convert.ToBase64String).Distinct(StringComparer.Ordinal));
        return 0;

    default:
        Console.Error.WriteLine("usage: fuzz TARGET | seeds TARGET FOLDER | replay TARGET FILE... | keep FOLDER OUT");
        return 2;
}
