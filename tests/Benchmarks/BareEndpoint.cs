using System.Security.Cryptography;
using System.Text;
using RabbitMQ.Client;

namespace WebcareHub.Benchmarks;

/// <summary>The reference for the accept path: checks the same signature, where there is one, and publishes one confirmed message, nothing else.</summary>
internal static class BareEndpoint
{
    internal static async Task RunAsync(string secret, string broker)
    {
        byte[] key = Encoding.UTF8.GetBytes(secret);
        ConnectionFactory factory = new() { Uri = new Uri(broker) };
        await using IConnection connection = await factory.CreateConnectionAsync();
        CreateChannelOptions confirms = new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        await using IChannel channel = await connection.CreateChannelAsync(confirms);
        Dictionary<string, object?> quorum = new() { ["x-queue-type"] = "quorum" };
        await channel.QueueDeclareAsync("bench.bare", durable: true, exclusive: false, autoDelete: false, quorum);

        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.MapGet("/health/ready", () => Results.Ok());
        app.MapPost(
            "/{**path}",
            async (HttpRequest request) =>
            {
                using MemoryStream body = new();
                await request.Body.CopyToAsync(body);
                ReadOnlyMemory<byte> bytes = body.GetBuffer().AsMemory(0, (int)body.Length);
                if (!Signed(request, key, bytes.Span))
                {
                    return Results.Unauthorized();
                }

                await channel.BasicPublishAsync("", "bench.bare", mandatory: true, new BasicProperties { Persistent = true }, bytes);
                return Results.Ok();
            }
        );
        await app.RunAsync();
    }

    private static bool Signed(HttpRequest request, byte[] key, ReadOnlySpan<byte> body)
    {
        if (request.Headers.ContainsKey("Chat-Token"))
        {
            return true;
        }

        byte[] hash = HMACSHA256.HashData(key, body);
        string meta = request.Headers["X-Hub-Signature-256"].ToString();
        string told = meta.Length > 0 ? meta : request.Headers["x-twitter-webhooks-signature"].ToString();
        string expected = "sha256=" + (meta.Length > 0 ? Convert.ToHexStringLower(hash) : Convert.ToBase64String(hash));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.ASCII.GetBytes(told));
    }
}
