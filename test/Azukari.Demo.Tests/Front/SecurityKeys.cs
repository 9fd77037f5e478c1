using Microsoft.Playwright;

namespace Azukari.Demo.Tests.Front;

/// <summary>People's security keys at one computer's browser: each has the own, and touches it only while it is their turn.</summary>
internal sealed class SecurityKeys(ICDPSession devices)
{
    private readonly Dictionary<string, string> keys = [];

    /// <summary>This person's key, and nobody else's, answers from now on.</summary>
    internal async Task InAsync(string person)
    {
        await devices.SendAsync("WebAuthn.enable");
        if (!keys.ContainsKey(person)) keys[person] = await NewAsync();
        foreach (var (owner, device) in keys)
            await devices.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new() { ["authenticatorId"] = device, ["enabled"] = owner == person });
    }

    private async Task<string> NewAsync()
    {
        var made = await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "usb",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return made!.Value.GetProperty("authenticatorId").GetString()!;
    }
}
