using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Channels.Accounts;

/// <summary>The step of the runbook in which a municipality leaves a platform.</summary>
internal static class WithdrawAccount
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Post(
        AccountWithdrawal account,
        Caller caller,
        Accounts accounts,
        AccountBook book,
        CancellationToken ct
    )
    {
        var theirs = account.Municipality == caller.Municipality || caller.Roles.Contains("operator");
        if (!theirs || !await accounts.WithdrawAsync(account.Municipality, account.Channel, account.App, account.Id, ct))
        {
            return TypedResults.Problem(
                "Dit account is niet van uw gemeente.",
                statusCode: StatusCodes.Status404NotFound,
                title: "Niet gevonden"
            );
        }

        await book.ReadAsync(ct);
        return TypedResults.NoContent();
    }
}
