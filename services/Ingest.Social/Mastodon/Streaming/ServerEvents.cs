using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace WebcareHub.Ingest.Social.Mastodon.Streaming;

/// <summary>One event of a stream. A line that only keeps it open has neither name nor data.</summary>
internal sealed record ServerEvent(string Name, ReadOnlyMemory<byte> Data)
{
    public string Text => Encoding.UTF8.GetString(Data.Span);
}

/// <summary>Server-sent events, line by line and bounded: a line that is too long, or silence, ends the stream.</summary>
internal static class ServerEvents
{
    private const int LongestLine = 2 * 1024 * 1024;

    private const int MostLines = 16;

    // The server says something each fifteen seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <exception cref="IOException">It broke off, fell silent or said too much at once.</exception>
    public static async IAsyncEnumerable<ServerEvent> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var name = "";
        var data = new List<byte[]>();
        await foreach (var line in LinesAsync(stream, ct))
        {
            if (line.Length == 0)
            {
                if (data.Count > 0)
                {
                    yield return new(name, Together(data));
                }

                name = "";
                data.Clear();
            }
            else if (line[0] == ':')
            {
                yield return new("", default);
            }
            else
            {
                Take(line, ref name, data);
            }
        }
    }

    private static void Take(byte[] line, ref string name, List<byte[]> data)
    {
        if (After(line, "event:"u8) is { } called)
        {
            name = Encoding.UTF8.GetString(called.AsSpan(0, Math.Min(called.Length, 100)));
        }
        else if (After(line, "data:"u8) is { } told)
        {
            data.Add(data.Count < MostLines ? told : throw new IOException("An event is too long."));
        }
    }

    private static byte[] Together(List<byte[]> data)
    {
        var whole = new ArrayBufferWriter<byte>();
        foreach (var (place, part) in data.Index())
        {
            whole.Write(place > 0 ? "\n"u8 : default);
            whole.Write(part);
        }

        return whole.WrittenSpan.ToArray();
    }

    private static byte[]? After(byte[] line, ReadOnlySpan<byte> field) =>
        !line.AsSpan().StartsWith(field) ? null
        : line.Length > field.Length && line[field.Length] == ' ' ? line[(field.Length + 1)..]
        : line[field.Length..];

    private static async IAsyncEnumerable<byte[]> LinesAsync(Stream stream, [EnumeratorCancellation] CancellationToken ct)
    {
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            while (true)
            {
                var read = await NextAsync(reader, ct);
                var buffer = read.Buffer;
                while (buffer.PositionOf((byte)'\n') is { } end)
                {
                    var line = buffer.Slice(0, end).ToArray();
                    buffer = buffer.Slice(buffer.GetPosition(1, end));
                    yield return line is [.., (byte)'\r'] ? line[..^1] : line;
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted)
                {
                    yield break;
                }

                if (buffer.Length > LongestLine)
                {
                    throw new IOException("A line is too long.");
                }
            }
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    private static async Task<ReadResult> NextAsync(PipeReader reader, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            return await reader.ReadAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new IOException("The stream fell silent.");
        }
    }
}
