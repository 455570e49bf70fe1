using WebcareHub.EventStore;
using WebcareHub.Routing.Timers;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Together;

/// <summary>One approved answer to many, each in their own municipality's voice.</summary>
internal static class Together
{
    public static WebApplicationBuilder AddTogether(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Approval>();
        builder.Services.AddSingleton<AnswersIn>();
        builder.Services.AddSingleton<AnswersOfApprover>();
        builder.Services.AddSingleton<Withdrawing>();
        builder.Services.AddSingleton<ITimedWork, JoinLate>();
        builder.Services.AddSingleton<ITimedWork, SendToMany>();
        builder.Services.AddFeedSubscriber<FollowDeliveries>();
        return builder;
    }

    public static void MapTogether(this IEndpointRouteBuilder api)
    {
        var answers = api.MapGroup("/answers-to-many").WithTags("Alike questions").RequireRole("webcare", "spokesperson");
        answers
            .MapPost("", ApproveAnswer.Post)
            .WithName("ApproveAnswerToMany")
            .WithSummary("Send one approved answer to a group or to conversations; nothing leaves within the undo window.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        answers
            .MapPost("/preview", PreviewAnswer.Post)
            .WithName("PreviewAnswerToMany")
            .WithSummary("What would go to whom, in which words, and who would not get it. Nothing is kept.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status409Conflict);
        answers.MapGet("", ListAnswers.Get).WithName("ListAnswersToMany").WithSummary("Answers to many, newest first.");
        answers.MapGet("/{id:guid}", GetAnswer.Get).WithName("GetAnswerToMany").WithSummary("How far an answer to many is.");
        answers
            .MapPost("/{id:guid}/undo", UndoAnswer.Post)
            .WithName("UndoAnswerToMany")
            .WithSummary("Take it back within the undo window: nothing leaves.")
            .ProducesProblem(StatusCodes.Status409Conflict);
        answers
            .MapPost("/{id:guid}/stop", StopAnswer.Post)
            .WithName("StopAnswerToMany")
            .WithSummary("What has not left stays; late arrivals no longer join.")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }
}
