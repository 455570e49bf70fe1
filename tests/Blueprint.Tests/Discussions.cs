using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Tests;

/// <summary>Ideas, proposals and care share one service with its database.</summary>
[CollectionDefinition(nameof(Discussions))]
public sealed class Discussions : ICollectionFixture<BlueprintHost>;

/// <summary>What these tests ask of the service.</summary>
internal static class Discussing
{
    internal static async Task<IdeaDetail> RaiseAsync(
        this BlueprintHost host,
        string who,
        string layer,
        string title,
        string words,
        Guid? conversation = null
    ) => await host.PostAsync<IdeaDetail>(who, "/api/v1/ideas", new NewIdea(layer, null, null, title, words, conversation));

    /// <summary>A conversation that began in this municipality, with what happened in it.</summary>
    internal static async Task<Guid> ConversationAsync(this BlueprintHost host, string municipality, params object[] events)
    {
        var id = Guid.CreateVersion7();
        var now = DateTimeOffset.UtcNow;
        var opened = new ConversationOpened(id, municipality, "chat", "a", "b", Guid.CreateVersion7(), Visibility.Private, null, now);
        await using var session = await host.Service<EventStore.EventStore>().OpenAsync([municipality], null, CancellationToken.None);
        session.Append(new StreamKey(municipality, $"conversation-{id}"), 0, [opened, .. events]);
        await session.CommitAsync(CancellationToken.None);
        return id;
    }

    internal static Task<HttpResponseMessage> PostAsync(this BlueprintHost host, string who, string path, object? body = null) =>
        host.SendAsync(HttpMethod.Post, path, who, body is null ? null : JsonContent.Create(body));

    internal static async Task<T> PostAsync<T>(this BlueprintHost host, string who, string path, object? body = null) =>
        await ReadAsync<T>(await host.PostAsync(who, path, body));

    internal static async Task<string> DetailAsync(this HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!;

    private static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        using (answer)
        {
            answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
            return (await answer.Content.ReadFromJsonAsync<T>(BlueprintHost.Json))!;
        }
    }
}
