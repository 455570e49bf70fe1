using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>The environment analysis of a crisis.</summary>
internal sealed class EnvironmentCalls(ApiCalls api)
{
    internal Task<EnvironmentAnalysis> Read(Guid crisis, DateTimeOffset? at) =>
        api.Get<EnvironmentAnalysis>(Path(crisis) + BlueprintCalls.Query(("at", FigureCalls.Iso(at))));

    internal Task Save(Guid crisis, EnvironmentAdvice advice) => api.Put<EnvironmentAdvice>(Path(crisis) + "/advice", advice);

    internal Task<EnvironmentVersion?> Freeze(Guid crisis, FreezeEnvironmentAnalysis version) =>
        api.Post<EnvironmentVersion>(Path(crisis) + "/versions", version);

    internal Task<EnvironmentVersion> Version(Guid crisis, int number) =>
        api.Get<EnvironmentVersion>(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Path(crisis)}/versions/{number}"));

    internal Task<EnvironmentHours> Hours(Guid crisis, DateTimeOffset? at) =>
        api.Get<EnvironmentHours>(Path(crisis) + "/hours" + BlueprintCalls.Query(("at", FigureCalls.Iso(at))));

    /// <summary>A file: a version as text or PDF, or the hours as a table. The caller disposes it.</summary>
    internal Task<HttpResponseMessage> File(Guid crisis, string file, CancellationToken ct) => api.Open($"{Path(crisis)}/{file}", ct);

    /// <summary>The log as a table. The caller disposes it.</summary>
    internal Task<HttpResponseMessage> Log(Guid crisis, CancellationToken ct) => api.Open($"api/v1/crises/{crisis}/log/table", ct);

    private static string Path(Guid crisis) => $"api/v1/environment-analyses/{crisis}";
}
