using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.SamePerson;

/// <summary>Whom colleagues said is somebody else, as rows; what happened stands in both residents' streams.</summary>
internal static class Dismissals
{
    internal sealed record Dismissal(Guid Self, Guid Other, AgentRef By, DateTimeOffset At);

    /// <summary>Of a resident, and of who the platform says is the same.</summary>
    public static async Task<IReadOnlyList<Dismissal>> OfAsync(
        NpgsqlConnection connection,
        string municipality,
        Guid resident,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"""
            {Links.Mine}
            select m.id, case when d.one = m.id then d.other else d.one end, d.by_id, d.by_name, d.at
            from mine m join routing.dismissals d on (d.one = m.id or d.other = m.id) and d.tenant_id = $1
            order by d.at
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = resident },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var dismissals = new List<Dismissal>();
        while (await row.ReadAsync(ct))
            dismissals.Add(
                new(row.GetGuid(0), row.GetGuid(1), new(row.GetString(2), row.GetString(3)), row.GetFieldValue<DateTimeOffset>(4))
            );
        return dismissals;
    }

    public static async Task AddAsync(EventSession session, string municipality, Dismissal told, string evidence, CancellationToken ct)
    {
        await Links.AppendAsync(
            session,
            municipality,
            [
                (told.Self, new SuggestionDismissed(told.Self, told.Other, evidence, told.By, told.At)),
                (told.Other, new SuggestionDismissed(told.Other, told.Self, evidence, told.By, told.At)),
            ],
            ct
        );
        var (one, another) = Links.Ordered(told.Self, told.Other);
        session.Also(
            new(
                """
                insert into routing.dismissals (tenant_id, one, other, by_id, by_name, at) values ($1, $2, $3, $4, $5, $6)
                on conflict do nothing
                """
            )
            {
                Parameters =
                {
                    new() { Value = municipality },
                    new() { Value = one },
                    new() { Value = another },
                    new() { Value = told.By.Id },
                    new() { Value = told.By.Name },
                    new() { Value = told.At },
                },
            }
        );
    }

    /// <summary>What both residents' streams say when it may be suggested again.</summary>
    public static IReadOnlyList<(Guid Resident, object Event)> Restoring(Dismissal dismissal, AgentRef by, DateTimeOffset now) =>
        [
            (dismissal.Self, new SuggestionRestored(dismissal.Self, dismissal.Other, by, now)),
            (dismissal.Other, new SuggestionRestored(dismissal.Other, dismissal.Self, by, now)),
        ];

    public static NpgsqlBatchCommand Remove(string municipality, Dismissal dismissal)
    {
        var (one, another) = Links.Ordered(dismissal.Self, dismissal.Other);
        return new("delete from routing.dismissals where tenant_id = $1 and one = $2 and other = $3")
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = one },
                new() { Value = another },
            },
        };
    }
}
