using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Alike;

/// <summary>Groups as a caller sees them within a scope.</summary>
internal static class GroupReader
{
    public static async Task<IReadOnlyList<AlikeGroup>> ReadAsync(
        EventSession session,
        Scope scope,
        Caller caller,
        Guid[] groups,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var counts = (await GroupCounts.ReadAsync(session.Connection, scope.Municipalities, groups, now, ct)).ToLookup(count =>
            count.Group
        );
        var shown = await Examples.ReadAsync(session, scope.Municipalities, caller.Municipality, groups, ct);
        var answers = await LastAnswersAsync(session.Connection, scope, groups, ct);
        return
        [
            .. groups
                .Where(counts.Contains)
                .Select(group =>
                    Of(group, [.. counts[group]], shown.GetValueOrDefault(group), scope) with
                    {
                        LastAnswer = answers.TryGetValue(group, out var answer) ? answer : null,
                    }
                ),
        ];
    }

    private static AlikeGroup Of(Guid group, GroupCount[] counts, Examples.Shown? shown, Scope scope)
    {
        int In(int hoursAgo) => counts.Where(count => count.HoursAgo == hoursAgo).Sum(count => count.Waiting + count.Answered);
        return new(
            group,
            counts.Sum(count => count.Waiting),
            counts.Sum(count => count.Answered),
            [
                .. counts
                    .GroupBy(count => (count.Municipality, count.Channel, count.Visibility))
                    .Select(part =>
                        Part(part.Key.Municipality, part.Key.Channel, part.Key.Visibility, part.Sum(count => count.Waiting), scope)
                    )
                    .Where(part => part.Waiting > 0)
                    .OrderByDescending(part => part.Waiting)
                    .ThenBy(part => part.Municipality, StringComparer.Ordinal),
            ],
            In(0),
            In(1),
            [.. Enumerable.Range(1, GroupCounts.Hours).Select(hour => In(GroupCounts.Hours - hour))],
            counts.Min(count => count.First),
            counts.Max(count => count.Last),
            shown?.Words ?? [],
            shown?.Samples ?? [],
            null
        );
    }

    public static AlikePart Part(string municipality, string channel, Contracts.Visibility visibility, int waiting, Scope scope) =>
        new(
            municipality,
            scope.Edition.For(municipality).Blueprint.Voice.Name,
            channel,
            visibility,
            waiting,
            scope.Answerable.Contains(municipality)
        );

    private static async Task<Dictionary<Guid, Guid>> LastAnswersAsync(
        NpgsqlConnection connection,
        Scope scope,
        Guid[] groups,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select distinct on (t.group_id) t.group_id, t.id from routing.answers_to_many t
            where t.group_id = any ($1) and t.crisis_id is not distinct from $2 and t.undone_at is null and t.tenant_id = any ($3)
            order by t.group_id, t.at desc
            """,
            connection
        )
        {
            Parameters =
            {
                new() { Value = groups },
                new() { Value = (object?)scope.Crisis ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid },
                new() { Value = scope.Tenants.ToArray() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var answers = new Dictionary<Guid, Guid>();
        while (await row.ReadAsync(ct))
            answers[row.GetGuid(0)] = row.GetGuid(1);
        return answers;
    }
}
