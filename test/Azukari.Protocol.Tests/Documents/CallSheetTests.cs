using System.Text;
using Azukari.Protocol.Documents;
using static Azukari.Protocol.Tests.Documents.Paperwork;

namespace Azukari.Protocol.Tests.Documents;

/// <summary>R15: the call list on the wall, in its order, with names as far as they are known.</summary>
public sealed class CallSheetTests
{
    [Fact]
    public void It_names_people_in_their_order_and_whoever_is_not_reached_by_pseudonym()
    {
        var sheet = Made(DocumentKind.CallList);

        Assert.Equal("Signed: 1. 山田 太郎  0123  (p-4)", Read(sheet, "day"));
        Assert.Equal("Signed: 1. p-3 | 2. 山田 太郎  0123  (p-4)", Read(sheet, "night"));
        Assert.Equal("NotStated: ", Read(sheet, "holiday"));
        Assert.Contains("現在", sheet.Origin[^1].Ja, StringComparison.Ordinal);
        Assert.Null((Sources with { Calls = null }).Make(DocumentKind.CallList, null));
    }

    [Fact]
    public void It_is_read_as_it_was_written_and_anything_else_is_refused()
    {
        var sheet = Sources.Calls!;

        Assert.Equal(sheet.Write(), CallSheet.Read(sheet.Write(), 10_000).Write());
        string[] wrong = ["{}", "{\"at\":1,\"reached\":{\"p-1\":1}}", "{\"at\":\"1\",\"reached\":{}}", "{\"at\":1,\"more\":1,\"reached\":{}}", "[]"];
        Assert.All(wrong, text => Assert.Throws<ProtocolException>(() => CallSheet.Read(Encoding.UTF8.GetBytes(text), 10_000)));
    }
}
