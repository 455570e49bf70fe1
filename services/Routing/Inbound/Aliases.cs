using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Inbound;

/// <summary>A number that its owner left leads to nobody: who writes from it next is somebody else.</summary>
internal static class Aliases
{
    public static IEnumerable<NpgsqlBatchCommand> Leave(IReadOnlyList<Known> known, Pseudonyms pseudonyms)
    {
        var left = known.SelectMany(item => item.Item.Left.Select(id => (item.Item.Municipality, Hash: pseudonyms.Hash(id)))).ToArray();
        if (left.Length > 0)
            yield return new(
                """
                delete from routing.aliases a using unnest($1::varchar[], $2::varchar[]) as u (tenant, alias)
                where a.tenant_id = u.tenant and a.alias = u.alias
                """
            )
            {
                Parameters =
                {
                    new() { Value = left.Select(row => row.Municipality).ToArray() },
                    new() { Value = left.Select(row => row.Hash).ToArray() },
                },
            };
    }
}
