using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>The hours bank.</summary>
internal sealed class HoursCalls(ApiCalls api)
{
    internal Task<HoursBank> Month(string? pool, string? month) =>
        api.Get<HoursBank>("api/v1/hours-bank" + BlueprintCalls.Query(("pool", pool), ("month", month)));

    internal Task<Settlement> Sheet(string pool, string month) => api.Get<Settlement>(Path(pool, month));

    /// <summary>The sheet as a file. The caller disposes it.</summary>
    internal Task<HttpResponseMessage> File(string pool, string month, CancellationToken ct) => api.Open(Path(pool, month) + ".csv", ct);

    internal Task Correct(NewCorrection correction) => api.Post<Correction>("api/v1/hours-bank/corrections", correction);

    private static string Path(string pool, string month) =>
        $"api/v1/hours-bank/settlements/{Uri.EscapeDataString(pool)}/{Uri.EscapeDataString(month)}";
}
