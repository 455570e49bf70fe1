using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Who else a resident is, as a colleague sees and says.</summary>
internal sealed class ResidentCommands(ApiCalls api, Guid id)
{
    internal Task<ResidentDetail> Read() => api.Get<ResidentDetail>(Path(""));

    internal Task Link(Guid other) => api.Post<object>(Path("/links"), new LinkResident(other));

    internal Task Unlink(Guid other) => api.Delete(Path($"/links/{other}"));

    internal Task Dismiss(Guid other) => api.Post<object>(Path("/dismissals"), new DismissResident(other));

    internal Task Restore(Guid other) => api.Delete(Path($"/dismissals/{other}"));

    /// <summary>Role admin.</summary>
    internal Task<ErasureReceipt?> Erase(string reason, bool? linkedToo) =>
        api.Post<ErasureReceipt>(Path("/erasure"), new EraseResident(reason, linkedToo));

    private string Path(string what) => $"api/v1/residents/{id}{what}";
}
