using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Blueprint;

/// <summary>What became of something a colleague did: the sentence that says it, or the sentence that says why not.</summary>
internal sealed class Outcome
{
    internal string? Said { get; private set; }

    internal string? Problem { get; private set; }

    /// <summary>Chooses, and keeps what was said.</summary>
    /// <returns>What the choice led to; null when it was refused.</returns>
    internal async Task<ChoiceMade?> Of(Func<Task<ChoiceMade>> choose)
    {
        try
        {
            var made = await choose();
            Said = made.Said;
            return made;
        }
        catch (ApiRefusal refusal)
        {
            Problem = refusal.Detail;
            return null;
        }
    }
}
