using Npgsql;
using Shouldly;
using Xunit;

namespace WebcareHub.EventStore.Tests;

/// <summary>What a Marten 9 expects to find: string stream keys, conjoined tenancy, correlation, causation and headers.</summary>
public sealed class MartenLayout : IAsyncLifetime
{
    private TestStore _store = null!;

    public async ValueTask InitializeAsync() => _store = await TestStore.StartAsync();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Theory]
    [InlineData(
        "mt_streams",
        """
            tenant_id character varying NOT NULL '*DEFAULT*'::character varying
            id character varying NOT NULL
            type character varying
            version bigint
            timestamp timestamp with time zone NOT NULL now()
            created timestamp with time zone NOT NULL now()
            is_archived boolean false
            """
    )]
    [InlineData(
        "mt_events",
        """
            seq_id bigint NOT NULL
            id uuid NOT NULL
            stream_id character varying
            version bigint NOT NULL
            data jsonb NOT NULL
            bdata bytea
            type character varying(500) NOT NULL
            timestamp timestamp with time zone NOT NULL now()
            tenant_id character varying '*DEFAULT*'::character varying
            mt_dotnet_type character varying
            correlation_id character varying
            causation_id character varying
            headers jsonb
            is_archived boolean false
            """
    )]
    [InlineData(
        "mt_event_progression",
        """
            name character varying NOT NULL
            last_seq_id bigint
            last_updated timestamp with time zone transaction_timestamp()
            """
    )]
    [InlineData(
        "mt_high_water_skips",
        """
            ending_sequence bigint NOT NULL
            starting_sequence bigint NOT NULL
            timestamp timestamp with time zone transaction_timestamp()
            """
    )]
    public async Task A_table_has_Martens_columns_and_no_others(string table, string columns) =>
        (
            await LinesAsync(
                """
                select concat_ws(' ', attname, format_type(atttypid, atttypmod), case when attnotnull then 'NOT NULL' end, pg_get_expr(adbin, adrelid))
                from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
                where attrelid = ('events.' || $1)::regclass and attnum > 0 and not attisdropped
                order by attnum
                """,
                table
            )
        ).ShouldBe(columns.Split('\n', StringSplitOptions.TrimEntries));

    [Fact]
    public async Task The_indexes_are_Martens_and_no_others() =>
        (
            await LinesAsync(
                "select indexname || ': ' || regexp_replace(indexdef, ' INDEX.* USING btree', '') from pg_indexes where schemaname = 'events' and tablename like 'mt\\_%' order by indexname"
            )
        ).ShouldBe([
            "pk_mt_event_progression: CREATE UNIQUE (name)",
            "pk_mt_events_stream_and_version: CREATE UNIQUE (tenant_id, stream_id, version)",
            "pkey_mt_events_seq_id: CREATE UNIQUE (seq_id)",
            "pkey_mt_high_water_skips_ending_sequence: CREATE UNIQUE (ending_sequence)",
            "pkey_mt_streams_tenant_id_id: CREATE UNIQUE (tenant_id, id)",
        ]);

    [Fact]
    public async Task The_constraints_are_Martens_and_no_others() =>
        (
            await LinesAsync(
                "select conname || ': ' || pg_get_constraintdef(oid) from pg_constraint where conrelid::regclass::text like 'events.mt\\_%' order by conname"
            )
        ).ShouldBe([
            "fkey_mt_events_stream_id_tenant_id: FOREIGN KEY (tenant_id, stream_id) REFERENCES events.mt_streams(tenant_id, id)",
            "pk_mt_event_progression: PRIMARY KEY (name)",
            "pkey_mt_events_seq_id: PRIMARY KEY (seq_id)",
            "pkey_mt_high_water_skips_ending_sequence: PRIMARY KEY (ending_sequence)",
            "pkey_mt_streams_tenant_id_id: PRIMARY KEY (tenant_id, id)",
        ]);

    [Fact]
    public async Task The_sequence_is_Martens_and_belongs_to_its_column()
    {
        (
            await LinesAsync(
                "select concat_ws(' ', data_type, start_value, increment_by, cache_size, cycle) from pg_sequences where schemaname = 'events'"
            )
        ).ShouldBe(["bigint 1 1 1 f"]);
        (await LinesAsync("select pg_get_serial_sequence('events.mt_events', 'seq_id')")).ShouldBe(["events.mt_events_sequence"]);
    }

    [Fact]
    public async Task The_functions_have_Martens_signatures() =>
        (
            await LinesAsync(
                """
                select proname || '(' || pg_get_function_arguments(oid) || ') ' || pg_get_function_result(oid)
                from pg_proc where pronamespace = 'events'::regnamespace and proname like 'mt\_%' order by 1
                """
            )
        ).ShouldBe([
            "mt_archive_stream(streamid character varying, tenantid character varying) void",
            "mt_mark_event_progression(name character varying, last_encountered bigint) void",
            "mt_mark_progression_with_skip(shard_name character varying, ending_sequence bigint, starting_sequence bigint) bigint",
            "mt_quick_append_events(stream character varying, stream_type character varying, tenantid character varying, event_ids uuid[], "
                + "event_types character varying[], dotnet_types character varying[], bodies jsonb[], bdatas bytea[], causation_ids character varying[], "
                + "correlation_ids character varying[], headers jsonb[], timestamps timestamp with time zone[], expected_version bigint DEFAULT NULL::bigint) bigint[]",
        ]);

    [Fact]
    public async Task Rows_look_as_Marten_writes_them()
    {
        var stream = TestStore.NewStream();
        var resident = Guid.NewGuid();
        await _store.AppendAsync(stream, 0, resident, TestStore.Message(null), TestStore.Claim());

        (
            await LinesAsync(
                "select concat_ws('|', seq_id, version, type, mt_dotnet_type, tenant_id, headers, is_archived, data ->> 'Kind', data ? 'Text') from events.mt_events order by seq_id"
            )
        ).ShouldBe([
            $"1|1|message_received|WebcareHub.Contracts.Conversations.MessageReceived, WebcareHub.Contracts|GM0088|{{\"resident\": \"{resident}\"}}|f|0|t",
            $"2|2|claimed|WebcareHub.Contracts.Conversations.Claimed, WebcareHub.Contracts|GM0088|{{\"resident\": \"{resident}\"}}|f|f",
        ]);
        (
            await LinesAsync(
                "select concat_ws('|', tenant_id, id, coalesce(type, '-'), version, timestamp = created, is_archived) from events.mt_streams"
            )
        ).ShouldBe([$"GM0088|{stream.Key}|-|2|t|f"]);
    }

    [Fact]
    public async Task Martens_own_way_in_takes_versions_and_is_seen_by_ours()
    {
        var stream = TestStore.NewStream();
        await _store.AppendAsync(stream, 0, null, TestStore.Claim("A"));
        const string append = """
            select events.mt_quick_append_events($1, null, 'GM0088', array[gen_random_uuid(), gen_random_uuid()], array['released', 'claimed'], array[null, null]::varchar[],
                array['{"By":null,"At":"1970-01-01T00:00:00+00:00"}', '{"By":{"Id":"a","Name":"B"},"At":"1970-01-01T00:00:00+00:00"}']::jsonb[], array[null, null]::bytea[],
                array[null, null]::varchar[], array[null, null]::varchar[], array[null, null]::jsonb[], array[now(), now()], $2)
            """;

        (await _store.AsOwnerAsync<long[]>(append, stream.Key, 1L)).ShouldBe([3, 2, 3]);
        (await Should.ThrowAsync<PostgresException>(() => _store.AsOwnerAsync<long[]>(append, stream.Key, 1L))).SqlState.ShouldBe("MT003");
        (await _store.ReadAsync(stream)).Select(e => e.Version).ShouldBe([1, 2, 3]);
        await _store.AppendAsync(stream, 3, null, TestStore.Claim("C"));
    }

    [Fact]
    public async Task Martens_marks_move_only_from_where_they_were_seen()
    {
        (await _store.AsOwnerAsync<long>("select events.mt_mark_progression_with_skip('HighWaterMark', 100, 90)")).ShouldBe(100);
        (await _store.AsOwnerAsync<long>("select events.mt_mark_progression_with_skip('HighWaterMark', 300, 90)")).ShouldBe(100);
        (await LinesAsync("select starting_sequence || '-' || ending_sequence from events.mt_high_water_skips")).ShouldBe(["90-100"]);
    }

    private async Task<string[]> LinesAsync(string sql, params object[] parameters) =>
        await _store.AsOwnerAsync<string[]>($"select array(select x from ({sql}) as t (x))", parameters) ?? [];
}
