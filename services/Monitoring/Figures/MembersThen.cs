using System.Collections.Concurrent;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.Figures;

/// <summary>
/// Which municipalities a region had when, from its releases in the log. A question counts for a region when its municipality was in it as the
/// question came: who joins later brings no past along, and nobody's figures follow from the difference.
/// </summary>
internal sealed class MembersThen(EventStore.EventStore store, Rulebook rulebook, ReleaseTimes times)
{
    private readonly ConcurrentDictionary<string, (string Key, Membership Members)> _known = new(StringComparer.Ordinal);

    /// <param name="code">CBS code, region or nation.</param>
    internal async Task<Membership> OfAsync(string code, CancellationToken ct)
    {
        await rulebook.NowAsync(Blueprint.National, ct);
        var now = rulebook.Last!;
        if (code == Blueprint.National || code.StartsWith("GM", StringComparison.Ordinal))
        {
            return new([(DateTimeOffset.MinValue, Scopes.Municipalities(now.Blueprint, code).ToHashSet())]);
        }

        var releases = (await times.OfAsync(now, ct)).Where(release => release.Layer == code).ToList();
        var key = string.Join('|', releases.Select(release => release.Number));
        if (!_known.TryGetValue(code, out var known) || known.Key != key)
        {
            known = (key, await ReadAsync(code, releases, now, ct));
            _known[code] = known;
        }

        return known.Members;
    }

    private async Task<Membership> ReadAsync(string code, List<ReleaseTimes.Published> releases, Edition now, CancellationToken ct)
    {
        await using var session = await store.OpenAsync([Blueprint.National, code], null, ct);
        var stretches = new List<(DateTimeOffset, IReadOnlySet<string>)>();
        // Of releases that leave the members as they are the first is enough.
        foreach (var release in releases.Where((one, place) => place == 0 || one.Print != releases[place - 1].Print))
        {
            var held = new Dictionary<string, int>
            {
                [Blueprint.National] = now.Epoch.Releases.GetValueOrDefault(Blueprint.National),
                [code] = release.Number,
            };
            var then = await rulebook.AsOfAsync(session, held, ct);
            stretches.Add((release.At, Scopes.Municipalities(then.Blueprint, code).ToHashSet(StringComparer.Ordinal)));
        }

        return new(stretches);
    }
}

/// <summary>The municipalities of a region over time.</summary>
/// <param name="Stretches">From when, in order of time; each until the next.</param>
internal sealed record Membership(IReadOnlyList<(DateTimeOffset From, IReadOnlySet<string> Municipalities)> Stretches)
{
    /// <summary>All that were ever in it.</summary>
    internal IReadOnlyList<string> Ever => [.. Stretches.SelectMany(stretch => stretch.Municipalities).Distinct()];

    internal bool Held(string municipality, DateTimeOffset moment) =>
        Stretches.LastOrDefault(stretch => stretch.From <= moment).Municipalities?.Contains(municipality) == true;
}
