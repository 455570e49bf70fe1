using System.Text.Json.Nodes;
using Shouldly;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.Contracts.Conversations;
using Xunit;
using static WebcareHub.EventStore.Tests.TestStore;

namespace WebcareHub.EventStore.Tests;

public sealed class Registering
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Every_event_of_the_contracts_is_known_by_Martens_alias()
    {
        await using var store = await StartAsync();
        var stream = NewStream();
        await store.AppendAsync(
            stream,
            0,
            Guid.NewGuid(),
            new SnoozeEnded(DateTimeOffset.UnixEpoch),
            new ReplySent(Guid.NewGuid(), 0, 1, "wamid.1", DateTimeOffset.UnixEpoch),
            new ReleasePublished(
                "nl",
                1,
                "Eerste",
                new Dictionary<string, string>(),
                "00",
                new AgentRef("a", "A"),
                DateTimeOffset.UnixEpoch
            )
        );

        (await store.AsOwnerAsync<string>("select string_agg(type, ' ' order by seq_id) from events.mt_events")).ShouldBe(
            "snooze_ended reply_sent release_published"
        );
    }

    [Fact]
    public async Task Old_forms_are_read_as_new_ones()
    {
        await using var store = await StartAsync(services =>
            services.AddEvents(events =>
                events
                    .Add<Greeted>()
                    .Add<URLChanged2FA>()
                    .Map<Greeted>("said_hello")
                    .Upcast("greeting", "greeting_v2", json => new JsonObject { ["Whom"] = json["name"]!.DeepClone() })
                    .Upcast("greeting_v2", "greeted", json => new JsonObject { ["Name"] = json["Whom"]!.DeepClone() })
            )
        );
        var stream = NewStream();
        await store.AppendAsync(stream, 0, null, new Greeted("An"), new URLChanged2FA(), new Greeted("Bo"), new Greeted("Cy"));
        await store.AsOwnerAsync<int>("update events.mt_events set type = 'said_hello' where version = 3");
        await store.AsOwnerAsync<int>("update events.mt_events set type = 'greeting', data = '{\"name\":\"Cy\"}' where version = 4");

        (await store.ReadAsync(stream))
            .Select(e => e.Data)
            .ShouldBe([new Greeted("An"), new URLChanged2FA(), new Greeted("Bo"), new Greeted("Cy")]);
        (await store.AsOwnerAsync<string>("select type from events.mt_events where version = 2")).ShouldBe("url_changed_2fa");
    }

    [Fact]
    public async Task An_unknown_event_is_an_error_that_names_its_place()
    {
        await using var store = await StartAsync();
        var stream = NewStream();
        await store.AppendAsync(stream, 0, null, Claim(), Claim());
        await store.AsOwnerAsync<int>("update events.mt_events set type = 'from_the_future' where version = 2");

        var unknown = await Should.ThrowAsync<UnknownEventException>(() => store.ReadAsync(stream));
        unknown.Sequence.ShouldBe(2);
        unknown.Message.ShouldContain("from_the_future");
    }

    [Fact]
    public async Task An_event_that_is_not_registered_is_refused()
    {
        await using var store = await StartAsync();

        await Should.ThrowAsync<InvalidOperationException>(() => store.AppendAsync(NewStream(), 0, null, new Greeted("An")));
    }

    [Fact]
    public async Task The_epoch_goes_up_with_each_release_and_what_was_decided_by_the_one_before_is_not_written()
    {
        await using var store = await StartAsync();
        await using (var session = await store.OpenAsync("nl"))
        {
            (await session.ReadEpochAsync(None)).Number.ShouldBe(0);
            session.RaiseEpoch("nl", 1);
            session.RaiseEpoch("wadden", 4);
            await session.CommitAsync(None);
        }
        await using (var dropped = await store.OpenAsync("nl"))
        {
            dropped.RaiseEpoch("nl", 2);
        }
        await using var reading = await store.OpenAsync();

        var epoch = await reading.ReadEpochAsync(None);

        epoch.Number.ShouldBe(2);
        epoch.Releases.ShouldBe(new Dictionary<string, int> { ["nl"] = 1, ["wadden"] = 4 });
        await WrittenOnlyWhileItHolds(store);
    }

    private static async Task WrittenOnlyWhileItHolds(TestStore store)
    {
        var (before, after) = (NewStream(), NewStream());
        await DecideAsync(before, () => Task.CompletedTask);
        await Should.ThrowAsync<StaleEpochException>(() =>
            DecideAsync(
                after,
                async () =>
                {
                    await using var other = await store.OpenAsync("nl");
                    other.RaiseEpoch("nl", 2);
                    await other.CommitAsync(None);
                }
            )
        );
        (await store.ReadAsync(before)).ShouldHaveSingleItem();
        (await store.ReadAsync(after)).ShouldBeEmpty();

        async Task DecideAsync(StreamKey stream, Func<Task> meanwhile)
        {
            await using var session = await store.OpenAsync();
            var epoch = await session.ReadEpochAsync(None);
            await meanwhile();
            session.Append(stream, 0, [Claim()]);
            session.HoldTo(epoch);
            await session.CommitAsync(None);
        }
    }

    [Fact]
    public async Task A_crisis_is_switched_and_lifted_in_the_same_row()
    {
        await using var store = await StartAsync();
        var flood = new CrisisInForce(Guid.CreateVersion7(), "hoogwater", ["wadden"], false, new(2026, 11, 22, 14, 5, 0, TimeSpan.Zero));
        var rehearsal = flood with { Id = Guid.CreateVersion7(), Exercise = true, Since = flood.Since.AddHours(-1) };
        foreach (var crisis in new[] { flood, rehearsal, flood with { Scope = ["nl"] } })
        {
            await using var session = await store.OpenAsync("nl");
            session.SwitchCrisis(crisis);
            await session.CommitAsync(None);
        }

        (await EpochAsync(store))
            .Crises.Select(crisis => (crisis.Id, crisis.Scope[0], crisis.Exercise))
            .ShouldBe([(rehearsal.Id, "wadden", true), (flood.Id, "nl", false)]);

        await using (var session = await store.OpenAsync("nl"))
        {
            session.LiftCrisis(flood.Id);
            await session.CommitAsync(None);
        }

        var epoch = await EpochAsync(store);
        epoch.Number.ShouldBe(4);
        epoch.Crises.ShouldHaveSingleItem().Id.ShouldBe(rehearsal.Id);
    }

    private static async Task<Epoch> EpochAsync(TestStore store)
    {
        await using var session = await store.OpenAsync("nl");
        return await session.ReadEpochAsync(None);
    }

    private sealed record Greeted(string Name);

    private sealed record URLChanged2FA;
}
