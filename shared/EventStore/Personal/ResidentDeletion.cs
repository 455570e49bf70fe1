namespace WebcareHub.EventStore;

/// <summary>A resident who was forgotten.</summary>
/// <param name="Reason">Why; holds no personal data.</param>
/// <param name="Aliases">Keyed hashes of the ids the resident was known by (<see cref="Pseudonyms"/>): what could not be read is found by these.
/// Null in lines of before there were any.</param>
public sealed record ResidentDeletion(
    Guid Id,
    string Tenant,
    Guid Resident,
    string Reason,
    DateTimeOffset At,
    IReadOnlyList<string>? Aliases = null
);

/// <summary>What a service does to forget a resident again after a restored backup. Runs before anything serves; must bear repetition.</summary>
public interface IForgetResident
{
    /// <summary>Removes every copy this service keeps outside the log. The resident's key is gone already.</summary>
    Task ForgetAsync(ResidentDeletion deletion, CancellationToken ct);
}
