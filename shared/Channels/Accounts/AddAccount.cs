using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Channels.Accounts;

internal static partial class AddAccount
{
    public static async Task<Results<Created<ChannelAccount>, ProblemHttpResult>> Post(
        NewChannelAccount account,
        Caller caller,
        Accounts accounts,
        AccountBook book,
        IHostEnvironment environment,
        CancellationToken ct
    )
    {
        if (Refusal(account, caller, environment) is { } refusal)
        {
            return refusal;
        }

        if (!await accounts.AddAsync(account, ct))
        {
            return NotYours("Dit account is niet van uw gemeente.");
        }

        await book.ReadAsync(ct);
        return TypedResults.Created(
            "/api/v1/accounts",
            new ChannelAccount(account.Channel, account.App, account.Id, account.Municipality, account.Number, account.Server)
        );
    }

    private static ProblemHttpResult? Refusal(NewChannelAccount account, Caller caller, IHostEnvironment environment) =>
        account switch
        {
            _ when Exercise.Is(account.Municipality ?? "") || Exercise.Is(caller.Municipality) => Problem(
                StatusCodes.Status422UnprocessableEntity,
                "Dit is een oefening",
                "Een oefening heeft geen accounts. Verlaat eerst de oefening."
            ),
            { Municipality: var municipality } when municipality != caller.Municipality && !caller.Roles.Contains("operator") => NotYours(
                "Deze gemeente is niet van u."
            ),
            _ when !Channel.All.Contains(account.Channel) => Problem(
                StatusCodes.Status422UnprocessableEntity,
                "Onbekend kanaal",
                $"Hier bekend: {string.Join(", ", Channel.All)}."
            ),
            { Server: { } server } when !MayLiveAt(server, environment) => Problem(
                StatusCodes.Status422UnprocessableEntity,
                "Onjuiste server",
                "Een server is een adres dat met https:// begint."
            ),
            _ when !Shape().IsMatch(account.App ?? "")
                    || !Shape().IsMatch(account.Id ?? "")
                    || !Code().IsMatch(account.Municipality ?? "") => Problem(
                StatusCodes.Status422UnprocessableEntity,
                "Onjuist account",
                "App en id bestaan uit letters, cijfers, streepjes, punten, dubbele punten en @; een gemeente is GM met vier cijfers."
            ),
            _ => null,
        };

    // A token goes there: encrypted, outside Development.
    private static bool MayLiveAt(string server, IHostEnvironment environment) =>
        Uri.TryCreate(server, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || environment.IsDevelopment() && url.Scheme == Uri.UriSchemeHttp)
        && url.UserInfo.Length == 0;

    private static ProblemHttpResult NotYours(string detail) => Problem(StatusCodes.Status404NotFound, "Niet gevonden", detail);

    private static ProblemHttpResult Problem(int status, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title);

    [GeneratedRegex("^[A-Za-z0-9_.:@-]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("^GM[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
