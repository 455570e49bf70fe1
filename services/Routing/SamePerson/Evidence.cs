using Npgsql;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.SamePerson;

/// <summary>Who may be the same person, and why. What many share (the municipality's own address) is no evidence.</summary>
internal static class Evidence
{
    private const int MostShare = 3;
    private const int Most = 5;

    private sealed record Row(Guid Person, string Kind, string Hint, string? Topic);

    private static readonly string Sql = $"""
        with mine as (
            select r.id, s.id as person from routing.same_person($2) s
            join routing.residents r on r.id = s.id or r.merged_into = s.id
            where r.tenant_id = $1
        ), own as (
            select m.mark, m.kind, m.hint, m.conversation_id, m.at from routing.marks m
            where m.tenant_id = $1 and m.resident_id in (select id from mine)
        ), shared as (
            select o.resident_id as other, o.kind, o.hint, w.conversation_id as here, o.conversation_id as there
            from own w join routing.marks o on o.tenant_id = $1 and o.mark = w.mark
            where (select count(*) from routing.marks x where x.tenant_id = $1 and x.mark = w.mark) <= {MostShare}
            union all
            select a.resident_id, 'number', w.hint, null, null
            from own w join routing.aliases a on a.tenant_id = $1 and a.alias = w.mark where w.kind = 'phone'
            union all
            select o.resident_id, 'number', o.hint, null, null
            from routing.aliases a join routing.marks o on o.tenant_id = $1 and o.mark = a.alias
            where a.tenant_id = $1 and a.resident_id in (select id from mine) and o.kind = 'phone'
        )
        select distinct coalesce(r.merged_into, r.id), s.kind, s.hint, h.topic
        from shared s
        join routing.residents r on r.id = s.other and r.tenant_id = $1 and r.erased_at is null
        left join routing.conversations h on h.id = s.here
        left join routing.conversations t on t.id = s.there
        where coalesce(r.merged_into, r.id) not in (select person from mine)
          and not exists (
            select from routing.dismissals d
            join mine on mine.id in (d.one, d.other)
            join routing.residents o on o.id = case when d.one = mine.id then d.other else d.one end
            where d.tenant_id = $1 and coalesce(o.merged_into, o.id) = coalesce(r.merged_into, r.id))
          and (s.kind <> 'name' or (h.topic = t.topic and abs(extract(epoch from h.opened_at - t.opened_at)) <= 7 * 86400))
        limit 50
        """;

    /// <summary>The sentences per person, strongest first.</summary>
    public static async Task<IReadOnlyList<(Guid Person, IReadOnlyList<string> Sentences)>> ForAsync(
        NpgsqlConnection connection,
        string municipality,
        Guid resident,
        EffectiveBlueprint blueprint,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(Sql, connection)
        {
            Parameters =
            {
                new() { Value = municipality },
                new() { Value = resident },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var rows = new List<Row>();
        while (await row.ReadAsync(ct))
            rows.Add(new(row.GetGuid(0), row.GetString(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3)));
        return
        [
            .. rows.GroupBy(found => found.Person)
                .OrderBy(person => person.Min(found => Rank(found.Kind)))
                .Take(Most)
                .Select(person => (person.Key, Sentences(person, blueprint))),
        ];
    }

    /// <summary>What shows that two residents are the same person, in sentences; nothing when nothing does.</summary>
    public static async Task<string?> OfAsync(
        NpgsqlConnection connection,
        string municipality,
        (Guid Resident, Guid Other) pair,
        EffectiveBlueprint blueprint,
        CancellationToken ct
    )
    {
        var found = await ForAsync(connection, municipality, pair.Resident, blueprint, ct);
        return found.FirstOrDefault(one => one.Person == pair.Other).Sentences is { } sentences ? string.Join(' ', sentences) : null;
    }

    private static IReadOnlyList<string> Sentences(IEnumerable<Row> rows, EffectiveBlueprint blueprint) =>
        [.. rows.OrderBy(row => Rank(row.Kind)).Select(row => InWords(row, blueprint)).Distinct()];

    private static string InWords(Row row, EffectiveBlueprint blueprint) =>
        row.Kind switch
        {
            "number" => $"Het telefoonnummer dat de een noemt ({row.Hint}), is dat waarmee de ander schrijft.",
            Marks.Email => $"In beide gesprekken staat hetzelfde e-mailadres ({row.Hint}).",
            Marks.Phone => $"In beide gesprekken staat hetzelfde telefoonnummer ({row.Hint}).",
            _ => $"Beiden heten {row.Hint} en vroegen binnen een week naar {blueprint.Topic(row.Topic)?.Title ?? row.Topic}.",
        };

    private static int Rank(string kind) =>
        kind switch
        {
            "number" => 0,
            Marks.Phone => 1,
            Marks.Email => 2,
            _ => 3,
        };
}
