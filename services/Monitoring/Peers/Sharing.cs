using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Peers;

/// <summary>Who shares which figure in which month.</summary>
internal sealed class Sharing(Database database)
{
    private const string InMonth = """
        select tenant_id, figure from (
            select distinct on (tenant_id, figure) tenant_id, figure, shared from monitoring.sharing
            where month <= $1 and chosen_at <= $2 order by tenant_id, figure, month desc, chosen_at desc
        ) last where shared
        """;

    private const string Keep = """
        insert into monitoring.sharing (tenant_id, figure, month, shared, chosen_by, chosen_at) values ($1, $2, $3, $4, $5, $6)
        on conflict (tenant_id, figure, month, chosen_at) do update set shared = excluded.shared, chosen_by = excluded.chosen_by
        """;

    /// <summary>Municipalities by figure. All of them are read: what is shown of them is decided together.</summary>
    /// <param name="at">As chosen by then.</param>
    internal async Task<ILookup<string, string>> InAsync(DateOnly month, DateTimeOffset at, CancellationToken ct)
    {
        await using var command = database.Feed.CreateCommand(InMonth);
        command.Parameters.Add(new() { Value = month });
        command.Parameters.Add(new() { Value = at });
        var shared = new List<(string Municipality, string Figure)>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            shared.Add((row.GetString(0), row.GetString(1)));
        }

        return shared.ToLookup(each => each.Figure, each => each.Municipality);
    }

    /// <param name="when">The present month: what is past stays as it was.</param>
    internal async Task ChooseAsync(
        Caller caller,
        string figure,
        bool shared,
        (DateOnly Month, DateTimeOffset At) when,
        CancellationToken ct
    )
    {
        await using var bounded = await database.OpenAsync([caller.Home], ct);
        await using var command = new NpgsqlCommand(Keep, bounded.Connection)
        {
            Parameters =
            {
                new() { Value = caller.Home },
                new() { Value = figure },
                new() { Value = when.Month },
                new() { Value = shared },
                new() { Value = caller.Id },
                new() { Value = when.At },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
        await bounded.CommitAsync(ct);
    }
}
