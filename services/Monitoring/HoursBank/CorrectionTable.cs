using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Pools;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>Counter-entries as sheets read them; written with the event, and again when all is made anew.</summary>
internal static class CorrectionTable
{
    /// <param name="generation">Null: the one that serves.</param>
    internal static NpgsqlBatchCommand Write(int? generation, HoursCorrected booked) =>
        new(
            """
            insert into monitoring.hours_corrections
                (tenant_id, id, month, giver, receiver, seconds, reason, about, booked_by, booked_at, generation)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce($11, monitoring.serving('hours')))
            on conflict (generation, tenant_id, id) do nothing
            """
        )
        {
            Parameters =
            {
                new() { Value = booked.Pool },
                new() { Value = booked.CorrectionId },
                new() { Value = Days.Read(booked.Month)!.Value },
                new() { Value = booked.Giver },
                new() { Value = booked.Receiver },
                new() { Value = booked.Seconds },
                new() { Value = booked.Reason },
                new() { Value = (object?)Days.Read(booked.About) ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date },
                new() { Value = booked.By.Name },
                new() { Value = booked.At },
                new() { Value = (object?)generation ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Integer },
            },
        };
}
