using System.Net;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing.Together;

/// <summary>One approved answer to 500 alike questions of 12 municipalities and 3 channels, through the real Routing.</summary>
public sealed class AnswerToManyTests
{
    private const string Formal = "U kunt het water in {gemeente} drinken.";
    private const string Informal = "Je kunt het water in {gemeente} drinken.";

    // Two came late, and one was claimed by a colleague.
    private const int Answered = Wave.Residents + 2 - 1;

    [Fact]
    public async Task Each_gets_it_once_in_their_own_municipalitys_voice_also_who_comes_late_and_after_a_restart_half_way()
    {
        await using var hub = await StartAsync();
        await Wave.StartAsync(hub);
        var renske = hub.Client("renske", "GM0088", "webcare");
        var (group, at) = await TheOneGroupAsync(hub, renske);
        await RefusesAsync(hub, renske, group, at);
        var busy = await ClaimOneAsync(hub);
        await UndoneAsync(hub, renske, group, at);

        var sent = await ReadAsync<AnswerToMany>(await PostAsync(renske, "/api/v1/answers-to-many", New(group, at, Wave.Residents)));
        sent.State.ShouldBe(AnswerToManyState.Undoable);
        await hub.SendAsync(Wave.Message(Wave.Residents));
        await hub.MoveClockAsync(TimeSpan.FromSeconds(100));
        await WaitAsync(renske, sent.Id, state => state is { SentOn: > 340, Waiting: > 50 });
        await hub.RestartAsync();
        // The groups are those of before the restart.
        await hub.SendAsync(Wave.Message(Wave.Residents + 1));
        renske = hub.Client("renske", "GM0088", "webcare");
        await hub.MoveClockAsync(TimeSpan.FromMinutes(20));

        var done = await WaitAsync(renske, sent.Id, state => state.SentOn == Answered);
        (done.Shown, done.Total, done.Late, done.Waiting, done.State).ShouldBe((500, 502, 2, 0, AnswerToManyState.Open));
        done.NotPossible.ShouldHaveSingleItem().ShouldBe(new NotPossible("Een collega is ermee bezig.", 1));
        await EachOnceAsync(hub, sent.Id, busy);
        await HonestAsync(hub, renske, sent.Id);
        await WithdrawnAsync(hub, renske);
        await EndedAsync(hub, renske);
        await ForgottenAsync(hub, busy);
    }

    private static async Task<(Guid Group, DateTimeOffset At)> TheOneGroupAsync(RoutingHub hub, HttpClient renske)
    {
        var groups = await GetAsync<AlikeGroups>(renske, $"/api/v1/alike-groups?crisis={Wave.Crisis}");
        var group = groups.Items.ShouldHaveSingleItem();
        (group.Waiting, group.Answered, group.LastHour, groups.MayAnswer).ShouldBe((Wave.Residents, 0, Wave.Residents, true));
        (group.Parts.Count, group.Parts.Sum(part => part.Waiting)).ShouldBe((36, Wave.Residents));
        group.Words.ShouldContain("drinken");
        group.Words.ShouldAllBe(word => !word.StartsWith("resi", StringComparison.OrdinalIgnoreCase));
        group.Samples.ShouldAllBe(sample => !sample.Contains("Resi", StringComparison.Ordinal));
        (await hub.Client("jan", "GM0088").GetAsync($"/api/v1/alike-groups?crisis={Wave.Crisis}")).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        var own = (await GetAsync<AlikeGroups>(hub.Client("jan", "GM0088"), "/api/v1/alike-groups")).Items.ShouldHaveSingleItem();
        own.Parts.Select(part => part.Municipality).Distinct().ShouldBe(["GM0088"]);
        own.Waiting.ShouldBe(group.Parts.Where(part => part.Municipality == "GM0088").Sum(part => part.Waiting));
        return (group.Id, groups.At);
    }

    private static async Task RefusesAsync(RoutingHub hub, HttpClient renske, Guid group, DateTimeOffset at)
    {
        var other = await PostAsync(renske, "/api/v1/answers-to-many", New(group, at, 499));
        ((int)other.StatusCode, await other.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
            told => told.Item1.ShouldBe(409),
            told => told.Item2.ShouldContain("Er zijn nu 500 gesprekken, u zag er 499.")
        );
        // A spokesperson of a municipality in the crisis sees all, and answers for their own alone.
        var spokesperson = hub.Client("sem", "GM0081", "webcare", "spokesperson");
        var preview = await ReadAsync<AnswerToManyPreview>(
            await PostAsync(spokesperson, "/api/v1/answers-to-many/preview", New(group, at, 0))
        );
        preview.Parts.Select(part => part.Municipality).Distinct().ShouldBe(["GM0081"]);
        preview.Samples.ShouldAllBe(sample => sample.Text.StartsWith("Dag", StringComparison.Ordinal));
    }

