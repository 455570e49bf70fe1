namespace WebcareHub.Blueprint.Drafting;

/// <summary>Working on a layer before it is a release. Drafts live on the server, so that a lost connection loses nothing.</summary>
internal static class Drafting
{
    internal static void AddDrafting(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<DraftDesk>().AddSingleton<DraftTable>();

    internal static void MapDrafting(this RouteGroupBuilder api)
    {
        var drafts = api.MapGroup("/drafts").WithTags("Drafts");
        drafts.MapGet("", ListDrafts.Get).WithName("ListDrafts").WithSummary("The caller's drafts of layers of the blueprint");
        var draft = drafts.MapGroup("/{layer}");
        draft.MapGet("", ShowDraft.Get).WithName("ShowDraft").WithSummary("The caller's draft of a layer");
        draft.MapPut("", SaveFiles.Put).WithName("SaveDraft").WithSummary("Save the changed files of a draft");
        draft.MapDelete("", DropDraft.Delete).WithName("DropDraft").WithSummary("Throw a draft away");
        draft
            .MapPut("/entries/{section}/{id}", EditEntry.Put)
            .WithName("SaveDraftEntry")
            .WithSummary("Save one entry of a draft as text; everything beside it keeps its bytes");
        draft.MapPost("/validation", ValidateDraft.Post).WithName("ValidateDraft").WithSummary("What is wrong in a draft");
        draft.MapPost("/rebase", RebaseDraft.Post).WithName("RebaseDraft").WithSummary("Put a draft on the newest release of its layer");
        draft.MapPost("/publication", PublishDraft.Post).WithName("PublishDraft").WithSummary("Publish a draft as the next release");
    }
}
