using System.Net.ServerSentEvents;
using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>A municipality's own website, and one visitor of it.</summary>
internal sealed class ChatNetwork : INetwork
{
    private const string Website = "https://www.voorbeeldgemeente.nl";

    private readonly string account = $"site-{Guid.NewGuid():N}"[..16];
    private readonly HttpClient browser = new();

    public IReadOnlyList<Visibility> Visibilities { get; } = [Visibility.Private];

    public async Task BeginAsync(HubUnderTest hub, string municipality)
    {
        await hub.StartChatAsync();
        await hub.AddAccountAsync(hub.Chat, new(Channel.Chat, "site", account, municipality, null, null));
        using var admin = HubUnderTest.Api(hub.Chat.Address, hub.Token(municipality, "admin", "admin"));
        await Eventually.Async(
            () => admin.PutAsJsonAsync($"api/v1/chat/sites/{account}", new ChatSiteSettings([Website], null)),
            answer => answer.IsSuccessStatusCode,
            "the site is known",
            30
        );
        browser.BaseAddress = new Uri(hub.Chat.Address, $"channels/chat/{account}/");
        browser.DefaultRequestHeaders.Add("Origin", Website);
    }

    public async Task<string> WriteAsync(string text, Visibility visibility)
    {
        var begun = await Eventually.Async(
            () => browser.PostAsync("visits", null),
            answer => answer.IsSuccessStatusCode,
            "the visitor may come in",
            30
        );
        var token = (await begun.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        browser.DefaultRequestHeaders.Add("Chat-Token", token);
        var id = Guid.NewGuid();
        (
            await browser.PostAsJsonAsync(
                "messages",
                new
                {
                    id,
                    text,
                    files = Array.Empty<Guid>(),
                }
            )
        ).EnsureSuccessStatusCode();
        return id.ToString();
    }

    /// <summary>What the widget is told about whether a colleague is done; waits for the first word.</summary>
    public async Task<bool> RestedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var answer = await browser.GetAsync("items?after=0", HttpCompletionOption.ResponseHeadersRead, patience.Token);
        var line = await answer.Content.ReadAsStreamAsync(patience.Token);
        await foreach (var told in SseParser.Create(line).EnumerateAsync(patience.Token))
            if (told.EventType == "rested")
                return JsonDocument.Parse(told.Data).RootElement.GetBoolean();
        throw new InvalidOperationException("The line ended.");
    }

    /// <summary>What the widget has been told by the time the line falls silent for a breath.</summary>
    public async Task<IReadOnlyList<Landed>> AnswersAsync()
    {
        using var silence = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        var landed = new List<Landed>();
        try
        {
            using var answer = await browser.GetAsync("items?after=0", HttpCompletionOption.ResponseHeadersRead, silence.Token);
            var line = await answer.Content.ReadAsStreamAsync(silence.Token);
            await foreach (var told in SseParser.Create(line).EnumerateAsync(silence.Token))
            {
                var item = JsonDocument.Parse(told.Data).RootElement;
                if (told.EventType == "item" && !item.GetProperty("mine").GetBoolean())
                    landed.Add(new(item.GetProperty("text").GetString(), null, Visibility.Private));
            }
        }
        catch (OperationCanceledException)
        {
            // All that there is has been told.
        }

        return landed;
    }

    public Task FailAsync(Trouble trouble) => throw new NotSupportedException("The hub's own chat has no other platform that fails.");

    public DeliveryState After(Trouble trouble) => throw new NotSupportedException("The hub's own chat has no other platform that fails.");

    public void Dispose() => browser.Dispose();
}
