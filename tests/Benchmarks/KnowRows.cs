using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Benchmarks;

/// <summary>Much to count, written straight into the tables: what is measured is reading it.</summary>
internal static class KnowRows
{
    internal const int EventsOfQuestion = 4;

    // One in fifty is open; a question comes in every twelve seconds.
    private const string Questions = """
        insert into monitoring.questions
            (generation, tenant_id, id, channel, is_public, resident, topic, opened_at, last_at, is_open, position, story)
        select monitoring.serving('questions'), ($2::varchar[])[1 + n % cardinality($2)], md5(n::text)::uuid, 'whatsapp', false, null, 'afval',
            t, t + interval '1 hour', n % 50 = 0, 0,
            'n' || ticks || ';a' || ticks || ';d' || ticks || '>' || ticks + 36000000000 ||
            case when n % 50 = 0 then '' else ';r' || ticks + 6000000000 || ':own;v' || ticks + 36000000000 || ':answered' end
        from (select n, $3 - n * interval '12 seconds' as t from generate_series(1, $1) n) q,
            lateral (select (621355968000000000 + extract(epoch from t)::bigint * 10000000)::bigint as ticks) k
        """;

    // The events of a question lie two thousand questions apart, as they do in a log of many municipalities.
    // In order of time, as the ids of conversations are.
    private const string Id = "(select (lpad(to_hex(n), 12, '0') || '7' || substr(md5(n::text), 14))::uuid) id (i)";

    private const string Events = """
        set session_replication_role = replica;
        insert into events.mt_streams (tenant_id, id, version)
        select 'GM0088', 'conversation-' || i, {1} from generate_series(1, {0}) n, lateral {2};
        insert into events.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
        select row_number() over (order by n + 2000 * e.version), md5(n || '-' || e.version)::uuid, 'conversation-' || i,
            e.version, replace(e.data::text, substr(e.stream_id, 14), i::text)::jsonb, e.type, e.timestamp, e.tenant_id,
            e.mt_dotnet_type, false
        from generate_series(1, {0}) n, bench_template e, lateral {2};
        select setval('events.mt_events_sequence', {0} * {1});
        analyze events.mt_events
        """;

    internal static async Task QuestionsAsync(string connectionString, int questions, string[] codes, DateTimeOffset now)
    {
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
        await using NpgsqlCommand command = source.CreateCommand(Questions);
        command.CommandTimeout = 300;
        command.Parameters.Add(new NpgsqlParameter { Value = questions });
        command.Parameters.Add(new NpgsqlParameter { Value = codes });
        command.Parameters.Add(new NpgsqlParameter { Value = now });
        await command.ExecuteNonQueryAsync();
        await using NpgsqlCommand analyze = source.CreateCommand("analyze monitoring.questions");
        await analyze.ExecuteNonQueryAsync();
    }

    /// <summary>A log of this many questions and nothing else. One written by the store is the pattern of all.</summary>
    internal static async Task EventsAsync(string connectionString, EventStore.EventStore store, int questions)
    {
        await AppendAsync(store, "GM0088", [0]);
        await using NpgsqlDataSource source = NpgsqlDataSource.Create(connectionString);
        await using NpgsqlConnection connection = await source.OpenConnectionAsync();
        foreach (
            string sql in new[]
            {
                "create temporary table bench_template as select * from events.mt_events where stream_id like 'conversation-%'",
                "truncate events.mt_events, events.mt_streams cascade",
                Events.Replace("{0}", $"{questions}").Replace("{1}", $"{EventsOfQuestion}").Replace("{2}", Id),
            }
        )
        {
            await using NpgsqlCommand command = new(sql, connection) { CommandTimeout = 900 };
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Questions with all that happens to them, in one transaction.</summary>
    internal static async Task AppendAsync(EventStore.EventStore store, string tenant, IEnumerable<int> numbers)
    {
        await using EventSession session = await store.OpenAsync([tenant], null, CancellationToken.None);
        foreach (int number in numbers)
        {
            var id = Guid.CreateVersion7();
            DateTimeOffset at = DateTimeOffset.UtcNow.AddMinutes(-number);
            object[] events =
            [
                new ConversationOpened(id, tenant, Channel.WhatsApp, "app", "account", id, Visibility.Private, null, at),
                new Queued("webcare", null, at.AddHours(1), "never", false, [], [], at),
                new Claimed(new AgentRef("a", "A"), at.AddMinutes(1)),
                new Resolved("answered", null, new AgentRef("a", "A"), at.AddMinutes(5)),
            ];
            session.Append(new StreamKey(tenant, $"conversation-{id}"), 0, events, id);
        }

        await session.CommitAsync(CancellationToken.None);
    }
}
