using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;

namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>The steps of a wave. Pure: each gives the wave after it, with what is to be recorded.</summary>
internal static class WaveCourse
{
    /// <summary>Holds it; null when it does not run.</summary>
    /// <param name="by">Null when the exercise no longer holds.</param>
    public static (WaveRow After, object Event)? Hold(WaveRow wave, (string Municipality, AgentRef Agent)? by, DateTimeOffset now) =>
        wave.State == WaveState.Running
            ? (
                wave with
                {
                    State = WaveState.Stopped,
                    Pace = wave.Pace with { Position = wave.Pace.At(now), BeganAt = now, BeganSent = wave.Sent },
                },
                new WaveHeld(wave.Id, wave.Sent, by?.Municipality, by?.Agent, now)
            )
            : null;

    /// <summary>Lets it go on; null when it was not held.</summary>
    public static (WaveRow After, object Event)? Resume(WaveRow wave, (string Municipality, AgentRef Agent) by, DateTimeOffset now) =>
        wave.State == WaveState.Stopped
            ? (
                wave with
                {
                    State = WaveState.Running,
                    Pace = wave.Pace with { BeganAt = now, BeganSent = wave.Sent },
                },
                new WaveResumed(wave.Id, by.Municipality, by.Agent, now)
            )
            : null;

    /// <summary>These many have come.</summary>
    public static (WaveRow After, object? Event) Come(WaveRow wave, int sent, DateTimeOffset now) =>
        sent >= wave.Messages
            ? (wave with { Sent = sent, State = WaveState.Done }, new WaveDone(wave.Id, sent, now))
            : (wave with { Sent = sent }, null);
}
