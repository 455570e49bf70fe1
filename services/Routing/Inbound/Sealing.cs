using System.Text.Json;
using Npgsql;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Inbound;

/// <summary>The keys a batch needs beside its events: for addresses that changed and for what waits for its message.</summary>
internal sealed class Sealing : IDisposable
{
    private readonly ResidentKeys? _keys;

    private Sealing(ResidentKeys? keys) => _keys = keys;

    public static async Task<Sealing> ForAsync(Vault vault, NpgsqlConnection connection, IReadOnlyList<Known> known, CancellationToken ct)
    {
        var residents = known
            .Where(item =>
                item.Resident is not null
                && (item.IsNew || item.TellsAddress || item is { Item.IsMessage: false, Item.Target: not null, Target: null })
            )
            .Select(item => new Resident(item.Item.Municipality, item.Resident!.Value))
            .Concat(known.SelectMany(item => item.Parted.Select(parted => new Resident(item.Item.Municipality, parted))))
            .Concat(known.SelectMany(item => item.Pending.Select(pending => new Resident(item.Item.Municipality, pending.Resident))))
            .Distinct()
            .ToArray();
        return new(residents.Length == 0 ? null : await vault.TakeKeysAsync(connection, residents, ct));
    }

    public byte[]? Seal(Known known) =>
        Seal(
            known.Item.Municipality,
            known.Resident!.Value,
            JsonSerializer.SerializeToUtf8Bytes(known.Item.Inbound, InboundJson.Default.Inbound)
        );

    public byte[]? Seal(string municipality, Guid resident, ReadOnlySpan<byte> plain) =>
        _keys!.Of(new Resident(municipality, resident)).Seal(plain);

    public byte[]? Open(string municipality, Guid resident, ReadOnlySpan<byte> bytes) =>
        _keys!.Of(new Resident(municipality, resident)).Open(bytes);

    /// <summary>What came before this message, oldest first; what was sealed for someone forgotten is gone.</summary>
    public IEnumerable<InboundContent> Open(Known known) =>
        known.Pending.Select(pending => Open(known.Item.Municipality, pending.Resident, pending.Sealed)).OfType<byte[]>().Select(Read);

    public static InboundContent Read(byte[] plain) => JsonSerializer.Deserialize(plain, InboundJson.Default.Inbound)!.Content;

    public void Dispose() => _keys?.Dispose();
}
