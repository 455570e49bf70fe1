using Npgsql;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Care;

/// <summary>In which week an ended conversation was last about a topic.</summary>
/// <param name="Since">The Monday of the first week that was counted; null when nothing was.</param>
/// <param name="Everywhere">Last week per topic, over all municipalities.</param>
/// <param name="Here">Last week per topic, in this municipality.</param>
internal sealed record TopicUse(
    DateOnly? Since,
    IReadOnlyDictionary<string, DateOnly> Everywhere,
    IReadOnlyDictionary<string, DateOnly> Here
)
{
    private const string Sql = """
        select topic, max(week), min(week), false from blueprint.unanswered where tenant_id = $1 and topic <> '' group by topic
        union all
        select topic, max(week), min(week), true from blueprint.unanswered_everywhere where topic <> '' group by topic
        """;

    internal static async Task<TopicUse> ReadAsync(Database database, string municipality, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([municipality, LayerCode.National], ct);
        await using var command = new NpgsqlCommand(Sql, bounded.Connection) { Parameters = { new() { Value = municipality } } };
        await using var row = await command.ExecuteReaderAsync(ct);
        var (everywhere, here) = (new Dictionary<string, DateOnly>(), new Dictionary<string, DateOnly>());
        DateOnly? since = null;
        while (await row.ReadAsync(ct))
        {
            var first = row.GetFieldValue<DateOnly>(2);
            since = since is { } known && known < first ? known : first;
            (row.GetBoolean(3) ? everywhere : here)[row.GetString(0)] = row.GetFieldValue<DateOnly>(1);
        }

        return new(since, everywhere, here);
    }
}
