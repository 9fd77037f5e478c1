using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Ledger;

/// <summary>Somebody reads the record at a desk and on a phone, and takes the evidence away.</summary>
public sealed class RecordJourneyTests(Chromium chromium) : IClassFixture<Chromium>
{
    [Fact]
    public async Task From_a_carry_out_to_its_story_its_proof_and_the_search()
    {
        await using var town = await Town.OnTheWayAtScreensAsync("c-manager", "o-officer");
        await town.DoAsync(town.Lost());
        await town.CosignAsync(town.OwnerWitness, town.ContractorWitness);
        await using var desk = await chromium.SignInAsync(town, "o-officer");
        await using var phone = await chromium.SignInAsync(town, "c-manager", width: 360);

        await desk.GoAsync($"/engagements/{Town.Name}/carry-outs/carry-1");
        await desk.PressAsync("記録");
        await desk.PictureAsync("record-story");
        var taken = await desk.Page.RunAndWaitForDownloadAsync(() => desk.Page.ClickAsync("text=証拠一式をダウンロード"));
        Assert.Equal("carry-1.zip", taken.SuggestedFilename);
        await desk.GoAsync($"/engagements/{Town.Name}/record?person=o-witness");
        await desk.PictureAsync("record-search");

        await phone.GoAsync("/language/en");
        await phone.GoAsync($"/engagements/{Town.Name}/carry-outs/carry-1/record");
        await phone.PictureAsync("record-story-phone");
        await phone.GoAsync($"/engagements/{Town.Name}/record?carry-out=carry-1");
        await phone.PictureAsync("record-search-phone");

        Assert.All([desk, phone], person => Assert.Empty(person.Elsewhere.Concat(person.Complaints)));
    }
}
