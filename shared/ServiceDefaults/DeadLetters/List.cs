using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;

namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>The dead letters of the caller's municipality, and those that name none; newest first.</summary>
internal static class List
{
    private const int PageSize = 50;

    internal static async Task<Results<Ok<DeadLetterPage>, ProblemHttpResult>> Get(
        Database database,
        Caller caller,
        string? after,
        CancellationToken ct
    )
    {
        if (!TryKey(after, out DateTimeOffset before, out Guid id))
        {
            return TypedResults.Problem("The key in 'after' is not one of ours.", statusCode: 400, title: "Bad request");
        }

        await using TenantTransaction transaction = await database.OpenAsync([caller.Municipality, ""], ct);
        await using NpgsqlCommand command = new(
            """
            select id, queue, reason, first_failed_at, attempts, replayed_at is not null
            from hub.dead_letters where (first_failed_at, id) < ($1, $2) order by first_failed_at desc, id desc limit $3
            """,
            transaction.Connection
        );
        command.Parameters.Add(new() { Value = before });
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = PageSize });
        List<DeadLetter> items = [];
        await using NpgsqlDataReader reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            DateTimeOffset failed = reader.GetFieldValue<DateTimeOffset>(3);
            items.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), failed, reader.GetInt32(4), reader.GetBoolean(5)));
        }

        return TypedResults.Ok(new DeadLetterPage(items, items.Count == PageSize ? KeyOf(items[^1]) : null));
    }

    private static string KeyOf(DeadLetter last) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{last.FirstFailedAt:O} {last.Id}")));

    private static bool TryKey(string? key, out DateTimeOffset before, out Guid id)
    {
        (before, id) = (DateTimeOffset.MaxValue.AddDays(-1), Guid.AllBitsSet);
        if (key is null)
        {
            return true;
        }

        Span<byte> bytes = new byte[key.Length];
        string[] parts = Convert.TryFromBase64String(key, bytes, out int length) ? Encoding.UTF8.GetString(bytes[..length]).Split(' ') : [];
        return parts.Length == 2
            && DateTimeOffset.TryParse(parts[0], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out before)
            && Guid.TryParse(parts[1], out id);
    }
}
