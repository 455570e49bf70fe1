namespace WebcareHub.Routing.WorkList;

/// <summary>A list of the desk: what is in it, and in which order. Each has an index that gives a page without sorting.</summary>
/// <param name="Where">Condition on <c>c</c>; <c>$2</c> is the caller, <c>$3</c> now.</param>
/// <param name="Keys">Columns of the order, in index order.</param>
/// <param name="Types">Their SQL types.</param>
internal sealed record Queue(string Where, string[] Keys, string[] Types, bool Descending)
{
    private static readonly Queue All = new("true", ["last_message_at", "id"], ["timestamptz", "uuid"], true);

    private static readonly Dictionary<string, Queue> ByName = new()
    {
        ["mine"] = new("c.claimed_by = $2 and c.status <> 4", ["due_sort", "id"], ["timestamptz", "uuid"], false),
        ["waiting"] = new(
            "c.status = 0",
            ["priority_sort", "due_sort", "waiting_since", "id"],
            ["smallint", "timestamptz", "timestamptz", "uuid"],
            false
        ),
        ["answered"] = All with { Where = "c.status = 2" },
        ["snoozed"] = new("c.status = 3", ["snoozed_until", "id"], ["timestamptz", "uuid"], false),
        ["overdue"] = new(
            "c.due_at is not null and c.status in (0, 1) and c.due_at <= $3",
            ["due_at", "id"],
            ["timestamptz", "uuid"],
            false
        ),
        ["attention"] = All with { Where = "c.needs_attention" },
        ["resolved"] = new("c.status = 4", ["resolved_at", "id"], ["timestamptz", "uuid"], true),
    };

    public static IEnumerable<string> Names => ByName.Keys;

    public static Queue? Find(string? name) => string.IsNullOrEmpty(name) ? All : ByName.GetValueOrDefault(name);

    public string Order => string.Join(", ", Keys.Select(key => $"c.{key}{(Descending ? " desc" : "")}"));

    /// <summary>The condition that continues after a cursor, whose values are parameters from <paramref name="first"/> on.</summary>
    public string After(int first) =>
        $"({string.Join(", ", Keys.Select(key => $"c.{key}"))}) {(Descending ? "<" : ">")} ({string.Join(", ", Types.Select((type, at) => $"${first + at}::text::{type}"))})";

    /// <summary>The cursor of a row, as text values.</summary>
    public string KeyColumns => string.Join(", ", Keys.Select(key => $"c.{key}::text"));
}
