using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.Chat.Sites;

internal static class ListSites
{
    public static Ok<IReadOnlyList<ChatSite>> Get(Caller caller, ChatSites sites) =>
        TypedResults.Ok<IReadOnlyList<ChatSite>>([
            .. sites.Of(caller.Municipality).Select(site => new ChatSite(site.Account, site.Origins, site.PrivacyUrl)),
        ]);
}
