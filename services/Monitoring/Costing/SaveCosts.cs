using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Costing;

/// <summary><c>PUT /api/v1/figures/money/costs</c>: keeps what a municipality says its work costs.</summary>
internal static class SaveCosts
{
    /// <summary>Null when they can be kept; otherwise why not, Dutch.</summary>
    internal static string? WhyNot(Costs costs) =>
        costs.HourlyCost is not (> 0 and <= 500) ? "Geef de kosten van een uur: meer dan 0 en hooguit 500 euro."
        : costs.Fte is <= 0 or > 1000 ? "Geef de voltijdbanen van het team: meer dan 0 en hooguit 1000."
        : costs.AtOnce is < 1 or > 10 ? "Een collega heeft 1 tot en met 10 vragen tegelijk in handen."
        : costs.AnswerWithinMinutes is < 1 or > 1440 ? "Geef de wachttijd: van 1 tot en met 1440 minuten."
        : costs.AnswerShare is < 1 or > 99 ? "Geef hoeveel van de honderd vragen op tijd een antwoord krijgen: 1 tot en met 99."
        : costs.Channels is not { Count: > 0 } ? "Geef minstens één kanaal."
        : costs.Channels.Select(each => each.Channel).Except(Channel.All).FirstOrDefault() is { } unknown
            ? $"Het kanaal '{unknown}' bestaat niet."
        : costs.Channels.Any(each => each.Minutes is not (> 0 and <= 480)) ? "Geef per kanaal de minuten: meer dan 0 en hooguit 480."
        : costs.Channels.Any(each => each.Fee is < 0 or > 100) ? "Geef per kanaal wat het platform vraagt: 0 tot en met 100 euro."
        : null;

    internal static async Task<Results<NoContent, ProblemHttpResult>> Put(Costs costs, Caller caller, CostTable table, CancellationToken ct)
    {
        if (WhyNot(costs) is { } sentence)
        {
            return TypedResults.Problem(sentence, statusCode: 400, title: "Dit verzoek klopt niet");
        }

        await table.KeepAsync(caller, costs, ct);
        return TypedResults.NoContent();
    }
}
