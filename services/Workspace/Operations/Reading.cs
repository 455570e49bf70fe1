using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Operations;

/// <summary>Reads a page of an administrator's list, or the sentence that says why it cannot.</summary>
internal sealed class Reading<T>
    where T : class
{
    internal T? Page { get; private set; }

    internal string? Problem { get; private set; }

    internal async Task From(Func<Task<T>> read)
    {
        try
        {
            Page = await read();
        }
        catch (ApiRefusal refusal)
        {
            Problem = refusal.Detail;
        }
    }
}
