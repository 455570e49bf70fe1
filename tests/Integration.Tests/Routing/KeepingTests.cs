using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.Testing;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>How long what is kept, by the blueprint of each municipality.</summary>
public sealed class KeepingTests
{
    [Fact]
    public async Task Who_writes_in_the_second_their_term_passes_is_not_forgotten()
    {
        await using var hub = await WithTermAsync("conversationDays: 30");
        var person = Some.Person();
        await ResolvedAsync(hub, Some.Message(person, "Waar kan ik parkeren?"));
        await using var writing = new NpgsqlConnection(hub.Database.ConnectionString);
        await writing.OpenAsync();
        await using var transaction = await writing.BeginTransactionAsync();
        await ExecuteAsync(writing, "select from routing.residents for no key update");

        await MoveAsync(hub, 31);
        await Eventually.Async(() => Waiting(hub), waiting => waiting > 0, "the timer waits for who is writing", 30);
        // As routing does for a message that reopens a conversation.
        await ExecuteAsync(writing, "update routing.conversations set status = 0, resolved_at = null, work_list = 'webcare'");
        await transaction.CommitAsync();

        await Eventually.Async(() => Waiting(hub), waiting => waiting == 0, "the timer goes on");
        await hub.GoRoundAsync();
        (await hub.CountAsync("events.deletions")).ShouldBe(0);
        (await hub.CountAsync("routing.conversations where not erased")).ShouldBe(1);
    }

    [Fact]
    public async Task A_term_of_a_few_days_counts_as_any_other()
    {
        await using var hub = await WithTermAsync("conversationDays: 3");
        await ResolvedAsync(hub, Some.Message(Some.Person(), "Waar kan ik parkeren?"));

        await MoveAsync(hub, 4);

        await hub.WaitForAsync("events.deletions", 1);
    }

    [Fact]
    public async Task Files_go_after_their_own_term_and_what_was_said_stays()
    {
        await using var hub = await WithTermAsync("fileDays: 10");
        var file = Guid.CreateVersion7();
        await ResolvedAsync(hub, WithFile(file));
        await MoveAsync(hub, 9);
        await hub.GoRoundAsync();
        hub.Channel.Received.OfType<KeepingEnded>().ShouldBeEmpty();

        await MoveAsync(hub, 11);

        await Eventually.Async(() => hub.Channel.Received.OfType<KeepingEnded>().Any(), "word to the channel", 30);
        var ended = hub.Channel.Received.OfType<KeepingEnded>().Single();
        (ended.Municipality, ended.FileIds.Single()).ShouldBe(("GM0088", file));
        await MoveAsync(hub, 12);
        await hub.GoRoundAsync();
        hub.Channel.Received.OfType<KeepingEnded>().Count().ShouldBe(1);
        (await hub.CountAsync("events.deletions")).ShouldBe(0);
    }

    [Fact]
    public async Task A_raw_body_goes_after_its_own_term()
    {
        await using var hub = await WithTermAsync("rawDays: 2");
        var body = Guid.CreateVersion7();
        var item = Some.Item(new InboundNothing(), delivery: new DeliveryRecord([new("unreadable", "x", "GM0088")], body));
        await hub.SendAsync(item);
        await hub.WaitForAsync("routing.deliveries where body_kept is not null", 1);

        await MoveAsync(hub, 3);

        await Eventually.Async(() => hub.Channel.Received.OfType<KeepingEnded>().Any(), "word to the channel", 30);
        hub.Channel.Received.OfType<KeepingEnded>().Single().BodyIds.ShouldBe([body]);
        await hub.WaitForAsync("routing.deliveries where body_kept is null", 1); // the word goes before the row says so
    }

    private static async Task<RoutingHub> WithTermAsync(string terms)
    {
        var hub = await StartAsync();
        var layer = $"layer: {{ title: Schiermonnikoog, kind: municipality }}\nretention: {{ {terms} }}";
        await hub.PublishAsync("GM0088", 1, new() { ["layer.yaml"] = layer });
        return hub;
    }

    private static Inbound WithFile(Guid file) =>
        Some.Item(
            new InboundMessage(
                "wamid.file",
                Some.Person(),
                Visibility.Private,
                MessageKind.Media,
                "Foto",
                DateTimeOffset.UtcNow,
                Attachments: [new(file, "1", "image/jpeg", null, null)]
            )
        );

    private static async Task ResolvedAsync(RoutingHub hub, Inbound message)
    {
        await hub.SendAsync(message);
        await hub.WaitForAsync("routing.conversations", 1);
        var jan = hub.Client();
        var row = (await GetAsync<ConversationPage>(jan, "/api/v1/conversations")).Items.Single();
        await ReadAsync<ConversationVersion>(
            await PostAsync(jan, $"/api/v1/conversations/{row.Id}/resolve", new Resolve(row.Version, "no-reply", "Alleen een groet"))
        );
    }

    private static Task MoveAsync(RoutingHub hub, int days) => hub.MoveClockAsync(TimeSpan.FromDays(days));

    private static Task<long> Waiting(RoutingHub hub) =>
        hub.CountAsync("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
