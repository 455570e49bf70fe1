using Npgsql;
using WebcareHub.Channels;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Sites;

namespace WebcareHub.Ingest.Chat.Visits;

/// <summary>A visitor's conversation at one site.</summary>
/// <param name="Resident">Whose key its content is under; null as long as nobody knows.</param>
/// <param name="Rested">A colleague is done with it.</param>
/// <param name="Asked">The visitor is asked what they thought of the help.</param>
internal sealed record Visit(
    Guid Id,
    string Municipality,
    Guid? Resident,
    Guid? Conversation,
    long LastNumber,
    long Delivered,
    long Seen,
    bool Rested,
    bool Asked
)
{
    /// <summary>How the rest of the hub knows this visitor.</summary>
    public string PersonId => PersonIdOf(Id);

    public static string PersonIdOf(Guid visit) => $"chat:{visit:N}";

    /// <summary>The visit that a person's id stands for.</summary>
    public static Guid? Of(string personId) =>
        personId.StartsWith("chat:", StringComparison.Ordinal) && Guid.TryParseExact(personId.AsSpan(5), "N", out var id) ? id : null;
}

/// <summary>The rows of visits. Found by the hash of a token, at the site and the website it was given for.</summary>
internal sealed class VisitRows(Database database, Pseudonyms pseudonyms, TimeProvider time)
{
    private const string Columns = "visit_id, tenant_id, resident_id, conversation_id, last_number, delivered, seen, rested, asked";

    /// <summary>Begins one.</summary>
    public async Task BeginAsync(Guest guest, byte[] tokenHash, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        await using var transaction = await database.OpenAsync([guest.Site.Municipality], ct);
        await using var command = new NpgsqlCommand(
            """
            insert into chat.visits (visit_id, tenant_id, account, origin, token_hash, alias, started_at, used_at)
            values ($1, $2, $3, $4, $5, $6, $7, $7)
            """,
            transaction.Connection
        ).With(
            id,
            guest.Site.Municipality,
            guest.Site.Account,
            guest.Origin,
            tokenHash,
            pseudonyms.Hash(Visit.PersonIdOf(id)),
            time.GetUtcNow()
        );
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The visitor said what they thought of the help.</summary>
    public async Task AnsweredAsync(Visit visit, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([visit.Municipality], ct);
        await using var command = new NpgsqlCommand(
            "update chat.visits set asked = false where visit_id = $1 and asked",
            transaction.Connection
        ).With(visit.Id);
        await command.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Null when the token opens nothing here.</summary>
    public async Task<Visit?> FindAsync(Guest guest, CancellationToken ct)
    {
        if (guest.TokenHash is null)
        {
            return null;
        }

        await using var transaction = await database.OpenAsync([guest.Site.Municipality], ct);
        return await FindAsync(transaction.Connection, guest, hold: false, ct);
    }

    /// <summary>The same within a transaction, which is the only one that adds to it until it ends when it is held.</summary>
    public static Task<Visit?> FindAsync(NpgsqlConnection connection, Guest guest, bool hold, CancellationToken ct) =>
        ReadAsync(
            new NpgsqlCommand(
                $"select {Columns} from chat.visits where token_hash = $1 and account = $2 and origin = $3 {(hold ? "for update" : "")}",
                connection
            ).With(guest.TokenHash ?? [], guest.Site.Account, guest.Origin),
            ct
        );

    /// <summary>The visit of one of these people, held until the transaction ends.</summary>
    public static Task<Visit?> HoldAsync(NpgsqlConnection connection, IEnumerable<string> personIds, CancellationToken ct) =>
        ReadAsync(
            new NpgsqlCommand(
                $"select {Columns} from chat.visits where visit_id = any($1) order by used_at desc limit 1 for update",
                connection
            ).With((object)personIds.Select(Visit.Of).OfType<Guid>().ToArray()),
            ct
        );

    private static async Task<Visit?> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using (command)
        {
            await using var row = await command.ExecuteReaderAsync(ct);
            return await row.ReadAsync(ct)
                ? new Visit(
                    row.GetGuid(0),
                    row.GetString(1),
                    row.IsDBNull(2) ? null : row.GetGuid(2),
                    row.IsDBNull(3) ? null : row.GetGuid(3),
                    row.GetInt64(4),
                    row.GetInt64(5),
                    row.GetInt64(6),
                    row.GetBoolean(7),
                    row.GetBoolean(8)
                )
                : null;
        }
    }
}
