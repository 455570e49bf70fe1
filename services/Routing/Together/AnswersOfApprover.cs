using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Alike;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Together;

/// <summary>
/// Who approved an answer goes on seeing it, and may stop it, by its id alone: also when its crisis is over, and with it everybody's scope.
/// </summary>
internal sealed class AnswersOfApprover(EventStore.EventStore store, Rulebook rulebook, Scopes scopes, AnswersIn answers)
{
    /// <summary>Null when this caller approved no such answer.</summary>
    public async Task<AnswerToMany?> OneAsync(Caller caller, Guid id, CancellationToken ct) =>
        await OwnAsync(caller, id, ct) is { } scope ? await answers.OneAsync(scope, id, ct) : null;

    /// <summary>That of the answer for who approved it, otherwise that of the crisis; null when neither is the caller's.</summary>
    public async Task<Scope?> ScopeAsync(Caller caller, Guid? crisis, Guid id, CancellationToken ct) =>
        await OwnAsync(caller, id, ct) ?? await scopes.OfAsync(caller, crisis, ct);

    private async Task<Scope?> OwnAsync(Caller caller, Guid id, CancellationToken ct)
    {
        await using var session = await store.OpenAsync([caller.Municipality], null, ct);
        var edition = await rulebook.AtAsync(session, ct);
        await using var command = new NpgsqlCommand(
            "select tenant_id, crisis_id, municipalities from routing.answer_approved($1, $2, $3)",
            session.Connection
        )
        {
            Parameters =
            {
                new() { Value = id },
                new() { Value = caller.Agent.Id },
                new() { Value = caller.Municipality },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
            return null;
        var (tenant, municipalities) = (row.GetString(0), row.GetFieldValue<string[]>(2));
        Guid? crisis = row.IsDBNull(1) ? null : row.GetGuid(1);
        return new(crisis, tenant, municipalities, municipalities.ToHashSet(), [.. municipalities.Append(tenant).Distinct()], edition);
    }
}
