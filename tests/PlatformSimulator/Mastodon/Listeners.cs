using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace WebcareHub.PlatformSimulator.Mastodon;

/// <summary>The streams that are open.</summary>
internal sealed class Listeners
{
    private static readonly TimeSpan Thump = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<Guid, (string Person, Channel<string> Lines)> open = new();

    public int Count => open.Count;

    public void Tell(string person, string name, JsonNode data) =>
        Say(person, $"event: {name}\ndata: {data.ToJsonString(JsonSerializerOptions.Web)}\n\n");

    public void Tell(string person, string name, string data) => Say(person, $"event: {name}\ndata: {data}\n\n");

    /// <summary>Puts lines in the streams of this person, or in all.</summary>
    public void Say(string? person, string lines)
    {
        foreach (var listener in open.Values.Where(listener => person is null || listener.Person == person))
            listener.Lines.Writer.TryWrite(lines);
    }

    /// <summary>Ends every stream, what was said before included.</summary>
    public void Cut()
    {
        foreach (var listener in open.Values)
            listener.Lines.Writer.TryComplete(new IOException("cut"));
    }

    /// <summary>Writes what is said to this person until the stream is cut or the listener goes.</summary>
    public async Task Serve(string person, HttpResponse response, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var lines = Channel.CreateUnbounded<string>();
        open[id] = (person, lines);
        try
        {
            response.ContentType = "text/event-stream";
            await Write(response, ":)\n", ct);
            while (!ct.IsCancellationRequested)
                await Write(response, await Next(lines.Reader, ct), ct);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ChannelClosedException)
        {
            response.HttpContext.Abort();
        }
        finally
        {
            open.TryRemove(id, out _);
        }
    }

    private static async Task<string> Next(ChannelReader<string> lines, CancellationToken ct)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(ct);
        quiet.CancelAfter(Thump);
        try
        {
            return await lines.ReadAsync(quiet.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return ":thump\n";
        }
    }

    private static async Task Write(HttpResponse response, string lines, CancellationToken ct)
    {
        await response.WriteAsync(lines, ct);
        await response.Body.FlushAsync(ct);
    }
}
