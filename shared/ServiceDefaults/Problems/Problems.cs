using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.ServiceDefaults.Problems;

/// <summary>Every error of an API is <c>application/problem+json</c> with status, title and detail; never a stack trace or content.</summary>
internal static class Problems
{
    internal static void AddProblems(this IServiceCollection services)
    {
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => Complete(context.ProblemDetails));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
    }

    internal static void UseProblems(this WebApplication app)
    {
        app.UseWhen(
            context => IsApi(context.Request.Path),
            branch =>
            {
                branch.UseExceptionHandler(
                    new ExceptionHandlerOptions { ExceptionHandler = AnswerAsync, SuppressDiagnosticsCallback = Expected }
                );
                branch.UseStatusCodePages(context => WriteAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
            }
        );
    }

    /// <summary>APIs and webhooks; pages of the workspace have their own way to say it.</summary>
    internal static bool IsApi(PathString path) => path.StartsWithSegments("/api") || path.StartsWithSegments("/channels");

    private static bool Expected(ExceptionHandlerSuppressDiagnosticsContext context) => StatusOf(context.Exception) != 500;

    private static Task AnswerAsync(HttpContext context) =>
        WriteAsync(context, StatusOf(context.Features.Get<IExceptionHandlerFeature>()!.Error));

    private static int StatusOf(Exception failure) =>
        failure switch
        {
            BadHttpRequestException request => request.StatusCode,
            // A letter that no text in a database can hold: U+0000.
            PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
                StatusCodes.Status400BadRequest,
            StaleVersionException => StatusCodes.Status409Conflict,
            _ when Infrastructure.IsAway(failure) => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };

    private static async Task WriteAsync(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        if (status is 503 or 429 && !context.Response.Headers.ContainsKey("Retry-After"))
        {
            context.Response.Headers.RetryAfter = "5";
        }

        ProblemDetails problem = new() { Status = status };
        await context
            .RequestServices.GetRequiredService<IProblemDetailsService>()
            .TryWriteAsync(new() { HttpContext = context, ProblemDetails = problem });
    }

    private static void Complete(ProblemDetails problem)
    {
        (string title, string detail) = problem.Status switch
        {
            400 => ("Bad request", "The request cannot be read, or a value in it is not allowed."),
            401 => ("Unauthorized", "A valid access token is needed."),
            403 => ("Forbidden", "Your role does not allow this."),
            404 => ("Not found", "There is nothing here that you may see."),
            405 => ("Method not allowed", "This resource does not know that method; see the Allow header."),
            406 => ("Not acceptable", "This resource answers application/json."),
            409 => ("Conflict", "It has changed since you read it. Read it again."),
            413 => ("Content too large", "The body is larger than allowed."),
            415 => ("Unsupported media type", "This resource takes application/json."),
            429 => ("Too many requests", "Wait a moment, then try again."),
            502 => ("Bad gateway", "The service behind this address gave no proper answer."),
            504 => ("Gateway timeout", "The service behind this address gave no answer in time."),
            503 => ("Service unavailable", "Something this service needs is away for a moment. Try again later."),
            _ => ("Internal server error", "This should not have happened. It has been logged."),
        };
        problem.Title ??= title;
        problem.Detail ??= detail;
    }
}
