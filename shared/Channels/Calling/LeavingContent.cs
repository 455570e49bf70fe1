using System.Net;
using System.Net.Http.Headers;

namespace WebcareHub.Channels.Calling;

/// <summary>A JSON body that remembers whether any of it has left. As long as none has, the platform surely has nothing.</summary>
public sealed class LeavingContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> body;

    public LeavingContent(ReadOnlyMemory<byte> body)
    {
        this.body = body;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    public bool HasLeft { get; private set; }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        HasLeft = true;
        await stream.WriteAsync(body, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
