using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.WorkList;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Satisfaction;

/// <summary>Conversations of which the resident may be asked now, by what the work list knows.</summary>
internal static class DueToAsk
{
    private const int Portion = 50;
    private const short Due = (short)Scoring.Due;

    private static readonly string Sql = $"""
        select {WorkListRow.Columns}, c.person_id from routing.conversations c join routing.residents r on r.id = c.person_id
        where c.tenant_id = $1 and c.scoring = {Due} and c.status = 4 and c.visibility = 0 and not c.erased and c.question_id is not null
          and c.resolved_at > least($2, $3) - $4
          and case when c.channel = '{Channel.Chat}' then c.resolved_at <= $2 and c.resolved_at > $2 - $4
                   else c.resolved_at <= $3 and c.resolved_at > $3 - $4 end
          and (c.window_until > $5 or c.channel not in ('{Channel.WhatsApp}', '{Channel.Messenger}', '{Channel.Instagram}'))
          and c.work_list <> all ($6)
          and not exists (
              select from routing.conversations o where o.person_id = c.person_id and (o.asked_at > $7 or (o.status <> 4 and not o.erased)))
        order by c.resolved_at limit {Portion} for no key update of c, r skip locked
        """;

    /// <summary>Municipalities where somebody may be: as many steps as there are of them, whatever the number of rows.</summary>
    public static async Task<IReadOnlyList<string>> MunicipalitiesAsync(EventStore.Database database, CancellationToken ct)
    {
        var due = $"routing.conversations c where c.scoring = {Due}";
        await using var command = database.Timer.CreateCommand(
            $"""
            with recursive t as (
                (select c.tenant_id from {due} order by c.tenant_id limit 1)
                union all
                select (select c.tenant_id from {due} and c.tenant_id > t.tenant_id order by c.tenant_id limit 1)
                from t where t.tenant_id is not null)
            select tenant_id from t where tenant_id is not null
            """
        );
        await using var row = await command.ExecuteReaderAsync(ct);
        var found = new List<string>();
        while (await row.ReadAsync(ct))
            found.Add(row.GetString(0));
        return found;
    }

    /// <summary>The first of them, held until the transaction ends, each person once; whom another process holds is left.</summary>
    public static async Task<IReadOnlyList<Conversation>> TakeAsync(
        NpgsqlConnection connection,
        string municipality,
        Asking asking,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var since = now - TimeSpan.FromDays(asking.Days);
        var held = await HoldAsync(connection, municipality, asking, (now, since), ct);
        // Another process may have asked them between the look and the hold.
        var asked = await AskedAsync(connection, [.. held.Select(each => each.Person)], since, ct);
        return [.. held.Where(each => !asked.Contains(each.Person)).DistinctBy(each => each.Person).Select(each => each.Conversation)];
    }

    private static async Task<List<(Conversation Conversation, Guid Person)>> HoldAsync(
        NpgsqlConnection connection,
        string municipality,
        Asking asking,
        (DateTimeOffset Now, DateTimeOffset Since) times,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = Until(asking, chat: true, times.Now) },
                new() { Value = Until(asking, chat: false, times.Now) },
                new() { Value = AskForScore.Late },
                new() { Value = times.Now },
                new() { Value = asking.Never.ToArray() },
                new() { Value = times.Since },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var held = new List<(Conversation, Guid)>();
        while (await row.ReadAsync(ct))
            held.Add((WorkListRow.Read(row), row.GetGuid(row.FieldCount - 1)));
        return held;
    }

    // Where it is never asked, nothing is done late enough.
    private static DateTimeOffset Until(Asking asking, bool chat, DateTimeOffset now) =>
        AskForScore.After(asking, chat) is { } after ? now - after : now + AskForScore.Late + AskForScore.Late;

    private static async Task<HashSet<Guid>> AskedAsync(
        NpgsqlConnection connection,
        Guid[] people,
        DateTimeOffset since,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            "select c.person_id from routing.conversations c where c.person_id = any ($1) and c.asked_at > $2",
            connection
        )
        {
            Parameters =
            {
                new() { Value = people },
                new() { Value = since },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var asked = new HashSet<Guid>();
        while (await row.ReadAsync(ct))
            asked.Add(row.GetGuid(0));
        return asked;
    }
}
