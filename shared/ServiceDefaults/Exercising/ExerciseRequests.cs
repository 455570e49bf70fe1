using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using WebcareHub.Contracts;
using WebcareHub.EventStore;

namespace WebcareHub.ServiceDefaults.Exercising;

/// <summary>What a route of the API does in an exercise.</summary>
internal enum ExerciseUse
{
    /// <summary>It shows what it always shows, and changes nothing.</summary>
    Unmarked,

    /// <summary>It works in the tenant of the exercise.</summary>
    Own,

    /// <summary>It works as always.</summary>
    Beside,
}

/// <summary>How a route is marked; the last mark counts.</summary>
internal sealed record ExerciseMark(ExerciseUse Use);

/// <summary>
/// Who exercises says so with every request, by the header <c>Webcare-Exercise: true</c>. It counts only while an exercise holds for their
/// municipality; otherwise the request is refused, so that nobody acts for real who thinks it is an exercise, nor the reverse.
/// </summary>
internal static class ExerciseRequests
{
    internal const string Header = "Webcare-Exercise";
    private const string NoneHolds = "Er loopt nu geen oefening voor uw gemeente. Er is niets gedaan.";
    private const string NotHere = "Dit kan niet in een oefening. Verlaat eerst de oefening.";
    private const string Unclear = "De kop Webcare-Exercise is 'true' of staat er niet.";

    internal static void UseExercises(this WebApplication app) => app.Use(HandleAsync);

    /// <summary>The tenant this request works in.</summary>
    internal static string TenantOf(this HttpContext context, string municipality) =>
        context.Items.ContainsKey(typeof(ExerciseUse)) ? Exercise.Of(municipality) : municipality;

    private static async Task HandleAsync(HttpContext context, RequestDelegate next)
    {
        if (
            context.Request.Headers.TryGetValue(Header, out StringValues told)
            && context.GetEndpoint()?.Metadata.GetMetadata<ExerciseMark>() is { Use: var use }
            && context.User.FindFirst("municipality")?.Value is { } municipality
        )
        {
            ExerciseScope.Begin();
            if (await RefusalAsync(context, told, (use, municipality)) is { } refusal)
            {
                await refusal.ExecuteAsync(context);
                return;
            }
        }

        await next(context);
    }

    private static async Task<IResult?> RefusalAsync(HttpContext context, StringValues told, (ExerciseUse Use, string Municipality) asked)
    {
        if (told != "true")
        {
            return Problem(StatusCodes.Status400BadRequest, Unclear);
        }

        switch (asked.Use)
        {
            case ExerciseUse.Beside:
                return null;
            case ExerciseUse.Unmarked:
                return HttpMethods.IsGet(context.Request.Method) ? null : Problem(StatusCodes.Status409Conflict, NotHere);
            default:
                ExerciseHolds? holds = context.RequestServices.GetService<ExerciseHolds>();
                if (holds is null || !await holds(asked.Municipality, context.RequestAborted))
                {
                    return Problem(StatusCodes.Status409Conflict, NoneHolds);
                }

                context.Items[typeof(ExerciseUse)] = true;
                return null;
        }
    }

    private static IResult Problem(int status, string detail) => Results.Problem(detail, statusCode: status, title: "Oefening");
}
