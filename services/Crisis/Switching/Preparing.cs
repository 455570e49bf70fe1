using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Switching;

/// <summary>Prepares a crisis without a request, for the demo.</summary>
public sealed class Preparing
{
    private readonly CrisisDesk _desk;
    private readonly Reception _reception;
    private readonly EventStore.Database _database;

    internal Preparing(CrisisDesk desk, Reception reception, EventStore.Database database) =>
        (_desk, _reception, _database) = (desk, reception, database);

    /// <summary>Prepares it as this coordinator, unless there is a crisis already, whatever became of it.</summary>
    /// <exception cref="InvalidOperationException">The coordinator may not, or the scenario does not exist.</exception>
    public async Task OnceAsync(Caller coordinator, PrepareCrisis command, CancellationToken ct)
    {
        if (await AnyAsync(coordinator, ct))
            return;
        var id = Guid.CreateVersion7();
        var handled = await _desk.BeginAsync(coordinator, (standing, edition) => Prepare.Decide(standing, id, command, edition), ct);
        if (handled.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Sentence);
    }

    private async Task<bool> AnyAsync(Caller coordinator, CancellationToken ct)
    {
        var (_, _, tenants) = await _reception.ReceiveAsync(coordinator, ct);
        await using var bounded = await EventStore.Tenants.OpenAsync(_database, tenants, ct);
        return (await CrisisRow.ListAsync(bounded.Connection, ["active", "prepared", "past", "aside"], null, ct)).Count > 0;
    }
}
