using Azukari.Protocol;
using Azukari.Protocol.Documents;
using Azukari.Server.Storage;
using Azukari.Server.Transport;

namespace Azukari.Server.Documents;

/// <summary>Names and other erasable texts beside the record (design §5). They permit nothing; whoever is enrolled notes them and whoever is enrolled may erase them.</summary>
internal sealed class ParticularTable(Database database)
{
    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/particulars", async (string engagement, ParticularTable table, CancellationToken cancellation) => Results.Bytes((await table.ReadAsync(engagement, cancellation)).Write(), "application/json"))
            .WithName("ReadParticulars").WithSummary("Names, addresses and titles that were noted beside the record").Produces<byte[]>(200, "application/json");
        group.MapPut("/particulars", (string engagement, HttpContext context, ParticularTable table) => table.PutAsync(engagement, Admitted.Of(context).Body))
            .WithName("NoteParticulars").WithSummary("Notes all of these rows, or none").Accepts<byte[]>("application/json").Produces(204).ProducesProblem(400);
        group.MapDelete("/particulars/{what}/{code}", (string engagement, string what, string code, ParticularTable table) => table.EraseAsync(engagement, what, code))
            .WithName("EraseParticular").WithSummary("Erases one row; documents show the code from then on").Produces(204).ProducesProblem(404);
    }

    internal async Task<Particulars> ReadAsync(string engagement, CancellationToken cancellation) =>
        (await database.ReadAsync<Row>("select what, code, text from particular where engagement = @engagement", new { engagement }, cancellation))
            .Aggregate(Particulars.Nothing, (all, row) => all.With(Enum.Parse<Particular>(row.What), row.Code, row.Text));

    private async Task<IResult> PutAsync(string engagement, byte[] body)
    {
        Particulars rows;
        try
        {
            rows = Particulars.Read(body, Caller.MostBytes);
        }
        catch (ProtocolException)
        {
            return Problems.Malformed;
        }

        await database.HoldAsync(engagement, async held =>
        {
            foreach (var (what, code, text) in rows.Rows)
                await held.WriteAsync(
                    "insert into particular (engagement, what, code, text) values (@engagement, @what, @code, @text) on conflict (engagement, what, code) do update set text = excluded.text",
                    new { engagement, what = what.ToString(), code, text = text.Reveal("stored in its erasable row") });
            return true;
        });
        return Results.NoContent();
    }

    private async Task<IResult> EraseAsync(string engagement, string what, string code) =>
        await database.WriteAsync("delete from particular where engagement = @engagement and what = @what and code = @code", new { engagement, what, code }) == 1 ? Results.NoContent() : Problems.NotFound;

    /// <summary>One row as it is stored; a class, because a record's text would show the name.</summary>
    private sealed class Row
    {
        public string What { get; init; } = "";

        public string Code { get; init; } = "";

        public string Text { get; init; } = "";
    }
}
