using System.Text;

namespace Azukari.TransparencyLog.Tests;

public sealed class AddCheckpointRequestTests
{
    private static readonly TreeHash Hash = MerkleTree.EmptyRoot;
    private static readonly SignedNote Note = Keys.Sign(new(Keys.Origin, 7, Hash));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 1)]
    [InlineData(long.MaxValue, 63)]
    public void What_is_read_is_written_back_byte_for_byte(long old, int hashes)
    {
        byte[] body = new AddCheckpointRequest(old, [.. Enumerable.Repeat(Hash, hashes)], Note).ToBytes();
        AddCheckpointRequest read = AddCheckpointRequest.Parse(body);
        Assert.Equal(old, read.OldSize);
        Assert.Equal(hashes, read.Proof.Count);
        Assert.Equal(7, read.Checkpoint.Size);
        Assert.Equal(body, read.ToBytes());
    }

    [Fact]
    public void The_body_has_the_layout_of_the_specification() =>
        Assert.Equal($"old 5\n{Hash}\n\n".Replace(Hash.ToHex(), Hash.ToBase64(), StringComparison.Ordinal) + Encoding.UTF8.GetString(Note.ToBytes()),
            Encoding.UTF8.GetString(new AddCheckpointRequest(5, [Hash], Note).ToBytes()));

    [Theory]
    [InlineData("old 5\n", "")]
    [InlineData("old 5", "old 05")]
    [InlineData("old 5", "old -5")]
    [InlineData("old 5", "old 5 ")]
    [InlineData("old 5", "old  5")]
    [InlineData("old 5", "old 5\r")]
    [InlineData("old 5", "old")]
    [InlineData("old 5", "size 5")]
    [InlineData("old 5", "old 9223372036854775808")]
    [InlineData("old 5\n", "old 5\nAAAA\n")]
    [InlineData("\n\nlog", "\nlog")]
    public void A_malformed_request_is_refused(string find, string replace)
    {
        string body = Encoding.UTF8.GetString(new AddCheckpointRequest(5, [Hash], Note).ToBytes());
        string broken = body.Replace(find, replace, StringComparison.Ordinal);
        Assert.NotEqual(body, broken);
        Keys.Refused(LogFault.Request, () => AddCheckpointRequest.Parse(Encoding.UTF8.GetBytes(broken)));
    }

    [Fact]
    public void A_sixty_fourth_hash_is_refused()
    {
        byte[] body = new AddCheckpointRequest(5, [.. Enumerable.Repeat(Hash, 63)], Note).ToBytes();
        string longer = Encoding.UTF8.GetString(body).Replace("old 5\n", $"old 5\n{Hash.ToBase64()}\n", StringComparison.Ordinal);
        Keys.Refused(LogFault.Request, () => AddCheckpointRequest.Parse(Encoding.UTF8.GetBytes(longer)));
    }

    [Fact]
    public void A_request_without_a_signed_checkpoint_is_refused()
    {
        Keys.Refused(LogFault.Note, () => AddCheckpointRequest.Parse("old 5\n\nlog.example\n7\n"u8));
        Keys.Refused(LogFault.Checkpoint, () => AddCheckpointRequest.Parse([.. "old 5\n\n"u8, .. new SignedNote("a\n"u8, [Keys.Log.Sign("a\n"u8)]).ToBytes()]));
    }

    [Fact]
    public void A_size_travels_as_one_line()
    {
        Assert.Equal("7\n"u8, WitnessReply.FormatSize(7));
        Assert.Equal(7, WitnessReply.ParseSize("7\n"u8));
        foreach (string wrong in new[] { "", "7", "07\n", "7\n\n", "7\n8\n", "-7\n", "conflict\n" })
        {
            Keys.Refused(LogFault.Reply, () => WitnessReply.ParseSize(Encoding.UTF8.GetBytes(wrong)));
        }
    }

    [Fact]
    public void Of_an_answer_only_the_witnesss_own_lines_that_hold_are_taken()
    {
        NoteSignature own = Keys.City.Cosign(Note.Text.Span, 9);
        NoteSignature other = Keys.Third.Cosign(Note.Text.Span, 9);
        var taken = WitnessReply.ParseCosignatures([.. other.ToLine(), .. own.ToLine()], Note, Keys.City.Verifier);
        Assert.Equal(own.ToLine(), Assert.Single(taken).ToLine());
        Keys.Refused(LogFault.Unsigned, () => WitnessReply.ParseCosignatures(other.ToLine(), Note, Keys.City.Verifier));
        Keys.Refused(LogFault.Signature, () => WitnessReply.ParseCosignatures(Keys.City.Cosign("a\n"u8, 9).ToLine(), Note, Keys.City.Verifier));
        Keys.Refused(LogFault.Note, () => WitnessReply.ParseCosignatures("<html>\n"u8, Note, Keys.City.Verifier));
        Keys.Refused(LogFault.Note, () => WitnessReply.ParseCosignatures([], Note, Keys.City.Verifier));
    }

    [Fact]
    public void The_monitoring_path_is_the_hash_of_the_origin() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855/checkpoint", WitnessReply.MonitoringPath(""));
}
