using Azukari.Demo.Machines;
using Azukari.Demo.Replays;

namespace Azukari.Demo.Tests.Replays;

public sealed class AmagasakiTests(ITestOutputHelper output)
{
    [Fact]
    public void Prints()
    {
        var replay = Replay.Of(Path.Combine(BuildOutput.ReplaysFolder, "amagasaki-2022.yaml"));
        output.WriteLine(ReplayJson.Of(replay).ToJsonString(new() { WriteIndented = true }));
        foreach (var step in replay.Prevented) output.WriteLine($"{step.Step.Did}: {string.Join(", ", step.Said.Select(refusal => $"{refusal.Rule}.{refusal.Because}({refusal.About})"))}");
        foreach (var alarm in replay.Detected.Alarms) output.WriteLine($"{alarm.Mark.At:u} {alarm.Kind} {alarm.Step} {alarm.Call} {string.Join(' ', alarm.Told)} | {string.Join(' ', alarm.Answers.Select(a => $"{a.Mark.At:u} {a.Person}"))}");
        foreach (var step in replay.Detected.NotAsDemanded) output.WriteLine($"NOT {step.Step.Did}: {string.Join(", ", step.Said)}");
        Assert.Fail("look");
    }
}
