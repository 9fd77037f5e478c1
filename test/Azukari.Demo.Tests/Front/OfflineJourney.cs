using Azukari.Demo.Stories;

namespace Azukari.Demo.Tests.Front;

/// <summary>The journey without a network: what a station needs is brought to it, what it made is carried to the office and delivered there.</summary>
internal sealed class OfflineJourney(Installation at, Journey journey, Room sealing, Room opening, Carriage carriage)
{
    private Cast Cast => at.Cast;

    internal async Task RunAsync(string source)
    {
        var seal = await SealAsync(source);
        await journey.DepartAsync(seal);
        await OpenAsync(await ArriveAsync());
        await EraseAsync(opening, "st-open", "erase-at-site", Cast.Carrier.Signing("operator"), Cast.Officer.Signing("security-officer"));
        await journey.ReturnAsync();
        await EraseAsync(sealing, "st-seal", "clear-medium", Cast.Companion.Signing("operator"));
        await journey.VerifyAndConfirmAsync();
    }

    internal async Task<string> SealAsync(string source)
    {
        var (brought, draft, made) = (await BringAsync(sealing), at.Rooms.NewDraft(), carriage.Next());
        await sealing.Computer.DoAsync("draft", "seal-consignment", "--carry-out", journey.Id, "--in", brought, "--draft", draft, "--station", at.StationFolder("st-seal"), "--desk", sealing.Desk, "--sign-with", Cast.Carrier.Signing("operator"), Cast.Witness.Signing("witness"));
        var receipt = await sealing.Computer.DoAsync("seal", "--draft", draft, "--in", brought, "--out", made, "--station", at.StationFolder("st-seal"), "--medium", journey.Medium, "--source", $"csv:{source}", "--desk", sealing.Desk);
        await DeliverAsync(made, sealing);
        return receipt["sealNumber"]!.GetValue<string>();
    }

    /// <summary>Returns the message with which the station goes on.</summary>
    internal async Task<string> ArriveAsync()
    {
        var made = carriage.Next();
        await opening.Computer.DoAsync("arrive", "--carry-out", journey.Id, "--in", await BringAsync(opening), "--out", made, "--station", at.StationFolder("st-open"), "--medium", journey.Medium, "--desk", opening.Desk);
        return await DeliverAsync(made, opening);
    }

    private async Task OpenAsync(string brought)
    {
        foreach (var signing in new[] { Cast.Officer.Signing("security-officer"), Cast.SiteKeeper.Signing("keeper") })
        {
            var made = carriage.Next();
            await opening.Computer.DoAsync("draft", "confirm-release", "--carry-out", journey.Id, "--in", brought, "--out", made, "--draft", at.Rooms.NewDraft(), "--station", at.StationFolder("st-open"), "--desk", opening.Desk, "--sign-with", signing, "--submit");
            brought = await DeliverAsync(made, opening);
        }

        var (request, loaded) = (carriage.Next(), carriage.Next());
        string[] open = ["open", "--carry-out", journey.Id, "--station", at.StationFolder("st-open"), "--medium", journey.Medium, "--into", $"sqlite:{at.Rooms["call-centre", $"{journey.Id}.db"]}", "--desk", opening.Desk];
        var asked = await opening.Computer.DoAsync([.. open, "--in", brought, "--out", request]);
        Assert.Equal(journey.Id, asked["asked"]!.GetValue<string>());

        var answer = await DeliverAsync(request, opening);
        var done = await opening.Computer.DoAsync([.. open, "--in", answer, "--out", loaded]);
        Assert.Equal(Founded.Residents, done["people"]!.GetValue<long>());
        await DeliverAsync(loaded, opening);
    }

    private async Task EraseAsync(Room room, string station, string act, params string[] signing)
    {
        var (brought, draft, made) = (await BringAsync(room), at.Rooms.NewDraft(), carriage.Next());
        await room.Computer.DoAsync(["draft", act, "--carry-out", journey.Id, "--in", brought, "--draft", draft, "--medium-id", journey.MediumId, "--station", at.StationFolder(station), "--desk", room.Desk, "--sign-with", .. signing]);
        await room.Computer.DoAsync("erase", "--draft", draft, "--in", brought, "--out", made, "--station", at.StationFolder(station), "--medium", journey.Medium, "--desk", room.Desk);
        await DeliverAsync(made, room);
    }

    private async Task<string> BringAsync(Room room)
    {
        var made = carriage.Next();
        await at.Desk.DoAsync(["status", "--desk", at.DeskFolder, "--carry-out", journey.Id, "--message", made, .. carriage.After(await room.EntriesAsync())]);
        return await carriage.CarriedAsync(made);
    }

    private async Task<string> DeliverAsync(string made, Room from)
    {
        var answer = carriage.Next();
        await at.Desk.DoAsync(["submit", "--desk", at.DeskFolder, "--message", await carriage.CarriedAsync(made), "--carry-out", journey.Id, "--answer", answer, .. carriage.After(await from.EntriesAsync())]);
        return await carriage.CarriedAsync(answer);
    }
}
