using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Crisis.Parts;

/// <summary>The newest that could be read. While the service is away, what was known stays on the screen.</summary>
internal sealed class Latest<T>
    where T : class
{
    internal T? Page { get; private set; }

    /// <summary>Why it could not be read this time; null when it could.</summary>
    internal string? Problem { get; private set; }

    internal async Task From(Func<Task<T>> read)
    {
        try
        {
            Page = await read();
            Problem = null;
        }
        catch (ApiRefusal refusal)
        {
            Problem = refusal.Detail;
        }
    }

    internal void Now(T? page) => Page = page ?? Page;
}
