using WebcareHub.Contracts;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;

namespace WebcareHub.Routing.Together;

/// <summary>What each municipality says of a core message, read from its stream.</summary>
internal static class CoreTexts
{
    /// <summary>By CBS code; null when there is no such message in this scope, or when it was withdrawn.</summary>
    /// <param name="tenants">Of the layers that may have issued it.</param>
    public static async Task<IReadOnlyDictionary<string, CoreText>?> ReadAsync(
        EventSession session,
        IEnumerable<string> tenants,
        Guid message,
        CancellationToken ct
    )
    {
        var streams = await session.ReadManyAsync([.. tenants.Select(tenant => new StreamKey(tenant, $"core-message-{message}"))], ct);
        return streams.Count == 0 ? null : Fold(streams.Values.First().Select(recorded => recorded.Data));
    }

    /// <summary>Null when it was withdrawn.</summary>
    public static IReadOnlyDictionary<string, CoreText>? Fold(IEnumerable<object> events)
    {
        var said = new Dictionary<string, CoreText>();
        foreach (var @event in events)
            switch (@event)
            {
                case CoreMessageReleased e:
                    said[Exercise.Real(e.Municipality)] = new(e.Version, e.Text, e.StandOf, e.ValidFrom, e.ValidUntil);
                    break;
                case CoreMessageLocalised e:
                    said[Exercise.Real(e.Municipality)] = new(e.Version, e.Text, e.StandOf, e.ValidFrom, e.ValidUntil);
                    break;
                case CoreMessageDeclined e:
                    said.Remove(Exercise.Real(e.Municipality));
                    break;
                case CoreMessageWithdrawn:
                    return null;
            }
        return said;
    }
}
