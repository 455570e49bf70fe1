using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Npgsql;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>
/// Finds people in bodies that are kept sealed under the master key. A body that cannot be opened (key lost, bytes broken) shows nobody to
/// anybody: it is logged by its id, counted, and passed over, so that it never holds up the erasure of others.
/// </summary>
public sealed class SealedMentions(Vault vault, Mentions mentions, ILogger<SealedMentions> log)
{
    /// <summary>Rows of one page: few, so that what is found is erased before the next are read.</summary>
    public const int PageSize = 100;

    /// <summary>True when one of these people is named; false also when the body cannot be opened.</summary>
    /// <param name="purpose">What it was sealed for.</param>
    /// <param name="id">For the log.</param>
    /// <param name="sealedBytes">As <see cref="Vault.Seal"/> made them.</param>
    /// <param name="aliases">Keyed hashes of the ids of these people.</param>
    public bool Any(string purpose, Guid id, ReadOnlySpan<byte> sealedBytes, IReadOnlyCollection<string> aliases)
    {
        try
        {
            return mentions.Any(vault.Open(purpose, sealedBytes), aliases);
        }
        catch (CryptographicException)
        {
            log.LogError("{Purpose} {Id} cannot be opened; whom it names stays unknown", purpose, id);
            Signals.Unopened.Add(1, new KeyValuePair<string, object?>("purpose", purpose));
            return false;
        }
    }

    /// <summary>Goes through all bodies, a page at a time, and erases those in which one of these people is named.</summary>
    /// <param name="purpose">What the bodies were sealed for.</param>
    /// <param name="aliases">Keyed hashes of the ids of the people; without any nothing is opened.</param>
    /// <param name="pageAfter">Gives at most <see cref="PageSize"/> ids and sealed bodies after an id, in the order of the ids.</param>
    /// <param name="erase">Erases the bodies with these ids.</param>
    /// <param name="ct">Stops between two bodies.</param>
    public async Task EraseAsync(
        string purpose,
        IReadOnlyCollection<string> aliases,
        Func<Guid, NpgsqlCommand> pageAfter,
        Func<Guid[], Task> erase,
        CancellationToken ct
    )
    {
        Guid? after = aliases.Count == 0 ? null : Guid.Empty;
        while (after is { } last)
        {
            await using NpgsqlCommand rows = pageAfter(last);
            (after, Guid[] found) = await ReadAsync(rows, purpose, aliases, ct);
            if (found.Length > 0)
            {
                await erase(found);
            }
        }
    }

    /// <summary>The last id of the page, null when there was none, and those in which one of the people is named.</summary>
    private async Task<(Guid? Last, Guid[] Found)> ReadAsync(
        NpgsqlCommand rows,
        string purpose,
        IReadOnlyCollection<string> aliases,
        CancellationToken ct
    )
    {
        await using NpgsqlDataReader row = await rows.ExecuteReaderAsync(ct);
        (Guid? last, List<Guid> found) = (null, []);
        while (await row.ReadAsync(ct))
        {
            last = row.GetGuid(0);
            if (Any(purpose, last.Value, row.GetFieldValue<byte[]>(1), aliases))
            {
                found.Add(last.Value);
            }
        }

        return (last, [.. found]);
    }
}
