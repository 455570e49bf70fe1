using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Open data: for everybody, also without a session.</summary>
internal sealed class OpenDataCalls(ApiCalls api)
{
    /// <summary>Where everybody fetches a month as a table.</summary>
    /// <param name="form">nl or iso.</param>
    internal static string File(string month, string form) => $"/api/v1/open-data/figures/file?month={month}&form={form}";

    internal Task<OpenDataCatalogue> Read() => api.Get<OpenDataCatalogue>("api/v1/open-data");
}
