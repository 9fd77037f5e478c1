using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Azukari.Domain;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Sealing;

/// <summary>What can be known of a payload only while it passes: its size, its digest, and the answers to the questions that its arrival will be asked (R16).</summary>
internal sealed class PayloadMeasure : IDisposable
{
    private const int Questions = 16;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly (Digest Nonce, IncrementalHash Answer)[] questions = [.. Enumerable.Range(0, Questions).Select(_ => Question())];
    private byte[]? digest;

    internal long Bytes { get; private set; }

    /// <summary>A stream that passes everything on to each of these, at the same time, and measures it.</summary>
    internal Stream Around(IReadOnlyList<Stream> inner) => new PassingStream(inner, this);

    internal Digest Digest() => new(Convert.ToHexStringLower(digest ??= hash.GetHashAndReset()));

    internal IEnumerable<ArrivalChallenge> Challenges() => questions.Select(question => new ArrivalChallenge(question.Nonce, Digests.Sha256(question.Answer.GetHashAndReset())));

    public void Dispose()
    {
        hash.Dispose();
        foreach (var (_, answer) in questions) answer.Dispose();
    }

    private static (Digest, IncrementalHash) Question()
    {
        var nonce = RandomNumberGenerator.GetBytes(32);
        return (new(Convert.ToHexStringLower(nonce)), IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, nonce));
    }

    private void Add(byte[] buffer, int offset, int count)
    {
        Bytes += count;
        Parallel.For(0, Questions + 1, index => (index == Questions ? hash : questions[index].Answer).AppendData(buffer, offset, count));
    }

    private sealed class PassingStream(IReadOnlyList<Stream> inner, PayloadMeasure measure) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (inner.Count == 1) inner[0].Write(buffer, offset, count);
            else WriteAll(buffer, offset, count);
            measure.Add(buffer, offset, count);
        }

        public override void Flush()
        {
            foreach (var stream in inner) stream.Flush();
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        /// <summary>Every medium waits for its device by itself; the first failure is the one to tell.</summary>
        private void WriteAll(byte[] buffer, int offset, int count)
        {
            try
            {
                Parallel.ForEach(inner, stream => stream.Write(buffer, offset, count));
            }
            catch (AggregateException faults)
            {
                ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
            }
        }
    }
}
