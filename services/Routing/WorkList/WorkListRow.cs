using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Routing.Conversations;

namespace WebcareHub.Routing.WorkList;

/// <summary>The state of a conversation as a row of <c>routing.conversations</c>, both ways.</summary>
internal static class WorkListRow
{
    // In the order Read counts them.
    private static readonly Column[] All =
    [
        Of("id", "uuid", c => c.Id),
        Of("tenant_id", "varchar", c => c.Municipality),
        Of("version", "bigint", c => c.Version),
        Of("channel", "varchar", c => c.Channel),
        Of("app", "varchar", c => c.App),
        Of("account", "varchar", c => c.Account),
        Of("resident_id", "uuid", c => c.ResidentId),
        Of("visibility", "smallint", c => (short)c.Visibility),
        Of("previous_id", "uuid", c => c.PreviousId),
        Of("status", "smallint", c => (short)c.Status),
        Of("claimed_by", "varchar", c => c.ClaimedBy?.Id),
        Of("claimed_name", "varchar", c => c.ClaimedBy?.Name),
        Of("question_id", "uuid", c => c.QuestionId),
        Of("topic", "varchar", c => c.Topic),
        Of("intent", "varchar", c => c.Intent),
        Of("priority", "smallint", c => (short)c.Priority),
        Of("theme", "varchar", c => c.Theme),
        Of("work_list", "varchar", c => c.WorkList),
        Of("role", "varchar", c => c.Role),
        Of("overflow", "varchar", c => c.Overflow),
        Of("approval_required", "boolean", c => c.ApprovalRequired),
        Of("suggested", "varchar", c => string.Join('\n', c.SuggestedAnswers)),
        Of("labels", "varchar", c => string.Join('\n', c.Labels)),
        Of("why_here", "varchar", c => c.WhyHere),
        Of("acknowledged", "boolean", c => c.Acknowledged),
        Of("resident_name", "varchar", c => c.ResidentName),
        Of("preview", "varchar", c => c.Preview),
        Of("unread", "boolean", c => c.Unread),
        Of("opened_at", "timestamptz", c => c.OpenedAt.ToUniversalTime()),
        Of("last_message_at", "timestamptz", c => c.LastMessageAt.ToUniversalTime()),
        Of("waiting_since", "timestamptz", c => c.WaitingSince?.ToUniversalTime()),
        Of("due_at", "timestamptz", c => c.DueAt?.ToUniversalTime()),
        Of("overdue", "boolean", c => c.Overdue),
        Of("window_until", "timestamptz", c => c.WindowUntil?.ToUniversalTime()),
        Of("snoozed_until", "timestamptz", c => c.SnoozedUntil?.ToUniversalTime()),
        Of("resolved_at", "timestamptz", c => c.ResolvedAt?.ToUniversalTime()),
        Of("needs_attention", "boolean", c => c.NeedsAttention),
        Of("erased", "boolean", c => c.Erased),
        Of("preview_of", "uuid", c => c.PreviewOf),
        Of("thread", "varchar", c => c.Thread),
        Of("moved_at", "timestamptz", c => c.MovedAt?.ToUniversalTime()),
        Of("open_cause", "varchar", c => c.OpenCause),
        Of("open_since", "timestamptz", c => c.OpenSince?.ToUniversalTime()),
        Of("claimed_pool", "varchar", c => c.ClaimedPool),
        Of("scoring", "smallint", c => (short)c.Scoring),
        Of("asked_at", "timestamptz", c => c.AskedAt?.ToUniversalTime()),
        Of("promised_until", "timestamptz", c => c.PromisedUntil?.ToUniversalTime()),
        Of("back_at", "timestamptz", c => c.BackAt?.ToUniversalTime()),
        // One text per row: an array of arrays must be a rectangle.
        Of("open_to", "varchar", c => string.Join(',', c.OpenTo)) with
        {
            From = "string_to_array(u.open_to, ',')::varchar[]",
        },
    ];

    /// <summary>The columns of <see cref="Read"/>, of a table with alias <c>c</c>.</summary>
    public static readonly string Columns = string.Join(", ", All.Select(column => $"c.{column.Name}"));

    private static readonly string UpsertSql = Upsert();

