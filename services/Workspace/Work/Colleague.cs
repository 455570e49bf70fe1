using System.Security.Claims;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Work;

/// <summary>Who works on this screen.</summary>
internal sealed record Colleague(string Id, string Name, bool IsAdmin)
{
    internal Colleague(ClaimsPrincipal user)
        : this(user.ColleagueId(), user.ColleagueName(), user.IsAdmin()) { }
}
