namespace WebcareHub.Blueprint.Proposals;

/// <summary>Proposals: ideas worked out by a layer's team, decided on by a second person, released with thanks.</summary>
internal static class Proposals
{
    internal static void AddProposals(this WebApplicationBuilder builder) => builder.Services.AddSingleton<ProposalDesk>();

    internal static void MapProposals(this RouteGroupBuilder api)
    {
        var proposals = api.MapGroup("/proposals").WithTags("Proposals");
        proposals
            .MapGet("", ListProposals.Get)
            .WithName("ListProposals")
            .WithSummary("Proposals for the layers the caller may read, newest first");
        proposals.MapPost("", Draft.Post).WithName("DraftProposal").WithSummary("Begin a proposal, as the layer's team");
        var one = proposals.MapGroup("/{id:guid}");
        one.MapGet("", ShowProposal.Get).WithName("ShowProposal").WithSummary("One proposal with everything around it");
        one.MapGet("/changes", CompareProposal.Get).WithName("CompareProposal").WithSummary("What it would change, in words");
        one.MapPut("", Revise.Put).WithName("ReviseProposal").WithSummary("Give it a new form; it is a draft again");
        one.MapPost("/evidence", Attach.Post).WithName("AttachEvidence").WithSummary("Attach a back-test or numbers");
        one.MapPost("/comments", Comment.Post).WithName("CommentOnProposal").WithSummary("Join the discussion");
        one.MapPost("/offer", Offer.Post).WithName("OfferProposal").WithSummary("Ask for a decision");
        one.MapPost("/accept", Agree.Post).WithName("AcceptProposal").WithSummary("Accept it, as a second person of the team");
        one.MapPost("/decline", Decline.Post).WithName("DeclineProposal").WithSummary("Decline it with a reason, as the layer's team");
        one.MapPost("/withdraw", Withdraw.Post).WithName("WithdrawProposal").WithSummary("Take it back, as its author");
        one.MapPost("/release", Release.Post).WithName("ReleaseProposal").WithSummary("Publish it, alone or with others");
        one.MapPost("/effect", RecordEffect.Post).WithName("RecordEffect").WithSummary("Record what was measured after its release");
    }
}
