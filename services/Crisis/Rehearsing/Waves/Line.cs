namespace WebcareHub.Crisis.Rehearsing.Waves;

/// <summary>One message of a wave.</summary>
/// <param name="Municipality">CBS code.</param>
/// <param name="Resident">Who writes, by number within the wave; who writes again has the number of their first message.</param>
internal sealed record Line(string Municipality, string Channel, int Resident, string Name, string Text);
