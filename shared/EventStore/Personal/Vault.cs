using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// Keys of residents, and what is sealed with them. Each resident has a key of their own, kept under the master key; destroying it makes
/// everything sealed with it unreadable, wherever a copy is.
/// </summary>
public sealed class Vault(Database database, DeletionLedger ledger, IConfiguration configuration, TimeProvider time)
{
    private readonly Lazy<byte[]> _master = new(() => VaultSettings.Key(configuration, "Vault:MasterKey"));

    /// <summary>Whether this tenant has this resident, not forgotten: something was sealed for them.</summary>
    public async Task<bool> KnowsAsync(string tenant, Guid resident, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([tenant], ct);
        await using var command = new NpgsqlCommand(
            "select exists (select from events.resident_keys where tenant_id = $1 and resident_id = $2)",
            transaction.Connection
        )
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = resident },
            },
        };
        return await command.ExecuteScalarAsync(ct) is true;
    }

    /// <summary>Seals bytes for a resident, making their key when there is none. Null once they were forgotten: nothing may be kept.</summary>
    public async Task<byte[]?> SealForAsync(string tenant, Guid resident, ReadOnlyMemory<byte> plain, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([tenant], ct);
        using var keys = await TakeKeysAsync(transaction.Connection, [new Resident(tenant, resident)], ct);
        await transaction.CommitAsync(ct);
        return keys.Of(new Resident(tenant, resident)).Seal(plain.Span);
    }

    /// <summary>Opens bytes of a resident; null once they were forgotten.</summary>
    /// <exception cref="CryptographicException">The bytes were not sealed for this resident, or changed.</exception>
    public async Task<byte[]?> OpenForAsync(string tenant, Guid resident, ReadOnlyMemory<byte> sealedBytes, CancellationToken ct)
    {
        await using var transaction = await database.OpenAsync([tenant], ct);
        await using var command = new NpgsqlCommand(
            "select wrapped from events.resident_keys where tenant_id = $1 and resident_id = $2",
            transaction.Connection
        )
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = resident },
            },
        };
        if (await command.ExecuteScalarAsync(ct) is not byte[] wrapped)
        {
            return null;
        }
        using var key = Unwrap(new Resident(tenant, resident), wrapped);
        return key.Open(sealedBytes.Span);
    }

    /// <summary>
    /// The keys of many residents in one round trip, inside the transaction of <paramref name="connection"/>; made where there is none. Dispose
    /// them; never keep them beyond the transaction, or destroying a key would not reach you.
    /// </summary>
    public async Task<ResidentKeys> TakeKeysAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<Resident> residents,
        CancellationToken ct
    )
    {
        var keys = new ResidentKeys();
        await TakeKeysAsync(connection, residents, keys, ct);
        return keys;
    }

    internal async Task TakeKeysAsync(
        NpgsqlConnection connection,
        IReadOnlyCollection<Resident> residents,
        ResidentKeys into,
        CancellationToken ct
    )
    {
        var sorted = residents
            .Distinct()
            .OrderBy(resident => resident.Tenant, StringComparer.Ordinal)
            .ThenBy(resident => resident.Id)
            .ToArray();
        using var master = Sealed.Cipher(_master.Value);
        await using var command = new NpgsqlCommand("select * from events.take_keys($1, $2, $3, $4)", connection)
        {
            Parameters =
            {
                new() { Value = Array.ConvertAll(sorted, resident => resident.Tenant) },
                new() { Value = Array.ConvertAll(sorted, resident => resident.Id) },
                new() { Value = Array.ConvertAll(sorted, resident => Offer(master, resident)) },
                new() { Value = time.GetUtcNow() },
            },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var resident = new Resident(reader.GetString(0), reader.GetGuid(1));
            into.Add(resident, Unwrap(master, resident, reader.GetFieldValue<byte[]>(2)));
        }
    }

    /// <summary>Seals bytes under the master key. What is sealed for one purpose opens for no other.</summary>
    public byte[] Seal(string purpose, ReadOnlySpan<byte> plain)
    {
        using var master = Sealed.Cipher(_master.Value);
        return Sealed.Seal(master, plain, Encoding.UTF8.GetBytes("purpose/" + purpose));
    }

    /// <summary>Opens bytes sealed under the master key for this purpose.</summary>
    /// <exception cref="CryptographicException">Another purpose or key, or changed bytes.</exception>
    public byte[] Open(string purpose, ReadOnlySpan<byte> sealedBytes)
    {
        using var master = Sealed.Cipher(_master.Value);
        return Sealed.Open(master, sealedBytes, Encoding.UTF8.GetBytes("purpose/" + purpose));
    }

    /// <summary>
    /// Forgets a resident: their key is destroyed, and the deletion is written down in the database and, first, in a ledger outside it, so that
    /// a restored backup forgets them again. Afterwards personal text appended for them is written as null.
    /// </summary>
    /// <param name="reason">Why; holds no personal data.</param>
    /// <param name="aliases">Keyed hashes of the ids they were known by.</param>
    public async Task DestroyKeyAsync(string tenant, Guid resident, string reason, IReadOnlyList<string> aliases, CancellationToken ct)
    {
        var deletion = new ResidentDeletion(Guid.CreateVersion7(time.GetUtcNow()), tenant, resident, reason, time.GetUtcNow(), aliases);
        await ledger.AppendAsync(deletion, ct);
        await using var transaction = await database.OpenAsync([tenant], ct);
        await DeletionReplay.RecordAsync(transaction.Connection, deletion, ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>For reading in bulk: opens text of residents whose kept keys were read along. Dispose it with the page that was read.</summary>
    public KeyRing OpenKeys() => new(Sealed.Cipher(_master.Value), Unwrap);

    internal ResidentKey Unwrap(Resident resident, byte[] wrapped)
    {
        using var master = Sealed.Cipher(_master.Value);
        return Unwrap(master, resident, wrapped);
    }

    private static ResidentKey Unwrap(AesGcm master, Resident resident, byte[] wrapped) =>
        new(resident, Sealed.Open(master, wrapped, About(resident)));

    private static byte[] Offer(AesGcm master, Resident resident) =>
        Sealed.Seal(master, RandomNumberGenerator.GetBytes(32), About(resident));

    private static byte[] About(Resident resident) => Encoding.UTF8.GetBytes($"key/{resident.Tenant}/{resident.Id:N}");
}
