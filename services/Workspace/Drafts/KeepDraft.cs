using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Workspace.Api;
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

    // The cookie is SameSite=Lax, the method PUT and the body JSON: another site can send none of these.
    private static async Task<Results<NoContent, NotFound>> Put(
        Guid conversation,
        Command command,
        ClaimsPrincipal user,
        DeskClients clients,
        DraftStore drafts,
        CancellationToken ct
    )
    {
        if (!await Knows(clients.For(user), conversation, ct))
        {
            return TypedResults.NotFound();
        }

        drafts.Keep(user.ColleagueId(), conversation, command.Text);
        return TypedResults.NoContent();
    }

    // A page that lost its connection often comes back before everything else does: then its text is kept.
    private static async Task<bool> Knows(DeskClient desk, Guid conversation, CancellationToken ct)
    {
        try
        {
            return await desk.Knows(conversation, ct);
        }
        catch (HttpRequestException)
        {
            return true;
        }
    }
}
