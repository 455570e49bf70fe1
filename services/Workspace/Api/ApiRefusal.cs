using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>The API said no, or is away. <see cref="Detail"/> is the Dutch sentence to show.</summary>
internal sealed class ApiRefusal(int status, string code, string detail, IReadOnlyList<ThreadItem> changes) : Exception(code)
{
    /// <summary>HTTP status; 0 when the API could not be reached.</summary>
    internal int Status { get; } = status;

    /// <summary>Last part of the problem's type: <c>stale</c>, <c>personal-data</c>, …</summary>
    internal string Code { get; } = code;

    /// <summary>What happened, Dutch.</summary>
    internal string Detail { get; } = detail;

    /// <summary>What came into the conversation since the colleague read it.</summary>
    internal IReadOnlyList<ThreadItem> Changes { get; } = changes;

    internal bool SignedOut => Status == 401;

    internal bool Away => Status is 0 or >= 500;
}
