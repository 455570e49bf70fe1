using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.WhatsApp.Accounts;

internal static partial class AddAccount
{
    public static async Task<Results<Created<ChannelAccount>, ProblemHttpResult>> Post(
        NewChannelAccount account,
        Caller caller,
        Accounts accounts,
        AccountBook book,
        CancellationToken ct
    )
    {
        if (Refusal(account, caller) is { } refusal)
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
            new ChannelAccount(account.Channel, account.App, account.Id, account.Municipality, account.Number)
        );
    }

    private static ProblemHttpResult? Refusal(NewChannelAccount account, Caller caller) =>
        account switch
        {
            { Municipality: var municipality } when municipality != caller.Municipality && !caller.Roles.Contains("operator") => NotYours(
                "Deze gemeente is niet van u."
            ),
            { Channel: not Channel.WhatsApp } => Problem(
                StatusCodes.Status422UnprocessableEntity,
                "Onbekend kanaal",
                "Alleen het kanaal whatsapp is hier bekend."
            ),
            _ when !Shape().IsMatch(account.App ?? "") || !Shape().IsMatch(account.Id ?? "") || !Code().IsMatch(account.Municipality) =>
                Problem(
                    StatusCodes.Status422UnprocessableEntity,
                    "Onjuist account",
                    "App en id bestaan uit letters, cijfers, streepjes en punten; een gemeente is GM met vier cijfers."
                ),
            _ => null,
        };

    private static ProblemHttpResult NotYours(string detail) => Problem(StatusCodes.Status404NotFound, "Niet gevonden", detail);

    private static ProblemHttpResult Problem(int status, string title, string detail) =>
        TypedResults.Problem(detail, statusCode: status, title: title);

    [GeneratedRegex("^[A-Za-z0-9_.-]{1,100}$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    [GeneratedRegex("^GM[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
