using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>A wave as its row has it, without what it is made of.</summary>
internal sealed record WaveRow(
    Guid Id,
    string Layer,
    Guid Crisis,
    string Title,
    WaveState State,
    int Messages,
    int Sent,
    Pace Pace,
    AgentRef StartedBy,
    DateTimeOffset StartedAt
)
{
    private const string Purpose = "crisis-wave";
    private const string Columns =
        "id, tenant_id, crisis_id, title, state, messages, sent, factor, per_minute, position, began_at, began_sent, started_by, started_by_name, started_at";

    /// <summary>As the API shows it.</summary>
    public Wave Show(Script script, DateTimeOffset now)
    {
        var before = State == WaveState.Running ? Math.Min(Sent, Pace.Due(script, now - TimeSpan.FromMinutes(1))) : Sent;
        var ends = State == WaveState.Running ? Pace.EndsAt(script) : (DateTimeOffset?)null;
        return new(Id, Crisis, Title, State, Sent, Messages, Sent - before, Pace.Factor, Pace.PerMinute, StartedBy, StartedAt, ends);
    }

    public static async Task<IReadOnlyList<(WaveRow Row, Script Script)>> ReadAsync(
        NpgsqlConnection connection,
        Vault vault,
        (string Where, object Value) which,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand($"select {Columns}, source from crisis.waves where {which.Where}", connection)
        {
            Parameters = { new() { Value = which.Value } },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<(WaveRow, Script)>();
        while (await row.ReadAsync(ct))
            found.Add((Read(row), Open(vault, row.GetFieldValue<byte[]>(15))));
        return found;
    }

    public NpgsqlBatchCommand Insert(Vault vault, Script script) =>
        With(
            "insert into crisis.waves (source, id, tenant_id, crisis_id, title, state, messages, sent, factor, per_minute, position, began_at, began_sent, started_by, started_by_name, started_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
            vault.Seal(Purpose, JsonSerializer.SerializeToUtf8Bytes(script)),
            Id,
            Layer,
            Crisis,
            Title,
            (short)State,
            Messages,
            Sent,
            Pace.Factor,
            Pace.PerMinute,
            Pace.Position,
            Pace.BeganAt.ToUniversalTime(),
            Pace.BeganSent,
            StartedBy.Id,
            StartedBy.Name,
            StartedAt.ToUniversalTime()
        );

    public NpgsqlBatchCommand Update() =>
        With(
            "update crisis.waves set state = $2, sent = $3, position = $4, began_at = $5, began_sent = $6 where id = $1",
            Id,
            (short)State,
            Sent,
            Pace.Position,
            Pace.BeganAt.ToUniversalTime(),
            Pace.BeganSent
        );

    /// <summary>What residents once wrote is not kept when nothing of it is to come any more.</summary>
    public NpgsqlBatchCommand ForgetRecorded(Vault vault, Script script) =>
        With(
            "update crisis.waves set source = $2 where id = $1",
            Id,
            vault.Seal(Purpose, JsonSerializer.SerializeToUtf8Bytes(script with { Recorded = [] }))
        );

    private static NpgsqlBatchCommand With(string text, params object?[] values)
    {
        var command = new NpgsqlBatchCommand(text);
        foreach (var value in values)
            command.Parameters.Add(
                value is null ? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer } : new NpgsqlParameter { Value = value }
            );
        return command;
    }

    private static Script Open(Vault vault, byte[] source) => JsonSerializer.Deserialize<Script>(vault.Open(Purpose, source))!;

    private static WaveRow Read(NpgsqlDataReader row) =>
        new(
            row.GetGuid(0),
            row.GetString(1),
            row.GetGuid(2),
            row.GetString(3),
            (WaveState)row.GetInt16(4),
            row.GetInt32(5),
            row.GetInt32(6),
            new(
                row.GetDouble(7),
                row.IsDBNull(8) ? null : row.GetInt32(8),
                row.GetTimeSpan(9),
                row.GetFieldValue<DateTimeOffset>(10),
                row.GetInt32(11)
            ),
            new(row.GetString(12), row.GetString(13)),
            row.GetFieldValue<DateTimeOffset>(14)
        );
}
