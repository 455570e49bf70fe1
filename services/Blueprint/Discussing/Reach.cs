using System.Buffers.Text;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Discussing;

/// <summary>The layers whose ideas and proposals a caller may see: what is shared, and the own municipality's.</summary>
internal static class Reach
{
    internal static async Task<string[]> OfAsync(EventStore.EventStore store, Caller caller, CancellationToken ct)
    {
        var epoch = await Shelf.EpochAsync(store, ct);
        return [.. epoch.Releases.Keys.Where(code => !LayerCode.IsMunicipality(code)).Append(caller.Municipality).Distinct()];
    }

    /// <summary>A session that touches only these.</summary>
    internal static async Task<EventSession> OpenAsync(EventStore.EventStore store, Caller caller, CancellationToken ct) =>
        await store.OpenAsync(await OfAsync(store, caller, ct), null, ct);
}

/// <summary>The place where a page ended: opaque to the caller.</summary>
/// <param name="At">Of the last row.</param>
/// <param name="Id">Of the last row.</param>
internal readonly record struct Bookmark(DateTimeOffset At, Guid Id)
{
    internal const string Wrong = "Deze bladwijzer klopt niet. Begin opnieuw bij de eerste bladzijde.";

    public override string ToString() => Base64Url.EncodeToString([.. BitConverter.GetBytes(At.UtcTicks), .. Id.ToByteArray()]);

    internal static bool TryRead(string? text, out Bookmark? bookmark)
    {
        bookmark = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var bytes = new byte[24];
        if (!Base64Url.IsValid(text, out var length) || length != bytes.Length || !Base64Url.TryDecodeFromChars(text, bytes, out _))
        {
            return false;
        }

        var ticks = BitConverter.ToInt64(bytes);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        bookmark = new(new DateTimeOffset(ticks, TimeSpan.Zero), new Guid(bytes.AsSpan(8)));
        return true;
    }
}