    private static async Task<Guid> ClaimOneAsync(RoutingHub hub)
    {
        var jan = hub.Client("jan", "GM0088");
        var row = (await GetAsync<ConversationPage>(jan, "/api/v1/conversations?queue=waiting&limit=1")).Items[0];
        await ReadAsync<ConversationVersion>(await PostAsync(jan, $"/api/v1/conversations/{row.Id}/claim"));
        return row.Id;
    }

    private static async Task UndoneAsync(RoutingHub hub, HttpClient renske, Guid group, DateTimeOffset at)
    {
        var wanted = New(group, at, Wave.Residents) with { Id = Guid.CreateVersion7() };
        var made = await ReadAsync<AnswerToMany>(await PostAsync(renske, "/api/v1/answers-to-many", wanted));
        var again = await ReadAsync<AnswerToMany>(await PostAsync(renske, "/api/v1/answers-to-many", wanted));
        (made.Id, again.Id, again.Total).ShouldBe((wanted.Id.Value, made.Id, Wave.Residents));
        (await PostAsync(renske, "/api/v1/answers-to-many", New(group, at, Wave.Residents))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        var undone = await ReadAsync<AnswerToMany>(await PostAsync(renske, $"/api/v1/answers-to-many/{made.Id}/undo?crisis={Wave.Crisis}"));
        (undone.State, undone.TakenBack, undone.SentOn).ShouldBe((AnswerToManyState.Undone, Wave.Residents, 0));
        await hub.MoveClockAsync(TimeSpan.FromSeconds(60));
        await hub.GoRoundAsync();
        (await hub.CountAsync("events.mt_events where type = 'reply_requested'")).ShouldBe(0);
        (
            await hub.CountAsync($"events.mt_events where type = 'answer_to_many_taken_back' and stream_id = 'answer-to-many-{made.Id}'")
        ).ShouldBe(1);
        await hub.MoveClockAsync(TimeSpan.Zero);
    }

    private static async Task EachOnceAsync(RoutingHub hub, Guid answer, Guid busy)
    {
        (await hub.CountAsync("events.mt_events where type = 'reply_requested'")).ShouldBe(Answered);
        await Eventually.Async(() => Told(hub).Count == Answered, "every answer at its channel", 60);
        var told = Told(hub);
        told.Select(reply => reply.ConversationId).Distinct().Count().ShouldBe(Answered);
        told.ShouldAllBe(reply => reply.ConversationId != busy);
        told.Select(reply => (reply.Municipality, reply.Channel)).Distinct().Count().ShouldBe(36);
        foreach (var reply in told)
        {
            var open = reply.Channel == Channel.Facebook;
            var body = Wave.SaysJe(reply.Municipality) ? "Je kunt" : "U kunt";
            var signed = reply.Municipality == "GM0088" ? "Renske de Vries" : "Het webcareteam";
            reply.Text.ShouldNotBeNull();
            reply.Text.ShouldStartWith(open ? "Dag," : "Dag Resi");
            reply.Text.ShouldContain($"{body} het water in Plaats {reply.Municipality} drinken.");
            reply.Text.ShouldEndWith($"{signed}, gemeente Plaats {reply.Municipality}");
            (reply.ReplyTo is not null).ShouldBe(open);
        }
        (await hub.CountAsync($"routing.answer_recipients where answer_id = '{answer}'")).ShouldBe(Answered + 1);
        (await hub.CountAsync("routing.conversations where status = 2")).ShouldBe(Answered);
    }

    private static async Task HonestAsync(RoutingHub hub, HttpClient renske, Guid answer)
    {
        var told = Told(hub).Take(3).ToArray();
        DeliveryState[] states = [DeliveryState.Sent, DeliveryState.Delivered, DeliveryState.Failed];
        foreach (var (reply, state) in told.Zip(states))
            await hub.Get<OutgoingBus>()
                .SendAsync(
                    Queues.RoutingOutcomes,
                    new ReplyOutcome(
                        reply.Municipality,
                        reply.ConversationId,
                        reply.ReplyId,
                        0,
                        1,
                        state,
                        $"p.{reply.ReplyId}",
                        state == DeliveryState.Failed ? "Geweigerd" : null,
                        false,
                        DateTimeOffset.UtcNow
                    ),
                    default
                );
        var seen = await WaitAsync(renske, answer, state => state is { Failed: 1, Delivered: 1, Sent: 1 });
        (seen.SentOn, seen.OnItsWay).ShouldBe((Answered, Answered - 3));
        var late = await PostAsync(renske, $"/api/v1/answers-to-many/{answer}/undo?crisis={Wave.Crisis}");
        late.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (
            await ReadAsync<AnswerToMany>(await PostAsync(renske, $"/api/v1/answers-to-many/{answer}/stop?crisis={Wave.Crisis}"))
        ).State.ShouldBe(AnswerToManyState.Stopped);
    }

    /// <summary>What a core message said is not said any more once it is withdrawn, also not by who came before.</summary>
    private static async Task WithdrawnAsync(RoutingHub hub, HttpClient renske)
    {
        var (core, to) = (Guid.CreateVersion7(), await Wave.LateAsync(hub, Wave.Residents + 2));
        var (jan, now) = (new AgentRef("jan", "Jan"), DateTimeOffset.UtcNow);
        await Wave.AppendAsync(
            hub,
            core,
            0,
            new CoreMessageReleased(core, 1, to.Municipality, "Water", "Kook het", now, null, now, jan, now)
        );
        await hub.WaitForAsync("routing.core_messages", 1);
        var told = new NewAnswerToMany(1, CoreMessageId: core, Conversations: [to.Id], CrisisId: Wave.Crisis);
        (await ReadAsync<AnswerToManyPreview>(await PostAsync(renske, "/api/v1/answers-to-many/preview", told))).Possible.ShouldBe(1);
        var sent = await ReadAsync<AnswerToMany>(await PostAsync(renske, "/api/v1/answers-to-many", told));
        await Wave.AppendAsync(hub, core, 1, new CoreMessageWithdrawn(core, 1, "", null, to.Municipality, jan, now));
        await hub.WaitForAsync("routing.core_messages where is_withdrawn", 1);
        await hub.MoveClockAsync(TimeSpan.FromMinutes(22));

        var kept = await WaitAsync(renske, sent.Id, state => state.Waiting == 0);
        kept.SentOn.ShouldBe(0);
        kept.NotPossible.ShouldHaveSingleItem().Reason.ShouldContain("ingetrokken");
    }

    /// <summary>Nothing goes after the crisis, and who approved it still sees that and may stop it.</summary>
    private static async Task EndedAsync(RoutingHub hub, HttpClient renske)
    {
        var to = await Wave.LateAsync(hub, Wave.Residents + 3);
        var wanted = new NewAnswerToMany(1, Formal, Conversations: [to.Id], CrisisId: Wave.Crisis);
        var sent = await ReadAsync<AnswerToMany>(await PostAsync(renske, "/api/v1/answers-to-many", wanted));
        await using (var session = await hub.Get<EventStore.EventStore>().OpenAsync(["waterland"], null, default))
        {
            session.LiftCrisis(Wave.Crisis);
            await session.CommitAsync(default);
        }
        await hub.MoveClockAsync(TimeSpan.FromMinutes(24));

        var kept = await WaitAsync(renske, sent.Id, state => state.Waiting == 0);
        (kept.SentOn, kept.NotPossible.ShouldHaveSingleItem()).ShouldBe((0, new NotPossible("De crisis is voorbij.", 1)));
        (await ReadAsync<AnswerToMany>(await PostAsync(renske, $"/api/v1/answers-to-many/{sent.Id}/stop"))).State.ShouldBe(
            AnswerToManyState.Stopped
        );
        var other = await hub.Client("jan", "GM0088").GetAsync($"/api/v1/answers-to-many/{sent.Id}");
        other.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.Forbidden);
    }

