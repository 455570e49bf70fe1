using System.Net;
using System.Text.Json;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>Two residents who may be one person: on evidence, by a colleague, and back again.</summary>
public sealed class SamePersonTests(PublicHub shared) : IClassFixture<PublicHub>
{
    private readonly RoutingHub _hub = shared.Hub;

    [Fact]
    public async Task A_number_that_is_mentioned_is_that_of_another_and_a_colleague_links_and_unlinks_them()
    {
        var number = Random.Shared.Next(10_000_000, 99_999_999);
        var phone = await SaidAsync(Some.Message(new([$"phone:316{number}"], Name()), "Waar kan ik parkeren?"));
        var comment = await SaidAsync(
            InPublic.Comment(InPublic.Author(), InPublic.Post(), text: $"Bel mij op 06-{number}, waar kan ik parkeren?")
        );

        var found = await SuggestedAsync(comment.ResidentId);
        found.Resident.Id.ShouldBe(phone.ResidentId);
        found.Evidence.ShouldHaveSingleItem().ShouldContain($"…{number % 10_000:D4}");
        (await SuggestedAsync(phone.ResidentId)).Resident.Id.ShouldBe(comment.ResidentId);
        (await OpenAsync(phone.Row.Id)).Related!.ShouldBeEmpty();
        (
            await _hub.CountAsync($"routing.processing_log where activity = 'same-person' and conversation_id = '{phone.Row.Id}'")
        ).ShouldBeGreaterThan(0);

        await LinkAsync(comment.ResidentId, phone.ResidentId);
        await LinkAsync(comment.ResidentId, phone.ResidentId);
        var related = (await OpenAsync(phone.Row.Id)).Related!.ShouldHaveSingleItem();
        (related.Id, related.Linked, related.Words).ShouldBe((comment.Row.Id, true, "Ook in het openbaar op Facebook"));
        var linked = await ResidentAsync(phone.ResidentId);
        linked.Suggestions.ShouldBeEmpty();
        linked.Linked.ShouldHaveSingleItem().By.Name.ShouldBe("Jan de Vries");

        using var unlinked = await _hub.Client().DeleteAsync($"/api/v1/residents/{phone.ResidentId}/links/{comment.ResidentId}");
        unlinked.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await OpenAsync(phone.Row.Id)).Related!.ShouldBeEmpty();
        (await SuggestedAsync(phone.ResidentId)).Resident.Id.ShouldBe(comment.ResidentId);
        (await _hub.CountAsync($"events.mt_events where stream_id = 'resident-{phone.ResidentId}'")).ShouldBe(2);
    }

    [Fact]
    public async Task Who_is_somebody_else_is_not_suggested_again_to_anybody_until_that_is_taken_back()
    {
        var own = $"ik{Guid.NewGuid():N}@voorbeeld.nl";
        var one = await SaidAsync(Some.Message(new([Some.Phone()], Name()), $"Mail mij: {own}"));
        var other = await SaidAsync(InPublic.Message(InPublic.Author(), $"Mijn adres is {own}"));
        await SuggestedAsync(one.ResidentId);
        var path = $"/api/v1/residents/{one.ResidentId}/dismissals";

        (await PostAsync(_hub.Client("piet", "GM0072"), path, new DismissResident(other.ResidentId))).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        for (var time = 0; time < 2; time++)
            (await PostAsync(_hub.Client(), path, new DismissResident(other.ResidentId))).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        foreach (var (self, another) in new[] { (one.ResidentId, other.ResidentId), (other.ResidentId, one.ResidentId) })
        {
            var shown = await GetAsync<ResidentDetail>(_hub.Client("klaas"), $"/api/v1/residents/{self}");
            shown.Suggestions.ShouldBeEmpty();
            var dismissed = shown.Dismissed!.ShouldHaveSingleItem();
            (dismissed.Resident.Id, dismissed.By.Name).ShouldBe((another, "Jan de Vries"));
        }
        (
            await PostAsync(_hub.Client(), $"/api/v1/residents/{one.ResidentId}/links", new LinkResident(other.ResidentId))
        ).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var restored = await _hub.Client().DeleteAsync($"/api/v1/residents/{other.ResidentId}/dismissals/{one.ResidentId}");
        restored.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SuggestedAsync(one.ResidentId)).Resident.Id.ShouldBe(other.ResidentId);
        (await ResidentAsync(one.ResidentId)).Dismissed!.ShouldBeEmpty();
        (await _hub.CountAsync($"events.mt_events where stream_id = 'resident-{one.ResidentId}'")).ShouldBe(2);
        (await PostAsync(_hub.Client(), path, new DismissResident(Guid.NewGuid()))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_same_name_and_topic_within_days_is_evidence_and_the_name_alone_is_not()
    {
        var (name, alone) = (Name(), Name());
        var first = await SaidAsync(Some.Message(new([Some.Phone()], name), "Waar kan ik parkeren?"));
        var second = await SaidAsync(
            InPublic.Comment(new([$"fb:{Guid.NewGuid():N}"], name), InPublic.Post(), text: "Waar moet ik parkeren?")
        );
        await SaidAsync(Some.Message(new([Some.Phone()], alone), "Waar kan ik parkeren?"));
        var other = await SaidAsync(InPublic.Comment(new([$"fb:{Guid.NewGuid():N}"], alone), InPublic.Post(), text: "Iets heel anders"));

        (await SuggestedAsync(first.ResidentId)).Evidence.ShouldHaveSingleItem().ShouldContain("Parkeren");
        (await SuggestedAsync(second.ResidentId)).Resident.Name.ShouldBe(name);
        (await ResidentAsync(other.ResidentId)).Suggestions.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_many_mention_is_no_evidence_and_another_municipality_is_never_shown()
    {
        var (common, own) = ($"info{Guid.NewGuid():N}@voorbeeld.nl", $"ik{Guid.NewGuid():N}@voorbeeld.nl");
        var mine = await SaidAsync(Some.Message(new([Some.Phone()], Name()), $"Ik mailde {common} en ben {own}"));
        for (var other = 0; other < 3; other++)
            await SaidAsync(Some.Message(new([Some.Phone()], Name()), $"Mail naar {common} helpt niet"));
        var elsewhere = await SaidAsync(Some.Message(new([Some.Phone()], Name()), $"Ik ben {own}", municipality: "GM0072"), "GM0072");
        await _hub.WaitForAsync(
            $"routing.marks where resident_id in ('{mine.ResidentId}', '{elsewhere.ResidentId}') and kind = 'email'",
            3
        );

        (await ResidentAsync(mine.ResidentId)).Suggestions.ShouldBeEmpty();
        var path = $"/api/v1/residents/{mine.ResidentId}";
        (await _hub.Client("piet", "GM0072").GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(_hub.Client("piet", "GM0072"), path + "/links", new LinkResident(elsewhere.ResidentId))).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await PostAsync(_hub.Client(), path + "/links", new LinkResident(elsewhere.ResidentId))).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        var stranger = await SaidAsync(Some.Message(new([Some.Phone()], Name()), "Niets gemeen"));
        (await PostAsync(_hub.Client(), path + "/links", new LinkResident(stranger.ResidentId))).StatusCode.ShouldBe(
            HttpStatusCode.BadRequest
        );
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task Forgetting_one_of_two_asks_about_the_other(bool both, int erased)
    {
        var own = $"ik{Guid.NewGuid():N}@voorbeeld.nl";
        var one = await SaidAsync(Some.Message(new([Some.Phone()], Name()), $"Mail mij: {own}"));
        var other = await SaidAsync(InPublic.Message(InPublic.Author(), $"Mijn adres is {own}"));
        await SuggestedAsync(one.ResidentId);
        await LinkAsync(one.ResidentId, other.ResidentId);
        var third = await SaidAsync(InPublic.Message(InPublic.Author(), $"Ook ik mail van {own}"));
        await Eventually.Async(() => ResidentAsync(third.ResidentId), found => found.Suggestions.Count > 0, "a suggestion");
        var wrong = (await ResidentAsync(third.ResidentId)).Suggestions[0].Resident.Id;
        await PostAsync(_hub.Client(), $"/api/v1/residents/{third.ResidentId}/dismissals", new DismissResident(wrong));
        var (bea, path) = (_hub.Client("bea", "GM0088", "admin"), $"/api/v1/residents/{one.ResidentId}/erasure");

        using var asked = await PostAsync(bea, path, new EraseResident(ErasureReasons.Request));
        asked.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString().ShouldBe("linked");
        (
            await ReadAsync<ErasureReceipt>(await PostAsync(bea, path, new EraseResident(ErasureReasons.Request, both)))
        ).Conversations.ShouldBe(erased);

        var ids = $"('{one.ResidentId}', '{other.ResidentId}')";
        (await _hub.CountAsync($"routing.residents where id in {ids} and erased_at is not null")).ShouldBe(erased);
        (await _hub.CountAsync($"routing.links where one in {ids}")).ShouldBe(0);
        (await _hub.CountAsync($"routing.dismissals where '{third.ResidentId}' in (one, other)")).ShouldBe(
            both || wrong == one.ResidentId ? 0 : 1
        );
        (await _hub.CountAsync($"routing.marks where resident_id in {ids}")).ShouldBe(both ? 0 : 2);
    }

    private static string Name() => $"Noor {Guid.NewGuid():N}";

    private async Task<ConversationDetail> SaidAsync(Inbound inbound, string municipality = "GM0088")
    {
        await _hub.SendAsync(inbound);
        await _hub.WaitForAsync($"routing.received where event_key = '{inbound.EventKey}'", 1);
        var id = await _hub.Database.ScalarAsync<Guid>("select id from routing.conversations order by opened_at desc, id desc limit 1");
        return await GetAsync<ConversationDetail>(_hub.Client("jan", municipality), $"/api/v1/conversations/{id}");
    }

    private Task<ConversationDetail> OpenAsync(Guid id) => GetAsync<ConversationDetail>(_hub.Client(), $"/api/v1/conversations/{id}");

    private Task<ResidentDetail> ResidentAsync(Guid id) => GetAsync<ResidentDetail>(_hub.Client(), $"/api/v1/residents/{id}");

    // The marks follow behind the log.
    private async Task<SuggestedResident> SuggestedAsync(Guid id) =>
        (
            await Eventually.Async(() => ResidentAsync(id), found => found.Suggestions.Count > 0, "a suggestion")
        ).Suggestions.ShouldHaveSingleItem();

    private async Task LinkAsync(Guid one, Guid other) =>
        (await PostAsync(_hub.Client(), $"/api/v1/residents/{one}/links", new LinkResident(other))).StatusCode.ShouldBe(
            HttpStatusCode.NoContent
        );
}
