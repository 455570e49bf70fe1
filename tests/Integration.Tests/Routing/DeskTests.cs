using System.Net;
using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

public sealed class DeskTests
{
    [Fact]
    public async Task A_message_is_routed_answered_and_its_delivery_shown()
    {
        await using var hub = await StartAsync();
        var jan = hub.Client();
        var phone = Some.Phone();
        await hub.SendAsync(Some.Message(Some.Person(phone), "Hoe vraag ik een parkeervergunning aan?"));
        await hub.WaitForAsync("routing.conversations", 1);

        var page = await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=waiting");
        var row = page.Items.ShouldHaveSingleItem();
        row.TopicTitle.ShouldBe("Parkeren");
        row.Priority.ShouldBe("high");
        row.WhyHere.ShouldNotBeNull();
        var taken = await ReadAsync<ConversationRow>(await PostAsync(jan, "/api/v1/conversations/next"));
        taken.Id.ShouldBe(row.Id);
        var path = $"/api/v1/conversations/{row.Id}";
        var answers = await GetAsync<StandardAnswer[]>(jan, path + "/answers");
        answers[0].Suggested.ShouldBeTrue();
        var decision = (await GetAsync<ConversationTrace>(jan, path + "/trace")).Decisions.ShouldHaveSingleItem();
        decision.Sentences.Count.ShouldBe(decision.Rules.Count);
        decision.Rules.ShouldAllBe(rule => rule.Layer == null || rule.Release >= 1);
        decision.Layers[0].ShouldBe(new TracedLayer("nl", "landelijk", decision.Releases["nl"]));
        decision.FactsInWords.ShouldContain(new TracedFact("Kanaal", "WhatsApp"));
        (await GetAsync<Guidance>(jan, path + "/guidance")).Municipality.ShouldBe("GM0088");

        var reply = await ReadAsync<ReplyAccepted>(
            await PostAsync(jan, path + "/replies", new NewReply(taken.Version, "Dat kan via de website."))
        );
        await Eventually.Async(() => hub.Channel.Received.OfType<ReplyToSend>().Any(), "the reply at the channel");
        var sent = hub.Channel.Received.OfType<ReplyToSend>().Single();
        sent.To.ShouldBe([phone]);
        sent.ReplyId.ShouldBe(reply.ReplyId);
        sent.Text.ShouldStartWith("Dat kan via de website.\n\nJan de Vries, gemeente ");

        foreach (var state in new[] { DeliveryState.Sent, DeliveryState.Delivered, DeliveryState.Sent })
            await hub.Get<OutgoingBus>()
                .PublishAsync(
                    new ReplyOutcome("GM0088", row.Id, reply.ReplyId, 0, 1, state, "wamid.out", null, false, DateTimeOffset.UtcNow),
                    default
                );
        var detail = await Eventually.Async(
            () => GetAsync<ConversationDetail>(jan, path),
            found => found.Thread.Any(item => item.State == DeliveryState.Delivered),
            "delivered"
        );
        detail.Thread.Single(item => item.Kind == ThreadItemKind.Reply).StateText.ShouldBe("Afgeleverd");
        detail.Row.Status.ShouldBe(ConversationStatus.Answered);
        (await hub.CountAsync("events.mt_events where type = 'reply_sent'")).ShouldBe(1);
        hub.Channel.Received.OfType<ConversationsChanged>().ShouldNotBeEmpty();
        (await hub.CountAsync("routing.processing_log")).ShouldBe(1);
    }

    [Fact]
    public async Task A_reply_on_a_stale_view_is_refused_with_what_changed()
    {
        await using var hub = await StartAsync();
        var person = Some.Person();
        await hub.SendAsync(Some.Message(person, "Waar kan ik parkeren?"));
        await hub.WaitForAsync("routing.conversations", 1);
        var jan = hub.Client();
        var taken = await ReadAsync<ConversationRow>(await PostAsync(jan, "/api/v1/conversations/next"));
        await hub.SendAsync(Some.Message(person, "Laat maar, gevonden"));
        await hub.WaitForAsync("events.mt_events where type = 'message_received'", 2);

        var response = await PostAsync(jan, $"/api/v1/conversations/{taken.Id}/replies", new NewReply(taken.Version, "Op het plein."));

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        problem.GetProperty("type").GetString().ShouldBe("stale");
        problem.GetProperty("currentVersion").GetInt64().ShouldBeGreaterThan(taken.Version);
        problem.GetProperty("changes")[0].GetProperty("text").GetString().ShouldBe("Laat maar, gevonden");
    }

    [Fact]
    public async Task Outside_the_window_the_server_refuses_free_text()
    {
        await using var hub = await StartAsync();
        await hub.SendAsync(Some.Message(Some.Person(), "Hallo", at: DateTimeOffset.UtcNow.AddHours(-25)));
        await hub.WaitForAsync("routing.conversations", 1);
        var jan = hub.Client();
        var taken = await ReadAsync<ConversationRow>(await PostAsync(jan, "/api/v1/conversations/next"));

        var response = await PostAsync(jan, $"/api/v1/conversations/{taken.Id}/replies", new NewReply(taken.Version, "Hallo"));

        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString().ShouldBe("window-closed");
    }

