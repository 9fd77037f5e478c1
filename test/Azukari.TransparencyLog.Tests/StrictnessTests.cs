using System.Text;

namespace Azukari.TransparencyLog.Tests;

/// <summary>The law of every parser here, on thousands of damaged files: it refuses with a named fault, or it writes back exactly what it read.</summary>
public sealed class StrictnessTests
{
    private const int Rounds = 20_000;
    private static readonly TreeHash[] Leaves = NaiveTree.Leaves(NaiveTree.Entries(7));
    private static readonly Checkpoint Seven = new(Keys.Origin, 7, MerkleTree.Root(Leaves));
    private static readonly SignedNote Note = Keys.Sign(Seven).Cosigned(Keys.City, 1000);

    [Fact]
    public void A_damaged_note_is_refused_or_written_back() => Damage(Note.ToBytes(), bytes => SignedNote.Parse(bytes).ToBytes());

    [Fact]
    public void A_damaged_checkpoint_is_refused_or_written_back() => Damage(Seven.ToText(), bytes => Checkpoint.Parse(bytes).ToText());

    [Fact]
    public void A_damaged_proof_is_refused_or_written_back() =>
        Damage(new TlogProof(3, MerkleTree.InclusionProof(Leaves, 3, 7), Note, "extra"u8).ToBytes(), bytes => TlogProof.Parse(bytes).ToBytes());

    [Fact]
    public void A_damaged_request_is_refused_or_written_back() =>
        Damage(new AddCheckpointRequest(3, MerkleTree.ConsistencyProof(Leaves, 3, 7), Note).ToBytes(), bytes => AddCheckpointRequest.Parse(bytes).ToBytes());

    [Fact]
    public void A_damaged_key_is_refused_or_written_back() =>
        Damage(
            Encoding.UTF8.GetBytes(Keys.Log.Verifier.ToString()),
            bytes => Encoding.Latin1.GetBytes(NoteVerifier.Parse(Encoding.Latin1.GetString(bytes)).ToString()));

    [Fact]
    public void A_damaged_bundle_is_refused_or_written_back() =>
        Damage(EntryBundle.Write([new byte[3], new byte[5]]), bytes => EntryBundle.Write(EntryBundle.Read(bytes, 2)));

    [Fact]
    public void A_damaged_path_is_refused_or_written_back() => Damage("tile/1/x001/234.p/56"u8.ToArray(), bytes =>
        TilePath.TryParse(Encoding.Latin1.GetString(bytes), out Tile tile)
            ? Encoding.Latin1.GetBytes(TilePath.Of(tile))
            : throw new LogException(LogFault.Tile, "no path"));

    [Fact]
    public void A_damaged_policy_is_refused_or_its_plain_form_stands_still()
    {
        PolicyWitness[] witnesses = [new("a", Keys.City.Verifier, "https://a/"), new("b", Keys.Third.Verifier)];
        TrustPolicy policy = new([new(Keys.Log.Verifier)], witnesses, [new("g", 1, "a", "b")], "g");
        Damage(policy.ToBytes(), bytes =>
        {
            byte[] plain = TrustPolicy.Parse(bytes).ToBytes();
            Assert.Equal(plain, TrustPolicy.Parse(plain).ToBytes());
            return bytes;
        });
    }

    // Every exception but a LogException, and every difference, fails the test.
    private static void Damage(byte[] whole, Func<byte[], byte[]> reread)
    {
        Assert.Equal(whole, reread(whole));
        Random random = new(6962);
        for (int i = 0; i < Rounds; i++)
        {
            byte[] damaged = Hurt(whole, random);
            if (random.Next(4) == 0)
            {
                damaged = Hurt(damaged, random);
            }

            try
            {
                Assert.Equal(damaged, reread(damaged));
            }
            catch (LogException)
            {
                // refused by name, as it should be
            }
        }
    }

    // Replaces, removes, inserts, doubles a stretch, or cuts; the bytes put in are mostly ones that mean something to some parser.
    private static byte[] Hurt(byte[] whole, Random random)
    {
        ReadOnlySpan<byte> telling = "\n\n\n 0019+-=A/x.p#\t\r\0\x7f\xff\u2014"u8;
        int at = random.Next(whole.Length + 1);
        int end = Math.Min(whole.Length, at + random.Next(4));
        byte strange = random.Next(3) == 0 ? (byte)random.Next(256) : telling[random.Next(telling.Length)];
        return random.Next(5) switch
        {
            0 => [.. whole[..at], strange, .. whole[Math.Min(at + 1, whole.Length)..]],
            1 => [.. whole[..at], .. whole[end..]],
            2 => [.. whole[..at], strange, .. whole[at..]],
            3 => [.. whole[..end], .. whole[at..]],
            _ => whole[..at],
        };
    }
}
