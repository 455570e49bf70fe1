using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Channels.Files;

/// <summary>
/// A colleague's file for one resident of their own municipality, or of one they help with this resident's question, as the raw body of the request. It is sealed for that resident, so that it is
/// forgotten with them.
/// </summary>
internal static class UploadFile
{
    /// <summary>What every platform here takes as a document or picture, in bytes.</summary>
    private const long Limit = 16 * 1024 * 1024;

    public static async Task<Results<Created<FileStored>, NotFound, ProblemHttpResult>> Post(
        Guid residentId,
        HttpRequest request,
        Caller caller,
        Database database,
        FileStore store,
        FileIds ids,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = Limit + 1;
        }

        if (request.ContentLength > Limit)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "Te groot", "Een bestand mag hoogstens 16 MB zijn.");
        }

        var owner = await HelpedFiles.OwnerOfResidentAsync(residentId, caller, database, ct) ?? caller.Municipality;
        var id = ids.New(owner, residentId);
        var place = new FileStore.Place(owner, residentId, id);
        if (!await store.KnowsAsync(place, ct))
        {
            return TypedResults.NotFound();
        }

        var saved = await store.SaveAsync(place, request.Body, request.ContentType, null, Limit, ct);
        if (saved.Refusal is { } refusal)
        {
            return Refuse(StatusCodes.Status422UnprocessableEntity, "Bestand niet bewaard", refusal);
        }

        await RecordAsync(place, saved, database, time.GetUtcNow(), ct);
        return TypedResults.Created($"/api/v1/files/{id}", new FileStored(id, saved.ContentType!, saved.Length));
    }

    private static ProblemHttpResult Refuse(int status, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title);

    private static async Task RecordAsync(
        FileStore.Place place,
        FileStore.Saved saved,
        Database database,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var transaction = await database.OpenAsync([place.Municipality], ct);
        await using var command = new NpgsqlCommand(
            """
            insert into channels.files (file_id, tenant_id, channel, app, account, resident_id, state, told, content_type, length, due_at, requested_at, changed_at)
            values ($1, $2, 'desk', '', '', $3, 1, true, $4, $5, $6, $6, $6)
            """,
            transaction.Connection
        ).With(place.File, place.Municipality, place.Resident, saved.ContentType, saved.Length, now);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
