namespace WebcareHub.ServiceDefaults.DeadLetters;

/// <summary>Keeps dead letters, sealed, until a colleague replays them or the people in them are erased.</summary>
public sealed class DeadLetterBox
{
    internal Task KeepAsync(DeadMessage message, CancellationToken ct) => throw new NotImplementedException();
}
