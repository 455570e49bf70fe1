using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Blueprint.Ideas;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Proposals;

/// <summary>A proposal as a row of <c>blueprint.proposals</c>, and where its events stand.</summary>
internal static class ProposalRow
{
    private const string Upsert = """
        insert into blueprint.proposals (tenant_id, id, status, author, hands, at, shown) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (id) do update set status = excluded.status, hands = excluded.hands, shown = excluded.shown
        """;

    internal static StreamKey Stream(string layer, Guid id) => new(layer, $"proposal-{id}");

    internal static NpgsqlBatchCommand Write(ProposalState proposal) =>
        new(Upsert)
        {
            Parameters =
            {
                new() { Value = proposal.Layer },
                new() { Value = proposal.Id },
                new() { Value = (short)proposal.Status },
                new() { Value = proposal.Author!.Key },
                new() { Value = proposal.Hands.ToArray() },
                new() { Value = proposal.At.ToUniversalTime() },
                new() { Value = JsonSerializer.Serialize(proposal.Shown(), IdeaRow.Json), NpgsqlDbType = NpgsqlDbType.Jsonb },
            },
        };

    /// <summary>The layer a proposal changes; null when these tenants have no such proposal.</summary>
    internal static async Task<string?> LayerOfAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select tenant_id from blueprint.proposals where id = $1", connection)
        {
            Parameters = { new() { Value = id } },
        };
        return (string?)await command.ExecuteScalarAsync(ct);
    }
}