    [Fact]
    public async Task A_file_of_somebody_else_is_refused_at_once_and_the_conversation_stays_as_it_was()
    {
        await using var hub = await StartAsync();
        await hub.SendAsync(Some.Message(Some.Person(), "Stuurt u mij de kaart?"), Some.Message(Some.Person(), "Mij ook?"));
        await hub.WaitForAsync("routing.conversations", 2);
        var jan = hub.Client();
        var taken = await ReadAsync<ConversationRow>(await PostAsync(jan, "/api/v1/conversations/next"));
        var resident = await hub.Database.ScalarAsync<Guid>("select resident_id from routing.conversations where id = $1", taken.Id);
        var other = await hub.Database.ScalarAsync<Guid>("select resident_id from routing.conversations where id <> $1", taken.Id);
        var files = hub.Get<FileIds>();

        foreach (var foreign in new[] { files.New("GM0193", resident), files.New("GM0088", other), Guid.CreateVersion7() })
        {
            var refused = await PostAsync(
                jan,
                $"/api/v1/conversations/{taken.Id}/replies",
                new NewReply(taken.Version, "Hierbij.", FileIds: [files.New("GM0088", resident), foreign])
            );
            refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await refused.Content.ReadFromJsonAsync<JsonElement>())
                .GetProperty("detail")
                .GetString()
                .ShouldBe("Een van de bestanden hoort niet bij deze inwoner. Haal het weg en voeg het hier opnieuw toe.");
        }
        var own = new NewReply(taken.Version, "Hierbij.", FileIds: [files.New("GM0088", resident)]);
        (await PostAsync(jan, $"/api/v1/conversations/{taken.Id}/replies", own)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task Fifty_colleagues_never_get_the_same_next_conversation()
    {
        await using var hub = await StartAsync();
        // Fewer than they ask for together: the last calls find nothing.
        var waiting = 40 * Scale.CallsForNext;
        await hub.SendAsync([.. Enumerable.Range(0, waiting).Select(_ => Some.Message(Some.Person(), "Hallo"))]);
        await hub.WaitForAsync("routing.conversations", waiting);

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(async agent =>
                {
                    var client = hub.Client($"agent{agent}");
                    var own = new List<Guid>();
                    for (var call = 0; call < Scale.CallsForNext; call++)
                    {
                        var response = await PostAsync(client, "/api/v1/conversations/next");
                        if (response.StatusCode != HttpStatusCode.NoContent)
                            own.Add((await ReadAsync<ConversationRow>(response)).Id);
                    }
                    return own;
                })
        );

        var all = taken.SelectMany(own => own).ToArray();
        all.Distinct().Count().ShouldBe(all.Length);
        all.Length.ShouldBe(waiting);
    }

    [Fact]
    public async Task A_conversation_of_another_municipality_does_not_exist()
    {
        await using var hub = await StartAsync();
        await hub.SendAsync(Some.Message(Some.Person(), "Geheim"));
        await hub.WaitForAsync("routing.conversations", 1);
        var id = await hub.Database.ScalarAsync<Guid>("select id from routing.conversations");
        var other = hub.Client("piet", "GM0193", "webcare", "admin");

        foreach (var path in new[] { "", "/trace", "/guidance", "/answers" })
            (await other.GetAsync($"/api/v1/conversations/{id}{path}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        foreach (var path in new[] { "claim", "release", "notes", "replies", "resolve", "reopen", "snooze", "topic", "hand-over" })
            (
                await PostAsync(
                    other,
                    $"/api/v1/conversations/{id}/{path}",
                    new
                    {
                        expectedVersion = 1,
                        text = "x",
                        topic = "x",
                        workList = "x",
                        how = "answered",
                        until = DateTimeOffset.UtcNow.AddDays(1),
                    }
                )
            ).StatusCode.ShouldBe(HttpStatusCode.NotFound, path);
        (await GetAsync<ConversationPage>(other, "/api/v1/conversations")).Items.ShouldBeEmpty();
        var resident = await hub.Database.ScalarAsync<Guid>("select id from routing.residents");
        (await PostAsync(other, $"/api/v1/residents/{resident}/erasure", new EraseResident(ErasureReasons.Request))).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Words_and_unfinished_words_find_a_conversation_of_the_own_municipality_only()
    {
        await using var hub = await StartAsync();
        await hub.SendAsync(
            Some.Message(Some.Person(name: "Jos Brink"), "De lantaarnpaal bij café Zomer is stuk"),
            Some.Message(Some.Person(), "Ook hier een lantaarnpaal", municipality: "GM0193")
        );
        await hub.WaitForAsync("routing.search", 2);

        foreach (var words in new[] { "lantaarnpalen", "lantaarnp", "cafe zomer", "Brink" })
            (
                await ReadAsync<ConversationPage>(
                    await PostAsync(hub.Client(), "/api/v1/conversations/_search", new ConversationSearch(words))
                )
            )
                .Items.ShouldHaveSingleItem(words)
                .Municipality.ShouldBe("GM0088");
    }
}
