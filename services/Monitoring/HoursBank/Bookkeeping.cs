using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>Writes counter-entries: event and row in one transaction, each once.</summary>
internal sealed class Bookkeeping(EventStore.EventStore store, TimeProvider time)
{
    private const int Attempts = 8;

    internal async Task<Outcome> BookAsync(NewCorrection wanted, Caller caller, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(wanted, caller, ct);
            }
            catch (StaleVersionException) when (attempt < Attempts)
            {
                // Another keeper booked in the same moment.
            }
        }
    }

    private async Task<Outcome> TryAsync(NewCorrection wanted, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var session = await store.OpenAsync([wanted.Pool], null, ct);
        if (BookCorrection.WhyNot(wanted, await Members.OfAsync(session.Connection, wanted.Pool, ct), now) is { } sentence)
        {
            return new(null, false, sentence);
        }

        var booked = Booked(wanted, caller, now);
        var stream = new StreamKey(wanted.Pool, $"hours-{wanted.Pool}-{booked.Month}");
        var before = await session.ReadAsync(stream, ct);
        if (before.Select(one => one.Data).OfType<HoursCorrected>().FirstOrDefault(one => one.CorrectionId == wanted.Id) is { } known)
        {
            return new(Shown(known), true, null);
        }

        session.Append(stream, before.Count, [booked]);
        session.Also(CorrectionTable.Write(null, booked));
        await session.CommitAsync(ct);
        return new(Shown(booked), false, null);
    }

    private static HoursCorrected Booked(NewCorrection wanted, Caller caller, DateTimeOffset now) =>
        new(
            wanted.Id,
            wanted.Pool,
            Days.Write(Days.Month(now)),
            wanted.Giver,
            wanted.Receiver,
            wanted.Minutes * 60L,
            wanted.Reason.Trim(),
            wanted.About,
            caller.Agent,
            now
        );

    private static Correction Shown(HoursCorrected one) =>
        new(one.CorrectionId, one.Pool, one.Month, one.Giver, one.Receiver, one.Seconds, one.Reason, one.About, one.By.Name, one.At);

    /// <param name="Known">It had been booked before.</param>
    internal sealed record Outcome(Correction? Correction, bool Known, string? WhyNot);
}
