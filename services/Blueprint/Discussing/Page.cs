using Npgsql;

namespace WebcareHub.Blueprint.Discussing;

/// <summary>A page of a list: newest first by a moment and an id, so that nothing is passed over or shown twice.</summary>
/// <param name="After">Where the page before it ended; null for the first.</param>
internal readonly record struct Page(Bookmark? After, int Limit)
{
    private const int Usual = 25;
    private const int Most = 100;

    /// <summary>False when the bookmark is none of ours.</summary>
    internal static bool TryRead(string? after, int? limit, out Page page)
    {
        var known = Bookmark.TryRead(after, out var bookmark);
        page = new(bookmark, Math.Clamp(limit ?? Usual, 1, Most));
        return known;
    }

    /// <summary>Orders and bounds a query that has a condition already, and reads it.</summary>
    /// <param name="moment">The column it is ordered by, before <c>id</c>.</param>
    /// <param name="place">The moment and id of what was read.</param>
    internal async Task<(IReadOnlyList<T> Items, string? Next)> ReadAsync<T>(
        NpgsqlCommand command,
        string moment,
        Func<NpgsqlDataReader, T> read,
        Func<T, Bookmark> place,
        CancellationToken ct
    )
    {
        if (After is { } after)
        {
            command.Where($"({moment}, id) < ({{0}}, {{1}})", after.At, after.Id);
        }

        command.CommandText += $" order by {moment} desc, id desc limit {Limit + 1}";
        await using var row = await command.ExecuteReaderAsync(ct);
        var items = new List<T>();
        while (await row.ReadAsync(ct))
        {
            items.Add(read(row));
        }

        var shown = items.Take(Limit).ToList();
        return (shown, items.Count > Limit ? place(shown[^1]).ToString() : null);
    }
}
