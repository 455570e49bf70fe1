using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Channels.Accounts;

internal static class ListAccounts
{
    public static async Task<Ok<ChannelAccounts>> Get(Caller caller, Accounts accounts, CancellationToken ct) =>
        TypedResults.Ok(
            new ChannelAccounts(await accounts.ListAsync(caller.Roles.Contains("operator") ? null : [caller.Municipality], ct))
        );
}
