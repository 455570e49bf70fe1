using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace WebcareHub.SystemTests.Harness;

/// <summary>Takes what services export by OTLP over gRPC and keeps it as it came: in protobuf a text stands as itself.</summary>
internal sealed class TelemetrySink : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Kind, string Text)> received = new();
    private readonly WebApplication app;

    private TelemetrySink()
    {
        Address = $"http://127.0.0.1:{ServiceProcess.FreePort()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        app = builder.Build();
        app.Urls.Add(Address);
        app.Run(TakeAsync);
    }

    public string Address { get; }

    /// <summary>Everything of a kind so far: TraceService, MetricsService or LogsService.</summary>
    public string All(string kind) => string.Join('\n', received.Where(export => export.Kind == kind).Select(export => export.Text));

    public static async Task<TelemetrySink> StartAsync()
    {
        var sink = new TelemetrySink();
        await sink.app.StartAsync();
        return sink;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>A unary call: the answer is an empty message and the status that all went well.</summary>
    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        received.Enqueue((context.Request.Path.Value!.Split('/', '.')[^2], Encoding.UTF8.GetString(body.ToArray())));
        context.Response.ContentType = "application/grpc";
        context.Response.AppendTrailer("grpc-status", "0");
        await context.Response.Body.WriteAsync(new byte[5]);
    }
}
