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
    ) => await ReadAsync((id, caller), reception, store, ct) is { } log ? TypedResults.Ok(log) : TypedResults.NotFound();

    internal static async Task<Results<FileContentHttpResult, NotFound>> GetTable(
        Guid id,
        Caller caller,
        Reception reception,
        EventStore.EventStore store,
        CancellationToken ct
    ) =>
        await ReadAsync((id, caller), reception, store, ct) is { } log
            ? TypedResults.File(LogTable.Of(log), "text/csv; charset=utf-8", "verslag.csv")
            : TypedResults.NotFound();

    /// <summary>Null when there is no such crisis for this caller.</summary>
    private static async Task<CrisisLog?> ReadAsync(
        (Guid Id, Caller Caller) asked,
        Reception reception,
        EventStore.EventStore store,
        CancellationToken ct
    )
    {
        var (standing, edition, tenants) = await reception.ReceiveAsync(asked.Caller, ct);
        await using var session = await store.OpenAsync([.. tenants, .. tenants.Select(Exercise.Of)], null, ct);
        if (await CrisisRow.LayerOfAsync(session.Connection, asked.Id, ct) is not { } layer)
            return null;
        var streams = await session.ReadManyAsync(await LogStreams.OfAsync(session.Connection, layer, asked.Id, ct), ct);
        var course = streams[CrisisStreams.Of(layer, asked.Id)].Aggregate(Course.None, Course.Evolve);
        return standing.Sees(course)
            ? new(Shown.Summary(course, standing.Layers, edition), Report.Of([.. streams.Values.Select(Happened)], standing.Layers))
            : null;
    }

    private static IReadOnlyList<object> Happened(IReadOnlyList<RecordedEvent> stream) => [.. stream.Select(recorded => recorded.Data)];
}
