namespace WebcareHub.Blueprint.Ideas;

/// <summary>Ideas on the blueprint, and the success formulas among them.</summary>
internal static class Ideas
{
    internal static void AddIdeas(this WebApplicationBuilder builder) =>
        builder.Services.AddSingleton<IdeaDesk>().AddSingleton<CopyFormula>();

    internal static void MapIdeas(this RouteGroupBuilder api)
    {
        var ideas = api.MapGroup("/ideas").WithTags("Ideas");
        ideas.MapGet("", ListIdeas.Get).WithName("ListIdeas").WithSummary("Ideas on the layers the caller may read, newest first");
        ideas.MapPost("/_search", ListIdeas.Post).WithName("SearchIdeas").WithSummary("Find ideas by words in title, text and entry");
        ideas.MapPost("", Raise.Post).WithName("RaiseIdea").WithSummary("Raise an idea on an entry, or from a conversation");
        var one = ideas.MapGroup("/{id:guid}");
        one.MapGet("", ShowIdea.Get).WithName("ShowIdea").WithSummary("One idea with its discussion");
        one.MapPost("/comments", Comment.Post).WithName("CommentOnIdea").WithSummary("Join the discussion");
        one.MapPut("/vote", Vote.Put).WithName("VoteForIdea").WithSummary("Be for it; one vote per person");
        one.MapDelete("/vote", Vote.Delete).WithName("TakeVoteBack").WithSummary("Take the vote back");
        one.MapPost("/withdraw", Withdraw.Post).WithName("WithdrawIdea").WithSummary("Take it back, as its author");
        one.MapPost("/decline", Decline.Post).WithName("DeclineIdea").WithSummary("Decline it with a reason, as the layer's team");
        one.MapPost("/reopen", Reopen.Post).WithName("ReopenIdea").WithSummary("Open it again");
        one.MapPost("/formula", TakeFormulaStep.Post)
            .WithName("TakeFormulaStep")
            .WithSummary("A step in the life of a success formula: recognised, inventoried, qualified, copied, developed");
        api.MapGet("/formulas", ListFormulas.Get)
            .WithTags("Ideas")
            .WithName("ListFormulas")
            .WithSummary("Success formulas with their source, latest step first");
    }
}
