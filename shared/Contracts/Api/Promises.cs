using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Contracts.Api;

// Coming back to a resident, at /api/v1/conversations/{id}/promise.

/// <summary>We come back to it.</summary>
/// <param name="What">What the resident was promised, at most 500 characters.</param>
/// <param name="Day">The last day to keep it, here: today or later.</param>
public sealed record NewPromise(long ExpectedVersion, string What, DateOnly Day);

/// <summary>What a colleague promised the resident and is still to do.</summary>
/// <param name="What">Null once it was erased.</param>
/// <param name="Day">The last day to keep it, here.</param>
/// <param name="At">When it was promised.</param>
public sealed record OpenPromise(string? What, DateOnly Day, AgentRef By, DateTimeOffset At);
