using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.Monitoring.Tables;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Costing;

/// <summary><c>GET /api/v1/figures/money</c>: what contacts of the own municipality cost.</summary>
internal static class ShowMoney
{
    internal static async Task<Results<Ok<Money>, NotFound, ProblemHttpResult>> Get(
        [AsParameters] Asked asked,
        Caller caller,
        Scopes scopes,
        MoneyMaker maker,
        CancellationToken ct
    ) =>
        asked.WhyNot() is { } wrong ? ShowFigures.Wrong(wrong)
        : await scopes.FindAsync(caller, caller.Home, Scopes.Readers, asked.At, ct) is not { Own: true } scope ? TypedResults.NotFound()
        : TypedResults.Ok(await maker.MakeAsync(scope, caller, asked, ct));

    internal static async Task<Results<FileContentHttpResult, NotFound, ProblemHttpResult>> GetFile(
        [AsParameters] Asked asked,
        string? form,
        Caller caller,
        Scopes scopes,
        MoneyMaker maker,
        CancellationToken ct
    ) =>
        Forms.Of(form) is not { } csv ? Forms.Unknown()
        : asked.WhyNot() is { } wrong ? ShowFigures.Wrong(wrong)
        : await scopes.FindAsync(caller, caller.Home, Scopes.Readers, asked.At, ct) is not { Own: true } scope ? TypedResults.NotFound()
        : MoneyCsv.File(await maker.MakeAsync(scope, caller, asked, ct), csv);

    /// <param name="Investment">Once, in euros; without it 0.</param>
    /// <param name="Yearly">Each year, in euros; without it 0.</param>
    /// <param name="Avoided">Of a hundred avoidable contacts; without it 20.</param>
    internal readonly record struct Asked(
        DateOnly From,
        DateOnly Until,
        DateTimeOffset? At,
        double? Investment,
        double? Yearly,
        double? Avoided
    )
    {
        internal string? WhyNot() =>
            new ShowFigures.Asked(null, From, Until, At).WhyNot() is { } sentence ? sentence
            : Investment is < 0 or > 100_000_000 || Yearly is < 0 or > 100_000_000 ? "Geef bedragen van 0 tot en met 100 miljoen euro."
            : Avoided is < 0 or > 100 ? "Geef een deel van 0 tot en met 100 procent."
            : null;
    }
}
