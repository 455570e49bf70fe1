using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.Chat.Sites;

/// <summary>An administrator says where the chat of their own municipality may stand.</summary>
internal static class PutSite
{
    private const int MostOrigins = 50;

    public static async Task<Results<Ok<ChatSite>, NotFound, ProblemHttpResult>> Put(
        string account,
        ChatSiteSettings settings,
        Caller caller,
        ChatSites sites,
        IHostEnvironment environment,
        CancellationToken ct
    )
    {
        if (sites.Find(account) is not { } known || known.Municipality != caller.Municipality)
        {
            return TypedResults.NotFound();
        }

        var origins = settings.Origins?.Select(origin => Origins.Read(origin, environment.IsDevelopment())).Distinct().ToList();
        if (origins is null or { Count: > MostOrigins } || origins.Contains(null))
        {
            return Refuse("Een website is een adres als https://www.voorbeeld.nl, zonder pagina erachter.");
        }

        if (settings.PrivacyUrl is { } privacy && !IsWebAddress(privacy))
        {
            return Refuse("De privacyverklaring is een adres dat met https:// begint.");
        }

        return await sites.PutAsync(caller.Municipality, account, origins!, settings.PrivacyUrl, ct)
            ? TypedResults.Ok(new ChatSite(account, origins!, settings.PrivacyUrl))
            : TypedResults.NotFound();
    }

    private static bool IsWebAddress(string told) =>
        told.Length <= 500 && Uri.TryCreate(told, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps;

    private static ProblemHttpResult Refuse(string detail) =>
        TypedResults.Problem(detail, statusCode: StatusCodes.Status422UnprocessableEntity, title: "Niet opgeslagen");
}
