using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Blueprint;

/// <summary>Does what a form asks for; keeps the sentence that says why it was refused.</summary>
internal sealed class Attempt
{
    internal string? Problem { get; private set; }

    /// <summary>True when it was done.</summary>
    internal async Task<bool> At(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (ApiRefusal refusal)
        {
            Problem = refusal.Detail;
            return false;
        }
    }

    internal void Refuse(string problem) => Problem = problem;
}
