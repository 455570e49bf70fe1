using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Costing;
using WebcareHub.Monitoring.Figures;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Reports;

/// <summary>Composes a report of the figures that there are.</summary>
internal sealed class Composing(Reporting reporting, MoneyMaker money)
{
    internal async Task<PeriodReport> ComposeAsync(
        Scope scope,
        Caller caller,
        ReportPeriod period,
        DateTimeOffset? at,
        CancellationToken ct
    )
    {
        var now = await reporting.OfAsync(scope, period.From, period.Until, at, ct);
        var earlier = period.Step(-1);
        var before = await reporting.OfAsync(scope, earlier.From, earlier.Until, at, ct);
        var choice = ReportChoice.For(period.Kind);
        var cost =
            choice.Cost && scope.Own
                ? await money.MakeAsync(scope, caller, new(period.From, period.Until, at, null, null, null), ct)
                : null;
        return Compose(period, choice, (now, before), cost);
    }

    internal static PeriodReport Compose(
        ReportPeriod period,
        ReportChoice choice,
        (FigureReport Now, FigureReport Before) reports,
        Money? cost
    )
    {
        var (now, before) = reports;
        var all = now.Figures.FirstOrDefault(figure => figure.Id == "questions");
        var topics = now.Topics.Where(topic => topic.Topic is not null).ToList();
        return new(
            period.Kind,
            period.Code,
            now.Scope,
            now.ScopeTitle,
            now.Scopes,
            now.From,
            now.Until,
            now.At,
            now.Questions,
            [
                .. now
                    .Figures.Where(figure => figure.Questions > 0 && choice.Figures.Contains(figure.Id))
                    .Select(figure => Beside(figure, before.Figures.FirstOrDefault(earlier => earlier.Id == figure.Id))),
            ],
            choice.Channels ? all?.Channels ?? [] : [],
            choice.PartsOfDay ? all?.PartsOfDay ?? [] : [],
            choice.Weeks ? all?.Weeks ?? [] : [],
            [.. topics.Take(ReportChoice.Topics)],
            choice.WithoutAnswer ? [.. topics.Where(topic => topic.StandardAnswers == 0).Take(ReportChoice.Topics)] : [],
            cost is { Contacts: > 0 } ? new(cost.Contacts, cost.Total, cost.Avoidable.Sum(why => why.Contacts), cost.OwnCosts) : null,
            now.Lag
        );
    }

    private static ReportFigure Beside(Figure figure, Figure? before) =>
        new(
            figure.Id,
            figure.Title,
            figure.Text,
            figure.Unit,
            figure.Value,
            figure.Hidden,
            before?.Value,
            before?.Hidden == true,
            figure.Target,
            figure.Questions
        );
}
