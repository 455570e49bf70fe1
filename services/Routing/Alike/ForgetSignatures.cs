using WebcareHub.EventStore;
using WebcareHub.Routing.Timers;

namespace WebcareHub.Routing.Alike;

/// <summary>Signatures go after two days, a portion at a time.</summary>
internal sealed class ForgetSignatures(Database database) : ITimedWork
{
    private const int Portion = 5_000;
    private readonly Pace _pace = new();

    /// <summary>Always 0: the next portion waits for the next round, so that what is due by the minute goes before.</summary>
    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (_pace.Rests(now))
            return 0;
        await using var command = database.Timer.CreateCommand(
            $"delete from routing.alike where message_id = any (array(select a.message_id from routing.alike a where a.at < $1 order by a.at limit {Portion}))"
        );
        command.Parameters.Add(new() { Value = now - GroupMessages.Kept });
        _pace.Did(await command.ExecuteNonQueryAsync(ct) / Portion, now);
        return 0;
    }
}
