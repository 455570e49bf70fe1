using System.Text.Json;
using System.Text.Json.Serialization;
using Npgsql;
using NpgsqlTypes;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>An idea as a row of <c>blueprint.ideas</c>: what is asked for in columns, the rest as it is shown.</summary>
internal static class IdeaRow
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private const string Upsert = """
        insert into blueprint.ideas
            (tenant_id, id, section, entry, status, author, voters, words, at, formula_stage, formula_at, shown, formula)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (id) do update set status = excluded.status, voters = excluded.voters, formula_stage = excluded.formula_stage,
            formula_at = excluded.formula_at, shown = excluded.shown, formula = excluded.formula
        """;

    internal static NpgsqlBatchCommand Write(IdeaState idea)
    {
        var formula = idea.Formula();
        return new(Upsert)
        {
            Parameters =
            {
                new() { Value = idea.Layer },
                new() { Value = idea.Id },
                new() { Value = (object?)idea.Section ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = (object?)idea.Entry ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Varchar },
                new() { Value = (short)idea.Status },
                new() { Value = idea.Author!.Key },
                new() { Value = idea.Voters.ToArray() },
                new() { Value = $"{idea.Title} {idea.Words} {idea.Entry}" },
                new() { Value = idea.At.ToUniversalTime() },
                new() { Value = formula is null ? DBNull.Value : (short)formula.Stage, NpgsqlDbType = NpgsqlDbType.Smallint },
                new() { Value = formula is null ? DBNull.Value : formula.Since.ToUniversalTime(), NpgsqlDbType = NpgsqlDbType.TimestampTz },
                new() { Value = JsonSerializer.Serialize(idea.Shown(), Json), NpgsqlDbType = NpgsqlDbType.Jsonb },
                new()
                {
                    Value = formula is null ? DBNull.Value : JsonSerializer.Serialize(formula, Json),
                    NpgsqlDbType = NpgsqlDbType.Jsonb,
                },
            },
        };
    }

    /// <summary>The layer an idea is about; null when these tenants have no such idea.</summary>
    internal static async Task<string?> LayerOfAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select tenant_id from blueprint.ideas where id = $1", connection)
        {
            Parameters = { new() { Value = id } },
        };
        return (string?)await command.ExecuteScalarAsync(ct);
    }

    /// <summary>Keeps the conversation an idea came up in, with its municipality.</summary>
    internal static NpgsqlBatchCommand Link(string municipality, Guid id, Guid conversation) =>
        new("insert into blueprint.idea_conversations (tenant_id, idea_id, conversation_id) values ($1, $2, $3)")
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = id },
                new() { Value = conversation },
            },
        };

    /// <summary>That conversation, when it is this municipality's.</summary>
    internal static async Task<Guid?> ConversationOfAsync(NpgsqlConnection connection, string municipality, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select conversation_id from blueprint.idea_conversations where tenant_id = $1 and idea_id = $2",
            connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = id },
            },
        };
        return (Guid?)await command.ExecuteScalarAsync(ct);
    }

    internal static T Read<T>(NpgsqlDataReader row, int column) => JsonSerializer.Deserialize<T>(row.GetString(column), Json)!;
}
