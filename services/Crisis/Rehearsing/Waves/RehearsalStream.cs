using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>What happened to the waves of an exercise, beside the stream of its crisis.</summary>
internal static class RehearsalStream
{
    public static StreamKey Of(string layer, Guid crisis) => new(layer, $"rehearsal-{crisis}");

    /// <summary>Collects the wave as it is now, with what is to be recorded of it.</summary>
    public static async Task WriteAsync(EventSession session, WaveRow wave, object? told, CancellationToken ct)
    {
        session.Also(wave.Update());
        await AppendAsync(session, wave, told, ct);
    }

    public static async Task AppendAsync(EventSession session, WaveRow wave, object? told, CancellationToken ct)
    {
        if (told is null)
            return;
        var stream = Of(wave.Layer, wave.Crisis);
        session.Append(stream, (await session.ReadAsync(stream, ct)).Count, [told]);
    }
}
