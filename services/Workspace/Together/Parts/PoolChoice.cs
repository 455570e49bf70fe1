using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Crisis.Parts;

namespace WebcareHub.Workspace.Together.Parts;

/// <summary>The pools that are there for a colleague, and the one on the screen.</summary>
internal sealed class PoolChoice(Func<Task<IReadOnlyList<PoolSummary>>> read)
{
    private readonly Latest<IReadOnlyList<PoolSummary>> pools = new();

    internal IReadOnlyList<PoolSummary>? All => pools.Page;

    internal string? Problem => pools.Problem;

    internal PoolSummary? Chosen { get; private set; }

    internal IReadOnlyList<(string Code, string Name)> Names => [.. (All ?? []).Select(pool => (pool.Code, pool.Name))];

    /// <param name="asked">In the address; without it the pool that the colleague's municipality takes part in.</param>
    internal async Task Read(string? asked)
    {
        await pools.From(read);
        Chosen =
            All?.FirstOrDefault(pool => pool.Code == asked)
            ?? All?.FirstOrDefault(pool => pool.TakesPart)
            ?? (All is [var first, ..] ? first : null);
    }
}
