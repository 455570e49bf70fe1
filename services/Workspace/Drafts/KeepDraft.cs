using System.Security.Claims;
using WebcareHub.Workspace.SignIn;

namespace WebcareHub.Workspace.Drafts;

/// <summary>Takes a draft from a page that lost its connection, so that the next page shows it again.</summary>
internal static class KeepDraft
{
    internal sealed record Command(string Text);

    internal static void MapDrafts(this WebApplication app) =>
        app.MapPut("/werkvoorraad/{conversation:guid}/concept", Put)
            .RequireAuthorization(SignInSetup.Policy)
            .DisableAntiforgery()
            .ExcludeFromDescription();

    // The cookie is SameSite=Strict and the body must be JSON: another site can send neither.
    private static Microsoft.AspNetCore.Http.HttpResults.NoContent Put(
        Guid conversation,
        Command command,
        ClaimsPrincipal user,
        DraftStore drafts
    )
    {
        drafts.Keep(user.ColleagueId(), conversation, command.Text);
        return TypedResults.NoContent();
    }
}
