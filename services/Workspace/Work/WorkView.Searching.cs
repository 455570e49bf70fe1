using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Work;

/// <summary>What is learned of searching.</summary>
internal sealed partial class WorkView
{
    /// <summary>Of the own municipality's answers only. Nobody waits for it, and nothing depends on it.</summary>
    internal async Task SearchedInVain(string words)
    {
        if (Helping)
        {
            return;
        }

        try
        {
            await desk.Care.SearchedInVain(words);
        }
        catch (ApiRefusal)
        {
            // A count less; in an exercise none at all.
        }
    }
}
