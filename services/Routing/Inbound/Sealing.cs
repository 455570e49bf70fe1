using System.Text.Json;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Inbound;

/// <summary>Seals and opens what a batch keeps beside its events: addresses, and what waits for its message.</summary>
internal sealed class Sealing
{
    private readonly ResidentKeys _keys;

    private Sealing(ResidentKeys keys) => _keys = keys;

    /// <summary>With the keys of everyone in the batch, which its events need as well.</summary>
    public static async Task<Sealing> ForAsync(EventSession session, IReadOnlyList<Known> known, CancellationToken ct) =>
        new(await session.TakeKeysAsync(known.SelectMany(Residents), ct));

    public byte[]? Seal(Known known) =>
        Seal(
            known.Item.Municipality,
            known.Resident!.Value,
            JsonSerializer.SerializeToUtf8Bytes(known.Item.Inbound, InboundJson.Default.Inbound)
        );

    public byte[]? Seal(string municipality, Guid resident, ReadOnlySpan<byte> plain) =>
        _keys.Of(new Resident(municipality, resident)).Seal(plain);

    public byte[]? Open(string municipality, Guid resident, ReadOnlySpan<byte> bytes) =>
        _keys.Of(new Resident(municipality, resident)).Open(bytes);

    /// <summary>What came before this message, oldest first; what was sealed for someone forgotten is gone.</summary>
    public IEnumerable<InboundContent> Open(Known known) =>
        known.Pending.Select(pending => Open(known.Item.Municipality, pending.Resident, pending.Sealed)).OfType<byte[]>().Select(Read);

    public static InboundContent Read(byte[] plain) => JsonSerializer.Deserialize(plain, InboundJson.Default.Inbound)!.Content;

    private static IEnumerable<Resident> Residents(Known known) =>
        known
            .Parted.Concat(known.Pending.Select(pending => pending.Resident))
            .Concat(known.Resident is { } own ? [own] : [])
            .Select(id => new Resident(known.Item.Municipality, id));
}
