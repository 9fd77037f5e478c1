namespace Azukari.Holder;

/// <summary>Bodies of requests: small, whole, never logged.</summary>
internal static class Bodies
{
    private const int MostBytes = 65_536;

    internal static async Task<byte[]> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellation)) > 0;)
        {
            if (body.Length + read > MostBytes) throw new BadHttpRequestException("too large", 413);
            await body.WriteAsync(buffer.AsMemory(0, read), cancellation);
        }

        return body.ToArray();
    }
}
