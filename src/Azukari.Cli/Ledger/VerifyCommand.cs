using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Evidence;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Ledger;

/// <summary><c>azukari verify BUNDLE --genesis HASH</c>: needs nothing else, asks nobody, and says in plain words what it verified.</summary>
internal static class VerifyCommand
{
    private static readonly Argument<string> Bundle = new("bundle") { Description = "evidence bundle / エビデンス一式" };
    private static readonly Option<string> Genesis = new("--genesis") { Description = "the hash on the paper that both sides signed / 書面のハッシュ", Required = true };

    internal static Command Create() => new Command("verify", "verifies an evidence bundle offline / エビデンスを検証する") { Bundle, Genesis }.Does(async (parsed, screen, cancellation) =>
    {
        var report = BundleVerifier.Verify(await File.ReadAllBytesAsync(parsed.GetRequiredValue(Bundle), cancellation), GenesisOf(parsed));
        screen.Answer(Json(report), InWords(report, screen));
    });

    private static Digest GenesisOf(ParseResult parsed)
    {
        try
        {
            return new(parsed.GetRequiredValue(Genesis));
        }
        catch (ArgumentException)
        {
            throw StopException.BadInput("--genesis は64桁の16進数です。", "--genesis is 64 hexadecimal digits");
        }
    }

    private static JsonObject Json(VerificationReport report) => new()
    {
        ["verified"] = true,
        ["genesis"] = report.Genesis.Value,
        ["entries"] = report.Entries,
        ["personSignatures"] = report.PersonSignatures,
        ["machineSignatures"] = report.MachineSignatures,
        ["softwareSignatures"] = report.SoftwareSignatures,
        ["root"] = report.Root.Value,
        ["ownerCosigned"] = report.OwnerCosigned.ToString("O"),
        ["contractorCosigned"] = report.ContractorCosigned.ToString("O"),
        ["documents"] = report.Documents.Length,
        ["subject"] = report.Subject is { } subject ? StatusCommand.Describe(report.State, subject) : null,
    };

    private static IEnumerable<string> InWords(VerificationReport report, Screen screen)
    {
        yield return screen.In($"起点 {report.Genesis} から始まる{report.Entries}件の記録を検証しました。", $"Verified {report.Entries} entries that begin at the genesis {report.Genesis}.");
        yield return screen.In($"人の署名 {report.PersonSignatures}件、機器の署名 {report.MachineSignatures}件は、すべて起点に遡る登録済みの鍵によるものです。", $"{report.PersonSignatures} signatures of people and {report.MachineSignatures} of machines fit keys whose enrolment leads back to it.");
        yield return screen.In("すべての判断を規則で再現し、同じ結果になりました。", "Every decision was made again by the rules, with the same result.");
        yield return screen.In($"記録は欠けも差し替えもなく、所有者側は{report.OwnerCosigned:O}、受託者側は{report.ContractorCosigned:O}に同じ記録を確認しています。", $"Nothing is missing or exchanged: the owner's witness saw exactly this log at {report.OwnerCosigned:O}, the contractor's at {report.ContractorCosigned:O}.");
        if (report.SoftwareSignatures > 0)
            yield return screen.In($"注意: {report.SoftwareSignatures}件はソフトウェア鍵による署名です（試験・デモ用）。", $"Note: {report.SoftwareSignatures} signatures were made with software keys, which are for tests and the demo.");
        if (report.Subject is { } subject && Contents.Of(subject) is { } contents)
            yield return screen.In($"{subject.Id}: {contents.People:N0}人、{contents.Records:N0}件。鍵: {KeyWording.Of(contents.Key, report.State.Founding?.Zone).In(screen.Japanese)}", $"{subject.Id}: {contents.People:N0} people, {contents.Records:N0} records. Key: {KeyWording.Of(contents.Key, report.State.Founding?.Zone).In(screen.Japanese)}");
    }
}
