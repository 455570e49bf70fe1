using System.Globalization;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Api;

/// <summary>Figures over a period, the comparison and the money.</summary>
internal sealed class FigureCalls(ApiCalls api)
{
    internal Task<FigureReport> Read(FigureQuestion asked) => api.Get<FigureReport>("api/v1/figures" + asked.Query);

    internal Task<ConversationsBehind> Behind(string figure, FigureQuestion asked) =>
        api.Get<ConversationsBehind>($"api/v1/figures/{Uri.EscapeDataString(figure)}/conversations" + asked.Query);

    internal Task<FigureDefinitions> Definitions(DateTimeOffset? at) =>
        api.Get<FigureDefinitions>("api/v1/figures/definitions" + BlueprintCalls.Query(("at", Iso(at))));

    internal Task<PeerComparison> Compare(string? month, string? group, DateTimeOffset? at) =>
        api.Get<PeerComparison>("api/v1/figures/comparison" + BlueprintCalls.Query(("month", month), ("group", group), ("at", Iso(at))));

    internal Task Share(string figure, bool shared) =>
        api.Put($"api/v1/figures/comparison/choices/{Uri.EscapeDataString(figure)}", new ShareFigure(shared));

    /// <param name="investment">Once, in euros, as are the other two: a year, and of a hundred contacts how many are avoided.</param>
    internal Task<Money> Money(FigureQuestion asked, string? investment, string? yearly, string? avoided) =>
        api.Get<Money>(
            "api/v1/figures/money"
                + BlueprintCalls.Query(
                    ("from", Day(asked.From)),
                    ("until", Day(asked.Until)),
                    ("at", Iso(asked.At)),
                    ("investment", investment),
                    ("yearly", yearly),
                    ("avoided", avoided)
                )
        );

    internal Task SaveCosts(Costs costs) => api.Put("api/v1/figures/money/costs", costs);

    internal static string? Iso(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Of where, of which days, and as known when.</summary>
/// <param name="Until">The last day that counts.</param>
/// <param name="At">Null for now.</param>
internal sealed record FigureQuestion(
    string? Scope,
    DateOnly From,
    DateOnly Until,
    DateTimeOffset? At,
    string? Channel = null,
    string? Bucket = null
)
{
    internal string Query =>
        BlueprintCalls.Query(
            ("scope", Scope),
            ("from", FigureCalls.Day(From)),
            ("until", FigureCalls.Day(Until)),
            ("at", FigureCalls.Iso(At)),
            ("channel", Channel),
            ("bucket", Bucket)
        );
}
