using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Crisis.Parts;

/// <summary>What a colleague asked for last: the sentence that says it was done, or why it was not. One at a time.</summary>
internal sealed class Doing
{
    internal string? Done { get; private set; }

    internal string? Problem { get; private set; }

    internal bool Busy { get; private set; }

    /// <returns>True when it was done.</returns>
    internal async Task<bool> At(Func<Task> work, string? done = null)
    {
        if (Busy)
        {
            return false;
        }

        (Busy, Done, Problem) = (true, null, null);
        try
        {
            await work();
            Done = done;
            return true;
        }
        catch (ApiRefusal refusal)
        {
            Problem = refusal.Detail;
            return false;
        }
        finally
        {
            Busy = false;
        }
    }

    internal void Refuse(string problem) => (Done, Problem) = (null, problem);
}
