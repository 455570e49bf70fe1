using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Crisis.Switching;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Crisis.Logbook;

/// <summary>The log of a crisis, oldest first, in sentences: what was switched, said, heard and answered.</summary>
internal static class ShowLog
{
    internal static async Task<Results<Ok<CrisisLog>, NotFound>> Get(
        Guid id,
        Caller caller,
        Reception reception,
        EventStore.EventStore store,
        CancellationToken ct
    )
    {
        var (standing, edition, tenants) = await reception.ReceiveAsync(caller, ct);
        await using var session = await store.OpenAsync([.. tenants, .. tenants.Select(Exercise.Of)], null, ct);
        if (await CrisisRow.LayerOfAsync(session.Connection, id, ct) is not { } layer)
            return TypedResults.NotFound();
        var streams = await session.ReadManyAsync(await LogStreams.OfAsync(session.Connection, layer, id, ct), ct);
        var course = streams[CrisisStreams.Of(layer, id)].Aggregate(Course.None, Course.Evolve);
        return standing.Sees(course)
            ? TypedResults.Ok(
                new CrisisLog(
                    Shown.Summary(course, standing.Layers, edition),
                    Report.Of([.. streams.Values.Select(Happened)], standing.Layers)
                )
            )
            : TypedResults.NotFound();
    }

    private static IReadOnlyList<object> Happened(IReadOnlyList<RecordedEvent> stream) => [.. stream.Select(recorded => recorded.Data)];
}
