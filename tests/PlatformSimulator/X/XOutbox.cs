using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace WebcareHub.PlatformSimulator.X;

/// <summary>Posts webhooks, signed, until the hub takes them.</summary>
internal sealed class XOutbox(IOptions<SimulatorOptions> options) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan EchoDelay = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>Posts it again and again with growing pauses; status and delivery of the last answer.</summary>
    public async Task<(int Answer, string? Delivery)> PostAsync(XWorld.Member member, JsonObject body)
    {
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString());
        var until = DateTime.UtcNow + Patience;
        for (var pause = 100; ; pause = Math.Min(2000, pause * 2))
        {
            var answer = await TryAsync(member.Webhook, bytes);
            if (answer.Answer == 200 || DateTime.UtcNow > until)
                return answer;
            await Task.Delay(pause);
        }
    }

    /// <summary>What the account itself did is told as well, a little after it was answered.</summary>
    public void Later(XWorld.Member member, JsonObject body) =>
        _ = Task.Delay(EchoDelay).ContinueWith(_ => PostAsync(member, body), TaskScheduler.Default);

    /// <summary>True when the hub holds the secret.</summary>
    public async Task<bool> ChallengeAsync(XWorld.Member member)
    {
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var answer = await http.GetFromJsonAsync<JsonObject>($"{member.Webhook}?crc_token={token}");
        return answer?["response_token"]?.GetValue<string>() == Sign(Encoding.UTF8.GetBytes(token));
    }

    public void Dispose() => http.Dispose();

    private async Task<(int Answer, string? Delivery)> TryAsync(Uri webhook, byte[] bytes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("x-twitter-webhooks-signature", Sign(bytes));
        try
        {
            using var response = await http.SendAsync(request);
            return ((int)response.StatusCode, response.Headers.TryGetValues("Delivery-Id", out var ids) ? ids.First() : null);
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException)
        {
            return (0, null);
        }
    }

    private string Sign(byte[] bytes) =>
        "sha256=" + Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(options.Value.AppSecret), bytes));
}
