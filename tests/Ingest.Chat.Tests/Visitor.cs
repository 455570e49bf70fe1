using System.Net;
using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Chat.Tests;

/// <summary>A browser on a municipality's website, as far as the service sees one.</summary>
internal sealed class Visitor(TestHub hub, string account = TestHub.Account, string website = TestHub.Website)
{
    internal string? Token { get; set; }

    /// <summary>What <see cref="SaidAsync"/> said last.</summary>
    internal Guid LastId { get; private set; }

    /// <summary>How Routing knows this visitor; after the first message.</summary>
    internal string PersonId { get; private set; } = "";

    internal async Task<Visitor> BegunAsync()
    {
        using var answer = await SendAsync(HttpMethod.Post, "/visits");
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        Token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        return this;
    }

    /// <summary>Says something, and waits until Routing has heard it.</summary>
    internal async Task<Inbound> SaidAsync(string text, params Guid[] files)
    {
        LastId = Guid.NewGuid();
        using var answer = await SayAsync(LastId, text, files);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var (id, heard) = ($".{LastId:N}", (Inbound?)null);
        heard = (
            await hub.HeardAsync(inbound =>
                inbound.Content is InboundMessage message && message.PlatformId.EndsWith(id, StringComparison.Ordinal)
            )
        )[0];
        PersonId = ((InboundMessage)heard.Content).Author.Ids.Single();
        return heard;
    }

    internal Task<HttpResponseMessage> SayAsync(Guid id, string? text, params Guid[] files) =>
        SendAsync(
            HttpMethod.Post,
            "/messages",
            JsonContent.Create(
                new
                {
                    id,
                    text,
                    files,
                }
            )
        );

    internal async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content = null,
        Action<HttpRequestMessage>? change = null
    )
    {
        using var request = new HttpRequestMessage(method, $"/channels/chat/{account}{path}") { Content = content };
        request.Headers.Add("Origin", website);
        if (Token is not null)
        {
            request.Headers.Add("Chat-Token", Token);
        }

        change?.Invoke(request);
        return await hub.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Follows the conversation until there is as much of it.</summary>
    /// <param name="open">Set once the line is open.</param>
    internal async Task<IReadOnlyList<JsonElement>> FollowAsync(
        int items,
        long after = 0,
        string kind = "item",
        TaskCompletionSource? open = null
    )
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var answer = await SendAsync(HttpMethod.Get, $"/items?after={after}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        open?.TrySetResult();
        using var reader = new StreamReader(await answer.Content.ReadAsStreamAsync(limit.Token));
        var (found, now) = (new List<JsonElement>(), "");
        while (found.Count < items && await reader.ReadLineAsync(limit.Token) is { } line)
        {
            now = line.StartsWith("event: ", StringComparison.Ordinal) ? line[7..] : now;
            if (line.StartsWith("data: ", StringComparison.Ordinal) && now == kind)
            {
                found.Add(JsonDocument.Parse(line[6..]).RootElement);
            }
        }

        return found;
    }

    /// <summary>An answer for this visitor, from Routing.</summary>
    internal ReplyToSend Reply(string? text, Guid resident, params Guid[] files) =>
        new(
            TestHub.Municipality,
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            Channel.Chat,
            "site",
            TestHub.Account,
            resident,
            [PersonId],
            text,
            null,
            null,
            files,
            null,
            files.ToDictionary(file => file, _ => "brief.pdf")
        );

    /// <summary>Routing tells whose this conversation is.</summary>
    internal async Task<Guid> KnownAsync(Guid resident, Guid conversation)
    {
        await hub.SendAsync(
            Queues.RepliesFor(Channel.Chat),
            new ResidentKnown(TestHub.Municipality, conversation, resident, Channel.Chat, [PersonId])
        );
        var visit = PersonId["chat:".Length..];
        await Testing.Eventually.Async(
            () => hub.CountAsync($"select count(*) from chat.visits where visit_id = '{visit}' and resident_id = '{resident}'"),
            known => known == 1,
            "a visit of a known resident",
            30
        );
        return resident;
    }
}
