using WebcareHub.Contracts;
using WebcareHub.SystemTests.Harness;

namespace WebcareHub.SystemTests.Networks;

/// <summary>One account at a platform of the simulator, as its residents and the platform's operators see it.</summary>
internal interface INetwork : IDisposable
{
    /// <summary>Who can read what residents write there.</summary>
    IReadOnlyList<Visibility> Visibilities { get; }

    /// <summary>Makes the account known on both sides.</summary>
    Task BeginAsync(HubUnderTest hub, string municipality);

    /// <summary>A resident writes; returns what identifies the message on the platform.</summary>
    Task<string> WriteAsync(string text, Visibility visibility);

    /// <summary>What the municipality put on the platform, oldest first.</summary>
    Task<IReadOnlyList<Landed>> AnswersAsync();

    /// <summary>The next answer meets this.</summary>
    Task FailAsync(Trouble trouble);

    /// <summary>What a colleague then sees, once nothing moves by itself any more.</summary>
    DeliveryState After(Trouble trouble);
}

/// <summary>An answer on a platform.</summary>
/// <param name="Under">The public message it answers; null for a private one.</param>
/// <param name="Visibility">Who can read it there.</param>
internal sealed record Landed(string? Text, string? Under, Visibility Visibility);

/// <summary>What a platform does wrong.</summary>
internal enum Trouble
{
    /// <summary>It has the answer, and never says so.</summary>
    TimeoutAfterAccepting,

    /// <summary>Too many requests, for a few seconds.</summary>
    TooMany,

    /// <summary>A failure of its own.</summary>
    ServerError,

    /// <summary>The municipality's access has ended.</summary>
    TokenExpired,
}
