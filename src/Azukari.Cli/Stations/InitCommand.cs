using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Cli.Statements;
using Azukari.Domain;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Stations;

/// <summary><c>azukari init</c>: makes what a person, a station or a desk starts from. Nothing of it is believed by anybody before it is enrolled.</summary>
internal static class InitCommand
{
    private static readonly Option<string> Person = new("--person") { Description = "pseudonym / 仮名", Required = true };
    private static readonly Option<string> Organisation = new("--organisation") { Description = "employer / 所属", Required = true };
    private static readonly Option<string> StationId = new("--id") { Description = "the station's name / 端末名", Required = true };
    private static readonly Option<string> To = new("--to") { Description = "file or folder to make / 作成先", Required = true };
    private static readonly Option<string> EngagementOption = new("--engagement") { Description = "委託業務", Required = true };
    private static readonly Option<string?> Genesis = new("--genesis") { Description = "the hash on the paper / 書面のハッシュ" };
    private static readonly Option<string?> Server = new("--server") { Description = "address of the service / サーバー" };
    private static readonly Option<string?> OwnerHolder = new("--owner-holder") { Description = "address of the owner's key holder / 所有者側の鍵保持者" };
    private static readonly Option<string?> ContractorHolder = new("--contractor-holder") { Description = "address of the contractor's key holder / 受託者側の鍵保持者" };
    private static readonly Option<string?> As = new("--as") { Description = "key file or station folder that signs requests / 通信の署名鍵" };
    private static readonly Option<string> Serial = new("--serial") { Description = "serial number to declare / 申告する製造番号", Required = true };

    internal static Command Create() => new("init", "makes a key, a station, a desk / 鍵・端末・作業場所を作る")
    {
        new Command("key", "one person's software key / 人の鍵") { Person, Organisation, To }.Does((parsed, screen, _) =>
        {
            using var key = PersonKeyFile.Create(parsed.GetRequiredValue(To), new(parsed.GetRequiredValue(Person)), new(parsed.GetRequiredValue(Organisation)));
            return Made(screen, new JsonObject { ["person"] = key.Person.Value, ["key"] = key.Fact.Id.Value, ["ssh"] = key.Fact.Ssh, ["form"] = "software" }, key.Fact.Id.Value);
        }),
        new Command("station", "this computer as a station / 登録端末") { StationId, To }.Does((parsed, screen, _) =>
        {
            using var station = StationFolder.Create(parsed.GetRequiredValue(To), new(parsed.GetRequiredValue(StationId)));
            return Made(screen, new JsonObject { ["station"] = station.Id.Value, ["key"] = station.Fact.Id.Value, ["ssh"] = station.Fact.Ssh }, station.Fact.Id.Value);
        }),
        new Command("desk", "where one works from / 作業場所") { EngagementOption, To, Genesis, Server, OwnerHolder, ContractorHolder, As }.Does((parsed, screen, _) =>
        {
            var genesis = parsed.GetValue(Genesis) is { } hash ? new Digest(hash) : null;
            var settings = new DeskSettings(
                new(parsed.GetRequiredValue(EngagementOption)), genesis, parsed.GetValue(Server), parsed.GetValue(OwnerHolder), parsed.GetValue(ContractorHolder),
                parsed.GetValue(As) is { } path ? Path.GetFullPath(path) : null);
            Desk.Create(parsed.GetRequiredValue(To), settings);
            return Made(screen, new JsonObject { ["desk"] = parsed.GetRequiredValue(To) }, parsed.GetRequiredValue(To));
        }),
        new Command("log", "has the service make the engagement's log key, before it is founded / 記録の鍵") { Options.Desk }.Does(async (parsed, screen, cancellation) =>
        {
            using var exchange = new Exchange(Desk.Open(parsed.GetValue(Options.Desk)!), null, null, TimeProvider.System);
            var answer = JsonNode.Parse(await exchange.PostAsync("log", [], cancellation))!.AsObject();
            screen.Answer(answer, answer.Select(member => $"{member.Key}: {member.Value}"));
        }),
        new Command("medium", "declares a serial number on a medium that tells none / 媒体の製造番号を申告") { Serial, To }.Does((parsed, screen, _) =>
        {
            Directory.CreateDirectory(parsed.GetRequiredValue(To));
            RemovableMedium.Declare(parsed.GetRequiredValue(To), parsed.GetRequiredValue(Serial));
            return Made(screen, new JsonObject { ["serial"] = parsed.GetRequiredValue(Serial), ["declared"] = true }, parsed.GetRequiredValue(Serial));
        }),
    };

    private static Task Made(Screen screen, JsonObject answer, string what)
    {
        screen.Answer(answer, screen.In($"作成しました: {what}", $"made: {what}"));
        return Task.CompletedTask;
    }
}
