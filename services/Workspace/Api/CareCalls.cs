using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Looking after the blueprint.</summary>
internal sealed class CareCalls(ApiCalls api)
{
    internal Task<Reviews> Reviews(string? until, string? layer) =>
        api.Get<Reviews>("api/v1/reviews" + BlueprintCalls.Query(("until", until), ("layer", layer)));

    internal Task<Release?> Reviewed(string section, string entry, NewReview review) =>
        api.Post<Release>($"api/v1/reviews/{Uri.EscapeDataString(section)}/{Uri.EscapeDataString(entry)}", review);

    internal Task<CareReport> Report(string? layer) => api.Get<CareReport>("api/v1/care" + BlueprintCalls.Query(("layer", layer)));

    internal Task<UnansweredWeeks> Unanswered(string scope) =>
        api.Get<UnansweredWeeks>("api/v1/unanswered" + BlueprintCalls.Query(("scope", scope)));

    internal Task SearchedInVain(string words) => api.Post<object>("api/v1/searches-in-vain", new SearchedInVain(words));

    internal Task<SearchesInVain> SearchesInVain(string scope, DateOnly from, DateOnly until) =>
        api.Get<SearchesInVain>(
            "api/v1/searches-in-vain"
                + BlueprintCalls.Query(("scope", scope), ("from", FigureCalls.Day(from)), ("until", FigureCalls.Day(until)))
        );
}
