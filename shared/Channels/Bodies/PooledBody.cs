using System.Buffers;
using Microsoft.AspNetCore.Http;

namespace WebcareHub.Channels.Bodies;

/// <summary>A request's body in one pooled buffer: signed, parsed and handed on from the same bytes.</summary>
public sealed class PooledBody : IDisposable
{
    /// <summary>4 MB: a megabyte above what Meta says it may send.</summary>
    public const int Limit = 4 * 1024 * 1024;

    private byte[] buffer;
    private readonly int length;

    private PooledBody(byte[] buffer, int length)
    {
        this.buffer = buffer;
        this.length = length;
    }

    /// <summary>The bytes as received; valid until disposed.</summary>
    public ReadOnlyMemory<byte> Bytes => buffer.AsMemory(0, length);

    /// <summary>Reads the whole body. Null when it is longer than <paramref name="limit"/> bytes: answer 413.</summary>
    public static async Task<PooledBody?> ReadAsync(HttpRequest request, int limit, CancellationToken ct)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Max(request.ContentLength ?? 16 * 1024, 1) + 1);
        try
        {
            var length = 0;
            while (true)
            {
                var read = await request.Body.ReadAsync(buffer.AsMemory(length), ct);
                if (read == 0)
                {
                    var body = new PooledBody(buffer, length);
                    buffer = [];
                    return body;
                }

                length += read;
                if (length > limit)
                {
                    return null;
                }

                buffer = length == buffer.Length ? Grow(buffer, limit) : buffer;
            }
        }
        finally
        {
            Return(buffer);
        }
    }

    /// <summary>Gives the buffer back.</summary>
    public void Dispose() => Return(Interlocked.Exchange(ref buffer, []));

    private static byte[] Grow(byte[] full, int limit)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Min(full.Length * 2, limit + 1));
        full.CopyTo(larger, 0);
        Return(full);
        return larger;
    }

    // Cleared, because the next user of the buffer has no business with a resident's words.
    private static void Return(byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }
}