    /// <summary>Writes these conversations as they now are, in one statement.</summary>
    public static NpgsqlBatchCommand Write(IReadOnlyCollection<Conversation> conversations)
    {
        var command = new NpgsqlBatchCommand(UpsertSql);
        foreach (var column in All)
            command.Parameters.Add(new NpgsqlParameter { Value = column.Values(conversations) });
        return command;
    }

    public static Conversation Read(NpgsqlDataReader row) =>
        new()
        {
            Id = row.GetGuid(0),
            Municipality = row.GetString(1),
            Version = row.GetInt64(2),
            Channel = row.GetString(3),
            App = row.GetString(4),
            Account = row.GetString(5),
            ResidentId = row.GetGuid(6),
            Visibility = (Visibility)row.GetInt16(7),
            PreviousId = Value<Guid>(row, 8),
            Status = (ConversationStatus)row.GetInt16(9),
            ClaimedBy = row.IsDBNull(10) ? null : new AgentRef(row.GetString(10), Text(row, 11) ?? ""),
            QuestionId = Value<Guid>(row, 12),
            Topic = Text(row, 13),
            Intent = Text(row, 14),
            Priority = (Priority)row.GetInt16(15),
            Theme = row.GetString(16),
            WorkList = row.GetString(17),
            Role = Text(row, 18),
            Overflow = row.GetString(19),
            ApprovalRequired = row.GetBoolean(20),
            SuggestedAnswers = Lines(row.GetString(21)),
            Labels = Lines(row.GetString(22)),
            WhyHere = Text(row, 23),
            Acknowledged = row.GetBoolean(24),
            ResidentName = Text(row, 25),
            Preview = Text(row, 26),
            Unread = row.GetBoolean(27),
            OpenedAt = row.GetFieldValue<DateTimeOffset>(28),
            LastMessageAt = row.GetFieldValue<DateTimeOffset>(29),
            WaitingSince = Value<DateTimeOffset>(row, 30),
            DueAt = Value<DateTimeOffset>(row, 31),
            Overdue = row.GetBoolean(32),
            WindowUntil = Value<DateTimeOffset>(row, 33),
            SnoozedUntil = Value<DateTimeOffset>(row, 34),
            ResolvedAt = Value<DateTimeOffset>(row, 35),
            NeedsAttention = row.GetBoolean(36),
            Erased = row.GetBoolean(37),
            PreviewOf = Value<Guid>(row, 38),
            Thread = row.GetString(39),
            MovedAt = Value<DateTimeOffset>(row, 40),
            OpenCause = Text(row, 41),
            OpenSince = Value<DateTimeOffset>(row, 42),
            ClaimedPool = Text(row, 43),
            Scoring = (Scoring)row.GetInt16(44),
            AskedAt = Value<DateTimeOffset>(row, 45),
            PromisedUntil = Value<DateTimeOffset>(row, 46),
            BackAt = Value<DateTimeOffset>(row, 47),
            OpenTo = row.GetFieldValue<string[]>(48),
        };

    /// <summary>The first of what was found; null when that is nothing.</summary>
    public static async Task<Conversation?> FirstAsync(NpgsqlDataReader row, CancellationToken ct) =>
        await row.ReadAsync(ct) ? Read(row) : null;

    private static string Upsert()
    {
        var columns = All;
        var names = string.Join(", ", columns.Select(column => column.Name));
        var arrays = string.Join(", ", columns.Select((column, at) => $"${at + 1}::{column.Type}[]"));
        var updates = string.Join(", ", columns.Skip(2).Select(column => $"{column.Name} = excluded.{column.Name}"));
        // A new conversation belongs to the person whose key protects it; who that person is may change later.
        var values = string.Join(", ", columns.Select(column => column.From ?? $"u.{column.Name}"));
        return $"insert into routing.conversations (person_id, {names}) select u.resident_id, {values} from unnest({arrays}) as u ({names}) "
            + $"on conflict (id) do update set {updates}";
    }

    private static Column Of<T>(string name, string type, Func<Conversation, T> value) =>
        new(name, type, conversations => conversations.Select(value).ToArray());

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static T? Value<T>(NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    private static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');

    /// <param name="From">How the column is made of what was sent; null when it is that.</param>
    private sealed record Column(string Name, string Type, Func<IReadOnlyCollection<Conversation>, Array> Values, string? From = null);
}
