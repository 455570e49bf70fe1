using Npgsql;
using WebcareHub.Blueprint.Discussing;
using WebcareHub.Contracts.Blueprint;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Ideas;

/// <summary>An entry was taken over: the success formulas about it, judged before, are now copied by the caller's municipality too.</summary>
internal sealed class CopyFormula(IdeaDesk desk, EventStore.EventStore store, Database database)
{
    internal async Task RecordAsync(Caller caller, string section, string entry, CancellationToken ct)
    {
        foreach (var id in await AboutAsync(caller, section, entry, ct))
        {
            await desk.HandleAsync(
                caller,
                id,
                (standing, idea) => TakeFormulaStep.Decide(standing with { MayCopy = true }, idea, new(FormulaStage.Copied)),
                ct
            );
        }
    }

    private async Task<IReadOnlyList<Guid>> AboutAsync(Caller caller, string section, string entry, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync(await Reach.OfAsync(store, caller, ct), ct);
        await using var command = new NpgsqlCommand(
            "select id from blueprint.ideas where section = $1 and entry = $2 and formula_stage >= $3",
            bounded.Connection
        )
        {
            Parameters =
            {
                new() { Value = section },
                new() { Value = entry },
                new() { Value = (short)FormulaStage.Qualified },
            },
        };
        var found = new List<Guid>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
        {
            found.Add(row.GetGuid(0));
        }

        return found;
    }
}
