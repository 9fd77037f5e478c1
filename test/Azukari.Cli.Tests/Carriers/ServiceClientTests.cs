using System.Net;
using System.Net.Sockets;
using Azukari.Cli.Carriers;
using Azukari.Protocol.Signatures;

namespace Azukari.Cli.Tests.Carriers;

/// <summary>R31: what is said about a call that was not answered.</summary>
public sealed class ServiceClientTests
{
    [Fact]
    public async Task A_service_that_takes_the_call_and_never_answers_is_not_reachable_and_nobody_has_interrupted_anything()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var key = SigningKey.Generate();
        using var client = new ServiceClient(key, introduceItself: false, TimeProvider.System, TimeSpan.FromSeconds(0.3));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(HttpMethod.Get, $"http://{silent.LocalEndpoint}/", default, TestContext.Current.CancellationToken));
    }
}
