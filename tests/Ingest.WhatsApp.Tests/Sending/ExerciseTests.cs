using System.Net;
using System.Reflection;
using MassTransit;
using Npgsql;
using WebcareHub.Channels.Accounts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.ServiceDefaults.Exercising;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Sending;

/// <summary>An exercise cannot send: every way there is, at a service with a real account and a platform that would take it.</summary>
public sealed class ExerciseTests(TestHub hub) : IClassFixture<TestHub>
{
    private const string Tenant = "oef.GM0088";
    private const string Elsewhere = "oef.GM0193";

    // As if everything before the channel had failed: the queue holds it, and the account is one that works.
    private static readonly IReadOnlyList<(string Queue, object Message)> Forged =
    [
        (Queues.RepliesFor("whatsapp"), Reply(ReplyAct.Answer)),
        (Queues.RepliesFor("whatsapp"), Reply(ReplyAct.Hide)),
        (Queues.RepliesFor("whatsapp"), new UncertainSettled(Tenant, Guid.NewGuid(), Guid.NewGuid(), 0, "whatsapp", true, Guid.NewGuid())),
        (
            Queues.RepliesFor("whatsapp"),
            new FetchAttachments(Tenant, Guid.NewGuid(), Guid.NewGuid(), "whatsapp", "demo", TestHub.Number, [])
        ),
        (Queues.ErasuresFor("whatsapp"), new ResidentErased(Tenant, Guid.NewGuid(), "whatsapp", [], DateTimeOffset.UnixEpoch)),
        (Queues.ErasuresFor("whatsapp"), new KeepingEnded(Tenant, [], [], DateTimeOffset.UnixEpoch)),
    ];

    [Fact]
    public async Task What_lies_on_a_channels_queue_is_dead_lettered_and_calls_nobody()
    {
        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(hub.Broker.Uri));
        await bus.StartAsync();
        foreach (var (queue, message) in Forged)
        {
            await (await bus.GetSendEndpoint(new Uri($"exchange:{queue}"))).Send(message, message.GetType());
        }

        await bus.StopAsync();

        const string refused = "select count(*) from hub.dead_letters where reason like '%ExerciseRefused%' and tenant_id = $1";
        await Eventually.Async(() => hub.Database.ScalarAsync<long>(refused, Tenant), dead => dead == Forged.Count, "all refused", 60);
        (await hub.Database.ScalarAsync<long>("select count(*) from channels.outbound where tenant_id = $1", Tenant)).ShouldBe(0);
        (await hub.Simulator.Client.Received()).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_way_to_a_channels_queue_refuses_as_well()
    {
        foreach (var (queue, message) in Forged)
        {
            var sending = (Task)Sending(message.GetType()).Invoke(hub, [queue, message])!;
            await Should.ThrowAsync<ExerciseRefusedException>(sending, message.GetType().Name);
        }
    }

    [Fact]
    public async Task An_exercise_gets_no_account()
    {
        var account = new NewChannelAccount("whatsapp", "demo", "100000999", Tenant, "31510000099", "demo-token");
        using var request = hub.Request(HttpMethod.Post, "/api/v1/accounts", TestHub.Municipality, "operator");
        request.Content = JsonContent.Create(account);
        using var answer = await hub.Client.SendAsync(request);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Een oefening heeft geen accounts");
        await Should.ThrowAsync<ExerciseRefusedException>(() => hub.Get<Accounts>().AddAsync(account, default));
    }

    [Fact]
    public async Task The_tables_have_no_place_for_it_and_without_that_nothing_is_sent_either()
    {
        string[] rows = [Row.Account, Row.Outbound, Row.Pull, Row.File];
        foreach (var row in rows)
        {
            var refused = await Should.ThrowAsync<PostgresException>(() => hub.Database.ScalarAsync<object>(row, Elsewhere));
            refused.SqlState.ShouldBe(PostgresErrorCodes.CheckViolation, row);
        }

        await hub.Database.ScalarAsync<object>("alter table channels.accounts drop constraint accounts_no_exercise");
        await hub.Database.ScalarAsync<object>("alter table channels.outbound drop constraint outbound_no_exercise");
        await hub.Database.ScalarAsync<object>(Row.Account, Elsewhere);
        await hub.Get<AccountBook>().ReadAsync(default);
        hub.Get<AccountBook>().Find("whatsapp", "demo", "100000999").ShouldBeNull();
        hub.Get<AccountBook>().Of("whatsapp").ShouldAllBe(account => !Exercise.Is(account.Municipality));

        await hub.Database.ScalarAsync<object>(Row.Outbound, Elsewhere);

        const string reason = "select reason from channels.outbound where tenant_id = $1 and state = 6";
        await Eventually.Async(
            () => hub.Database.ScalarAsync<string>(reason, Elsewhere),
            said => said is not null,
            "the part is refused",
            30
        );
        (await hub.Database.ScalarAsync<string>(reason, Elsewhere)).ShouldBe("Dit hoort bij een oefening. Er is niets verstuurd.");
        (await hub.Simulator.Client.Received()).ShouldBeEmpty();
    }

    private static MethodInfo Sending(Type message) =>
        typeof(TestHub).GetMethod(nameof(TestHub.SendAsync), BindingFlags.NonPublic | BindingFlags.Instance)!.MakeGenericMethod(message);

    private static ReplyToSend Reply(ReplyAct act) =>
        new(
            Tenant,
            Guid.NewGuid(),
            Guid.NewGuid(),
            "whatsapp",
            "demo",
            TestHub.Number,
            Guid.NewGuid(),
            ["phone:31600000000"],
            "Blijf binnen.",
            null,
            null,
            [],
            DateTimeOffset.UtcNow.AddHours(1),
            Act: act
        );

    private static class Row
    {
        public const string Account =
            "insert into channels.accounts (channel, app, id, tenant_id, name, changed_at) values ('whatsapp', 'demo', '100000999', $1, 'x', now())";

        public const string Pull =
            "insert into channels.pulls (channel, app, account, tenant_id, due_at) values ('mastodon', 'demo', 'x', $1, now())";

        public const string Outbound = """
            insert into channels.outbound (part_id, tenant_id, channel, app, account, conversation_id, reply_id, part, parts, resident_id, content,
                state, told, due_at, requested_at, changed_at)
            values (gen_random_uuid(), $1, 'whatsapp', 'demo', '100000088', gen_random_uuid(), gen_random_uuid(), 0, 1, gen_random_uuid(), 'x',
                0, 0, now(), now(), now())
            """;

        public const string File = """
            insert into channels.files (file_id, tenant_id, channel, app, account, conversation_id, resident_id, source, state, told, due_at,
                requested_at, changed_at)
            values (gen_random_uuid(), $1, 'whatsapp', 'demo', '100000088', gen_random_uuid(), gen_random_uuid(), 'x', 0, false, now(), now(), now())
            """;
    }
}
