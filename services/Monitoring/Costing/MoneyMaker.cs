using System.Globalization;
using WebcareHub.Contracts.Api;
using WebcareHub.Monitoring.Figures;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.Costing;

/// <summary>Makes the page of costs of a municipality.</summary>
internal sealed class MoneyMaker(Reporting reporting, CostTable table, HoursBook book, TimeProvider time)
{
    private const double UsuallyAvoided = 20;
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    internal async Task<Money> MakeAsync(Scope scope, Caller caller, ShowMoney.Asked asked, CancellationToken ct)
    {
        var period = Period.Of(asked.From, asked.Until, scope.At ?? time.GetUtcNow());
        var given = await table.FindAsync(scope.Code, period.At, ct);
        var counted = await reporting.CountedAsync(scope, period, ct);
        var count = new CostCount(given ?? CostCount.Assumed, counted, asked.Until.DayNumber - asked.From.DayNumber + 1);
        var days = Definitions.In(scope.Blueprint.For(scope.Code)).ToDictionary(each => each.Id, each => each.Days ?? 0);
        var (channels, avoidable) = (count.Channels(), count.Avoidable(figure => days.GetValueOrDefault(figure)));
        return new(
            scope.Code,
            scope.NameOf(scope.Code),
            asked.From,
            asked.Until,
            period.At,
            count.Costs,
            given is not null,
            Assumptions(count, given is not null),
            count.Contacts,
            Math.Round(channels.Sum(channel => channel.Total), 2),
            count.Costs.Fte is { } fte ? Math.Round(count.Contacts / fte, 1) : null,
            channels,
            avoidable,
            count.Case(avoidable, asked.Investment ?? 0, asked.Yearly ?? 0, asked.Avoided ?? UsuallyAvoided),
            count.Capacity(Opened((await book.OfAsync(scope.Code, ct)).KnownAt(period.At), period)),
            caller.Roles.Contains("manager")
        );
    }

    /// <summary>How often each hour of the week was open at its half; the rest of the week needs nobody.</summary>
    private static Dictionary<(int, int), int> Opened(HoursThen hours, Period period)
    {
        var opened = new Dictionary<(int, int), int>();
        for (var hour = period.From; hour < period.Until; hour = hour.AddHours(1))
        {
            if (hours.IsOpen(hour.AddMinutes(30)))
            {
                var place = CostCount.Place(Local.Of(hour));
                opened[place] = opened.GetValueOrDefault(place) + 1;
            }
        }

        return opened;
    }

    private static IReadOnlyList<string> Assumptions(CostCount count, bool own) =>
        [
            own ? "De kosten zijn de eigen cijfers van de gemeente." : "De kosten zijn een aanname. Geef de eigen cijfers van de gemeente.",
            $"Een uur werk kost {count.Costs.HourlyCost.ToString("0.00", Dutch)} euro. Een contact is een antwoord van een collega.",
            "Een vraag kon worden voorkomen als dezelfde inwoner het opnieuw vroeg, een ander kanaal probeerde, of als de vraag weer openging of werd doorgegeven. Elke vraag telt één keer.",
            "De besparing gaat ervan uit dat een jaar is zoals de gekozen periode.",
            $"De bezetting is berekend met Erlang C: vragen komen toevallig verspreid binnen, niemand haakt af, alle collega's werken even snel en hebben {count.Costs.AtOnce} vragen tegelijk.",
            $"Van de honderd vragen krijgen er {count.Costs.AnswerShare} binnen {count.Costs.AnswerWithinMinutes} minuten een collega. Pauzes, ziekte en overleg tellen niet mee.",
        ];
}
