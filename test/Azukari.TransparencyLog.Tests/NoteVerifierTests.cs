namespace Azukari.TransparencyLog.Tests;

public sealed class NoteVerifierTests
{
    private const string Published = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    [Theory]
    [InlineData(Published, 0x530d903a)]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", 0xc74f20a3)]
    [InlineData("sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8", 0x033de0ae)]
    public void A_published_key_has_its_published_id_and_is_written_back_as_it_was(string vkey, uint id)
    {
        NoteVerifier key = NoteVerifier.Parse(vkey);
        Assert.Equal(id, key.KeyId);
        Assert.Equal(NoteAlgorithm.Ed25519, key.Algorithm);
        Assert.Equal(vkey, key.ToString());
    }

    [Fact]
    public void The_same_key_as_a_cosigner_has_the_id_of_the_fact_sheet()
    {
        NoteVerifier log = NoteVerifier.Parse(Published);
        NoteVerifier cosigner = new(log.Name, NoteAlgorithm.CosignatureV1, log.PublicKey.Span);
        Assert.Equal(0x7c264079u, cosigner.KeyId);
        Assert.Equal(cosigner, NoteVerifier.Parse(cosigner.ToString()));
        Assert.NotEqual(log, cosigner);
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.com/foo")]
    [InlineData("example.com/foo+530d903a")]
    [InlineData("+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+0530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2l")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Uw=")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k ")]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k\n")]
    public void A_key_with_any_other_spelling_is_refused(string vkey) => Keys.Refused(LogFault.Key, () => NoteVerifier.Parse(vkey));

    [Theory]
    [InlineData("example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    [InlineData("example.com/foo+530d903a+BukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k")]
    public void A_type_that_is_not_checked_here_is_named(string vkey) => Keys.Refused(LogFault.UnsupportedKey, () => NoteVerifier.Parse(vkey));
}
