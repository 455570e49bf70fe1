using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Overview.Parts;

/// <summary>Reads figures, and says in words that they are not there for who asks.</summary>
internal static class Sight
{
    /// <param name="words">Said when they are not there.</param>
    // The API does not tell who may not see a figure that it exists.
    internal static async Task<T> Of<T>(Func<Task<T>> read, string? words = null)
    {
        try
        {
            return await read();
        }
        catch (ApiRefusal refusal) when (refusal.Status == 404)
        {
            throw new ApiRefusal(404, refusal.Code, words ?? OverviewTexts.NotForYou, []);
        }
    }
}
