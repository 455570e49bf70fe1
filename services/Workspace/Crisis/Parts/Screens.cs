using Microsoft.AspNetCore.Components.Web;

namespace WebcareHub.Workspace.Crisis.Parts;

/// <summary>How the screens of a crisis are drawn.</summary>
internal static class Screens
{
    /// <summary>Alive, and not drawn ahead: what is chosen before the screen listens would be lost.</summary>
    internal static readonly InteractiveServerRenderMode Live = new(prerender: false);
}
