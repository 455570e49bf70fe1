using System.Text;
using System.Text.Json;

namespace WebcareHub.PlatformSimulator.X;

/// <summary>What every call that sends goes through: the token, the limits, ordered failures, and a JSON body with nothing in it X does not know.</summary>
internal sealed class XCalls(XWorld world)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <param name="accept">Takes the body; the result is what the caller hears, unless a failure was ordered.</param>
    public async Task<IResult> TakeAsync(HttpContext http, string call, string[] fields, Func<XWorld.Member, JsonElement, IResult> accept)
    {
        if (world.Who(http.Request.Headers.Authorization) is not { } member)
            return XProblem.Unauthorized;
        var account = member.Account.Id;
        if (!world.Count(account, call, http.Response))
            return XProblem.TooMany;
        if (await ReadAsync(http.Request) is not { ValueKind: JsonValueKind.Object } body)
            return XProblem.Invalid("The body is not a JSON object.");
        if (body.EnumerateObject().Select(field => field.Name).FirstOrDefault(name => !fields.Contains(name)) is { } unknown)
            return XProblem.Invalid($"$.{unknown}: is not defined in the schema and the schema does not allow additional properties");
        var failure = world.TakeFailure(account);
        return await BeforeAsync(failure, account, call, http) ?? await AcceptedAsync(failure, accept(member, body), http);
    }

    private async Task<IResult?> BeforeAsync(XFailure? failure, string account, string call, HttpContext http)
    {
        switch (failure?.Kind)
        {
            case XFailureKind.TooManyRequests:
                world.Leave(account, call, 0, TimeSpan.FromSeconds(failure.Seconds));
                world.Count(account, call, http.Response);
                return XProblem.TooMany;
            case XFailureKind.UsedUp:
                return XProblem.UsedUp;
            case XFailureKind.ServerError:
                return XProblem.Unavailable;
            case XFailureKind.ErrorsOnly:
                return Results.Json(new { errors = new[] { new { title = "Error", detail = "Ordered by the test." } } }, statusCode: 201);
            case XFailureKind.Slow:
                await Task.Delay(failure.Milliseconds);
                return null;
            case XFailureKind.TimeoutBeforeAccept:
                await BreakOffAsync(failure, http);
                return Results.Empty;
            default:
                return null;
        }
    }

    private static async Task<IResult> AcceptedAsync(XFailure? failure, IResult answer, HttpContext http)
    {
        if (failure?.Kind != XFailureKind.TimeoutAfterAccept)
            return answer;
        await BreakOffAsync(failure, http);
        return Results.Empty;
    }

    /// <summary>Opens this many calls of a kind for a quarter of an hour.</summary>
    public void Leave(string account, string call, int calls) => world.Leave(account, call, calls, Window);

    private static async Task BreakOffAsync(XFailure failure, HttpContext http)
    {
        try
        {
            await Task.Delay(failure.Milliseconds, http.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up first.
        }
        http.Abort();
    }

    private static async Task<JsonElement?> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return null;
        try
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8);
            return JsonSerializer.Deserialize<JsonElement>(await reader.ReadToEndAsync());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
