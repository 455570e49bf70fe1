using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.EnvironmentAnalyses.Counting;
using WebcareHub.Monitoring.EnvironmentAnalyses.Writing;
using WebcareHub.Monitoring.Projections;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>The page of a crisis, read in one go.</summary>
internal sealed class Pages(Database database, LagNow lag, TimeProvider time)
{
    internal async Task<EnvironmentAnalysis> ReadAsync(Admitted admitted, CancellationToken ct)
    {
        await using var bounded = await database.OpenAsync([.. admitted.Tenants], ct);
        var (crisis, now) = (admitted.Facts.Id, admitted.At ?? time.GetUtcNow());
        var versions = await VersionRows.LinesAsync(bounded.Connection, crisis, now, ct);
        var advice = await DraftRows.ReadAsync(bounded.Connection, crisis, now, ct);
        var picture = await PictureAsync(bounded.Connection, admitted, versions is [.., var last] ? last.At : null, now, ct);
        var text = TextBlock.Of(Lines.Of(picture, advice, $"Stand van {Dutch.Moment(picture.Until)}, nog niet vastgesteld."));
        return new(
            picture,
            advice,
            versions.Count + 1,
            versions,
            text,
            admitted.MayWrite,
            await lag.OfAsync(EnvironmentProjection.Environment, ct)
        );
    }

    /// <param name="connection">Bounded to the tenants of the crisis.</param>
    internal static async Task<EnvironmentPicture> PictureAsync(
        NpgsqlConnection connection,
        Admitted admitted,
        DateTimeOffset? since,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        var counted = await Counts.ReadAsync(connection, admitted.Facts.Id, now, ct);
        var rumours = await RumourRows.OfAsync(connection, admitted.Facts.Id, now, ct);
        return Compose.Of(admitted, counted, rumours, since, now);
    }
}
