using WebcareHub.Contracts;
using WebcareHub.EventStore;
using WebcareHub.Routing.Residents;
using WebcareHub.Rulebooks;

namespace WebcareHub.Routing.Timers;

/// <summary>
/// What was said in an exercise is destroyed when its evaluation is over: <c>Retention:ExerciseDays</c> (30) after the last message, and never
/// while an exercise holds there. Its counts go too; nobody of it was ever a resident.
/// </summary>
internal sealed class EndExercises(Database database, Terms terms, Rulebook rulebook, Erasure erasure, IConfiguration configuration)
    : ITimedWork
{
    private const int Portion = 50;
    private const string Over = "De oefening en de evaluatie zijn voorbij";

    private readonly Pace _pace = new();
    private readonly TimeSpan _kept = TimeSpan.FromDays(configuration.GetValue("Retention:ExerciseDays", 30));

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (_pace.Rests(now))
            return 0;
        var done = 0;
        foreach (var tenant in (await terms.MunicipalitiesAsync("routing.conversations", ct)).Where(Exercise.Is))
            if ((await rulebook.NowAsync(tenant, ct)).Crises.Count == 0)
                done += await EndAsync(tenant, now - _kept, ct);
        return _pace.Did(done, now);
    }

    private async Task<int> EndAsync(string tenant, DateTimeOffset before, CancellationToken ct)
    {
        var people = await PeopleAsync(tenant, before, ct);
        foreach (var person in people)
            await erasure.EraseAsync(tenant, person, Erasure.Retention, Over, ct);
        if (people.Count > 0)
            return people.Count;
        await using var counts = database.Timer.CreateCommand(
            """
            delete from routing.hourly_counts h where h.tenant_id = $1 and h.hour < $2
                and not exists (select from routing.conversations c where c.tenant_id = $1 and not c.erased)
            """
        );
        counts.Parameters.Add(new() { Value = tenant });
        counts.Parameters.Add(new() { Value = before });
        return Math.Min(1, await counts.ExecuteNonQueryAsync(ct));
    }

    private async Task<IReadOnlyList<Guid>> PeopleAsync(string tenant, DateTimeOffset before, CancellationToken ct)
    {
        await using var command = database.Timer.CreateCommand(
            $"""
            select distinct c.person_id from routing.conversations c where c.tenant_id = $1 and not c.erased
                and not exists (select from routing.conversations o where o.tenant_id = $1 and o.last_message_at >= $2)
            limit {Portion}
            """
        );
        command.Parameters.Add(new() { Value = tenant });
        command.Parameters.Add(new() { Value = before });
        await using var row = await command.ExecuteReaderAsync(ct);
        var people = new List<Guid>();
        while (await row.ReadAsync(ct))
            people.Add(row.GetGuid(0));
        return people;
    }
}
