using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Crisis.Speaking;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>One core message, and who did what with it.</summary>
internal sealed class ShowCoreMessage(Standings standings, Database database)
{
    internal static async Task<Results<Ok<CoreMessage>, NotFound>> Get(
        Guid id,
        Caller caller,
        ShowCoreMessage show,
        CancellationToken ct
    ) =>
        await show.FindAsync(id, caller, ct) is var (tenant, message, standing)
            ? TypedResults.Ok(CoreMessageShown.Of(message, tenant, standing))
            : TypedResults.NotFound();

    internal static async Task<Results<Ok<CoreMessageBoard>, NotFound>> GetBoard(
        Guid id,
        Caller caller,
        ShowCoreMessage show,
        CancellationToken ct
    ) =>
        await show.FindAsync(id, caller, ct) is var (_, message, standing)
            ? TypedResults.Ok(CoreMessageShown.Board(message, standing))
            : TypedResults.NotFound();

    private async Task<(string Tenant, CoreMessageState Message, Standing Standing)?> FindAsync(
        Guid id,
        Caller caller,
        CancellationToken ct
    )
    {
        var standing = await standings.OfAsync(caller, ct);
        await using var bounded = await database.OpenAsync(standing.Tenants, ct);
        await using var query = new NpgsqlCommand(
            $"select {CoreMessageRow.Columns} from crisis.core_messages m where m.id = $1",
            bounded.Connection
        )
        {
            Parameters = { new() { Value = id } },
        };
        return await CoreMessageRow.ReadAsync(query, ct) is [var (tenant, message)] && CoreMessageShown.IsFor(standing, message.Issued!)
            ? (tenant, message, standing)
            : null;
    }
}
