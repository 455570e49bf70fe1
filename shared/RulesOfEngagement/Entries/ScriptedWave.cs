using System.Globalization;

namespace WebcareHub.RulesOfEngagement;

/// <summary>A wave of messages for an exercise, as a blueprint team wrote it. Nobody in it exists.</summary>
/// <param name="Scenario">Id of the scenario it belongs to.</param>
/// <param name="PeakMinutes">How long it is at its busiest.</param>
/// <param name="PeakPerMinute">Messages a minute until then, over all municipalities.</param>
/// <param name="Minutes">How long it lasts in all.</param>
/// <param name="PerMinute">Messages a minute after the peak.</param>
/// <param name="From">Id of the wave whose sentences, names and streets it takes over, or null.</param>
/// <param name="Sentences">What residents write, with <c>{plaats}</c>, <c>{straat}</c> and <c>{naam}</c>.</param>
/// <param name="Again">What they write when no answer has come.</param>
public sealed record ScriptedWave(
    string Id,
    string Title,
    string Scenario,
    string Text,
    IReadOnlyList<string> Channels,
    int PeakMinutes,
    int PeakPerMinute,
    int Minutes,
    int PerMinute,
    string? From,
    IReadOnlyList<string> Sentences,
    IReadOnlyList<string> Again,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Streets
)
{
    internal static ScriptedWave Read(MergedEntry wave) =>
        new(
            wave.Id,
            wave.Title,
            wave.Text("scenario") ?? "",
            wave.Text("text") ?? "",
            wave.Texts("channels"),
            Number(wave, "peakMinutes"),
            Number(wave, "peakPerMinute"),
            Number(wave, "minutes"),
            Number(wave, "perMinute"),
            wave.Text("from"),
            wave.Texts("sentences"),
            wave.Texts("again"),
            wave.Texts("names"),
            wave.Texts("streets")
        );

    private static int Number(MergedEntry wave, string field) =>
        int.TryParse(wave.Text(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
