using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>The hours bank as a caller may read it.</summary>
internal sealed class Reader(Members members, Database database, Rulebook rulebook, TimeProvider time)
{
    /// <summary>What was asked for, within what the caller may see; null when it is not there for them.</summary>
    /// <param name="pool">Null: the first of the caller's.</param>
    /// <param name="month">Null: the present one. A month to come has no sheet.</param>
    internal async Task<Found?> FindAsync(Caller caller, string? pool, string? month, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var asked = month is null ? Days.Month(now) : Days.Read(month);
        var pools = await members.PoolsAsync(caller, ct);
        var chosen = string.IsNullOrEmpty(pool)
            ? (pools is [var first, ..] ? first : null)
            : pools.FirstOrDefault(known => known.Code == pool);
        if (chosen is null || asked is not { } wanted || wanted > Days.Month(now))
        {
            return null;
        }

        await using var bounded = await database.OpenAsync([chosen.Code], ct);
        var book = await Books.ReadAsync(bounded.Connection, chosen.Code, wanted, now, ct);
        return new(pools, book, await NamesAsync(chosen, caller, ct), now);
    }

    private async Task<Names> NamesAsync(PoolName pool, Caller caller, CancellationToken ct)
    {
        await rulebook.NowAsync(caller.Municipality, ct);
        var blueprint = rulebook.Last!.Blueprint;
        var register = blueprint.Register.ToDictionary(known => known.Code, known => known.Name);
        return new(
            pool.Name,
            code => register.GetValueOrDefault(code) ?? code,
            (municipality, topic) => topic.Length == 0 ? null : blueprint.For(municipality).Topic(topic)?.Title
        );
    }

    /// <summary>A book with what it takes to show it.</summary>
    internal sealed record Found(IReadOnlyList<PoolName> Pools, Book Book, Names Names, DateTimeOffset Now)
    {
        internal Settlement Sheet => HoursBank.Sheet.Of(Book, Names, Now);
    }
}
