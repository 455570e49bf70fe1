using System.Security.Cryptography;
using System.Text.Json;
using WebcareHub.Blueprint.Backtesting.Replaying;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Backtesting.Reporting;

/// <summary>A report as it is kept: places in the log instead of texts.</summary>
internal sealed record StoredReport(
    int Messages,
    int Changed,
    int Erased,
    int Unreadable,
    int NotSharing,
    IReadOnlyList<StoredKind> Kinds,
    BacktestDeadlines Deadlines,
    IReadOnlyList<BacktestMunicipality> Municipalities,
    IReadOnlyList<BacktestHour>? Hours = null
)
{
    /// <summary>SHA-256, hex; the same for the same outcome.</summary>
    internal string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, BacktestRows.Json)));
}

/// <summary>One kind of change.</summary>
internal sealed record StoredKind(BacktestChange Kind, int Count, IReadOnlyList<BacktestMove> Moves, IReadOnlyList<StoredSample> Samples);
