using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Monitoring.Questions;

namespace WebcareHub.Monitoring.Tests.Figures;

/// <summary>Counting anew: the old serves meanwhile, nothing is missed or counted twice, and a kill only interrupts.</summary>
public sealed class RebuildTests(MonitoringHost host) : IClassFixture<MonitoringHost>
{
    private const string Rows = """
        select md5(string_agg(concat_ws(',', tenant_id, id, resident, topic, opened_at, last_at, is_open, position, story), '|' order by id))
        from monitoring.questions where generation = (select generation from monitoring.generations where projection = 'questions' and state = 'serving')
        """;

    private const string Serving = "select generation from monitoring.generations where projection = 'questions' and state = 'serving'";
    private const string Count = $"select count(*) from monitoring.questions where generation = ({Serving})";

    [Fact]
    public async Task What_is_counted_anew_while_work_goes_on_is_what_was_counted_before()
    {
        await WorkAsync(0, 2_000);
        await SettledAsync();
        var before = await host.PostgresAsync<long>(Count);
        var first = await host.PostgresAsync<int>(Serving);
        var database = host.Get<Database>();

        await Generations.BeginAsync(database, Projection.Questions, CancellationToken.None);
        var going = WorkAsync(2_000, 1_000);
        await Eventually(async () => await host.PostgresAsync<int>(Serving) == first + 1);
        await going;
        await SettledAsync();
        var anew = await host.PostgresAsync<string>(Rows);
        (await host.PostgresAsync<long>(Count)).ShouldBe(before + 333);

        // Once more with nothing going on: the same log gives the same rows.
        await Generations.BeginAsync(database, Projection.Questions, CancellationToken.None);
        await Eventually(async () => await host.PostgresAsync<int>(Serving) == first + 2);
        (await host.PostgresAsync<string>(Rows)).ShouldBe(anew);
        await Eventually(async () =>
            await host.PostgresAsync<long>($"select count(*) from monitoring.questions where generation < {first + 2}") == 0
        );
        var lag = await host.ReadAsync<Lag>(host.As("ana", "GM0088", "analyst"), "/figures/lag");
        (lag.Events, lag.Rebuilding).ShouldBe((0, false));
        lag.Projections!.Select(each => (each.Projection, each.Rebuilding))
            .ShouldBe([("questions", false), ("environment", false), ("hours", false)], ignoreOrder: true);
    }

    [Fact]
    public async Task A_killed_one_goes_on_where_it_was()
    {
        await WorkAsync(10_000, 3_000);
        await SettledAsync();
        var last = await host.PostgresAsync<long>(
            "select last_seq_id from events.mt_event_progression where name = 'monitoring.questions:All'"
        );
        await using var connection = await host.Get<Database>().Feed.OpenConnectionAsync();
        var projection = host.Get<Projection>();

        // A piece that was not committed, as when the process is killed in it.
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await projection.ApplyAsync(
                connection,
                99,
                await host.Get<SettledLog>().ReadAsync((projection.Types, false), (0, last), 500, CancellationToken.None),
                CancellationToken.None
            );
            await Generations.MovedAsync(connection, Projection.Questions, new(99, 500, last), CancellationToken.None);
        }

        (await host.PostgresAsync<long>("select count(*) from monitoring.questions where generation = 99")).ShouldBe(0);
        var serving = await host.PostgresAsync<string>(Rows);
        await Generations.BeginAsync(host.Get<Database>(), Projection.Questions, CancellationToken.None);
        await Eventually(async () =>
            await host.PostgresAsync<long>(
                "select count(*) from monitoring.generations where projection = 'questions' and state = 'filling'"
            ) == 0
        );
        (await host.PostgresAsync<string>(Rows)).ShouldBe(serving);
    }

    private Task SettledAsync() => host.Get<Feed>().CaughtUpAsync(QuestionsSubscriber.Checkpoint, CancellationToken.None);

    private static async Task Eventually(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await holds())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Three events a question, some questions a transaction.</summary>
    private async Task WorkAsync(int from, int events)
    {
        foreach (var few in Enumerable.Range(from, events / 3 + 1).Take(events / 3).Chunk(50))
        {
            await using var session = await host.Get<EventStore.EventStore>().OpenAsync(["GM0088"], null, CancellationToken.None);
            foreach (var number in few)
            {
                var id = new Guid(number, 0, 7, new byte[8]);
                var at = MonitoringHost.Now.AddMinutes(-number % 5_000);
                session.Append(
                    new("GM0088", $"conversation-{id}"),
                    0,
                    [
                        new ConversationOpened(id, "GM0088", Channel.WhatsApp, "app", "account", id, Visibility.Private, null, at),
                        new Queued("webcare", null, at.AddHours(1), "never", false, [], [], at),
                        new Resolved("answered", null, new("jan", "Jan"), at.AddMinutes(5)),
                    ],
                    id
                );
            }

            await session.CommitAsync(CancellationToken.None);
        }
    }
}
