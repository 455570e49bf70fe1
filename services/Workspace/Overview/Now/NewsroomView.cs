using System.Security.Claims;
using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Crisis.Parts;
using WebcareHub.Workspace.Overview.Parts;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Overview.Now;

/// <summary>The newsroom on one screen: read once with the colleague's own rights, from then on seen with all who watch the same.</summary>
internal sealed class NewsroomView(NewsroomWatch watch, DeskClients clients) : IDisposable
{
    internal Newsroom? Page { get; private set; }

    /// <summary>Why the last look failed; what was seen before stays.</summary>
    internal string? Problem { get; private set; }

    /// <param name="at">Null for now, which moves on.</param>
    /// <param name="changed">Called when there is something new to show.</param>
    internal async Task Open(ClaimsPrincipal user, string? scope, DateTimeOffset? at, Action changed)
    {
        var newsroom = clients.For(user).Newsroom;
        var first = new Latest<Newsroom>();
        await first.From(() => Sight.Of(() => newsroom.Read(scope, at)));
        (Page, Problem) = (first.Page, first.Problem);
        if (Page is { } page && at is null)
        {
            NewsroomWatch.Place place = new(page.Scope, user.Exercises());
            seat = watch.Join(
                place,
                Pace(page),
                new(() => newsroom.Read(page.Scope, null), (seen, problem) => Show(seen, problem, changed))
            );
        }
    }

    public void Dispose() => seat?.Dispose();

    // What a colleague may choose is their own; the numbers are everybody's.
    private void Show(Newsroom? seen, string? problem, Action changed)
    {
        Problem = problem;
        Page = seen is null ? Page : seen with { Scopes = Page!.Scopes };
        changed();
    }

    private static TimeSpan Pace(Newsroom page) => TimeSpan.FromSeconds(Math.Clamp(page.FreshSeconds, 2, 60));

    private IDisposable? seat;
}
