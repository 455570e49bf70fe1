using System.Collections.Concurrent;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Projections;

namespace WebcareHub.Monitoring.Newsrooms;

/// <summary>Makes the newsroom of a count, once for each count.</summary>
internal sealed class Maker(Watch watch, HoursBook hours, LagNow lag)
{
    private readonly ConcurrentDictionary<string, (Counting Counting, Newsroom Made)> _made = new(StringComparer.Ordinal);

    internal async Task<Newsroom> MakeAsync(Scope scope, CancellationToken ct)
    {
        var counting = await watch.CountAsync(scope, ct);
        if (scope.At is null && _made.TryGetValue(scope.Code, out var known) && ReferenceEquals(known.Counting, counting))
        {
            return known.Made with { Scopes = scope.Open };
        }

        var blueprint = scope.Blueprint.For(scope.Code);
        var made = new Newsroom(
            scope.Code,
            scope.Title,
            scope.Open,
            counting.At,
            scope.At is null,
            Board.FreshSeconds,
            counting.Numbers(null),
            await MunicipalitiesAsync(scope, counting, ct),
            counting.Channels(),
            counting.Hours(),
            counting.Rising(topic => blueprint.Topic(topic)?.Title),
            await lag.AskAsync(ct)
        );
        if (scope.At is null)
        {
            _made[scope.Code] = (counting, made);
        }

        return made;
    }

    private async Task<IReadOnlyList<NewsroomMunicipality>> MunicipalitiesAsync(Scope scope, Counting counting, CancellationToken ct)
    {
        var municipalities = new List<NewsroomMunicipality>();
        var own = counting.Facts.ToLookup(facts => facts.Question.Municipality);
        foreach (var code in scope.Municipalities)
        {
            var open = (await hours.OfAsync(code, ct)).IsOpen(counting.At);
            municipalities.Add(new(code, scope.NameOf(code), open, (counting with { Facts = [.. own[code]] }).Numbers(code)));
        }

        return [.. municipalities.OrderBy(each => each.Name, StringComparer.Ordinal)];
    }
}