    private static async Task ForgottenAsync(RoutingHub hub, Guid conversation)
    {
        (await hub.CountAsync($"routing.alike where conversation_id = '{conversation}'")).ShouldBe(1);
        var resident = (
            await GetAsync<ConversationDetail>(hub.Client("jan", "GM0088"), $"/api/v1/conversations/{conversation}")
        ).ResidentId;
        (
            await PostAsync(hub.Client("bea", "GM0088", "admin"), $"/api/v1/residents/{resident}/erasure", new { reason = "request" })
        ).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Eventually.Async(
            () => hub.CountAsync($"routing.alike where conversation_id = '{conversation}'"),
            left => left == 0,
            "the signature goes with the resident"
        );
    }

    // The relay tells at least once; a channel sends an answer of one id once.
    private static List<ReplyToSend> Told(RoutingHub hub) =>
        [.. hub.Channel.Received.OfType<ReplyToSend>().DistinctBy(reply => reply.ReplyId)];

    private static NewAnswerToMany New(Guid group, DateTimeOffset at, int expected) =>
        new(expected, Formal, Informal, GroupId: group, CrisisId: Wave.Crisis, SeenAt: at, LateArrivalsJoin: true);

    private static async Task<AnswerToMany> WaitAsync(HttpClient client, Guid answer, Func<AnswerToMany, bool> reached)
    {
        var path = $"/api/v1/answers-to-many/{answer}?crisis={Wave.Crisis}";
        await Eventually.Async(() => GetAsync<AnswerToMany>(client, path), reached, "the answer gets on", 60);
        return await GetAsync<AnswerToMany>(client, path);
    }
}
