using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults.Tables;

namespace WebcareHub.Monitoring.Costing;

/// <summary>The page of costs as one table, an amount or number a row.</summary>
internal static class MoneyCsv
{
    private const string Euro = "euro";
    private const string Number = "aantal";

    internal static readonly Layout Layout = new(
        "kosten",
        "Wat contacten kosten",
        [
            new("soort", "totaal, kanaal, vermijdbaar (waarom het contact niet nodig was), investering of bezetting (per uur van de week)"),
            new("deel", "welk kanaal, welke reden, of dag en uur (1 is maandag); leeg bij het totaal en de investering"),
            new(
                "cijfer",
                "contacten: antwoorden van collega's; per_contact en bedrag: kosten; per_baan: contacten per volledige baan; eenmalig en jaarlijks: "
                    + "uitgaven; minder_contacten en bespaard: in een jaar; maanden: tot het terug is verdiend; na_vijf_jaar: wat dan over is; "
                    + "vragen: binnen in een uur; minuten: werk in een uur; collegas: nodig; op_tijd: welk deel dan op tijd een collega krijgt"
            ),
            new("eenheid", "euro, aantal, minuten, maanden of procent"),
            new("waarde", "het bedrag of getal", "zie eenheid"),
        ]
    );

    internal static FileContentHttpResult File(Money money, Csv form) =>
        Layout.File(
            $"kosten-{money.Municipality}-{money.From:yyyy-MM-dd}-{money.Until:yyyy-MM-dd}",
            form,
            [.. Totals(money), .. Case(money.Case), .. money.Capacity.SelectMany(Capacity)],
            money.Assumptions.Select(assumption => ("aanname", assumption))
        );

    private static IEnumerable<object?[]> Totals(Money money) =>
        [
            ["totaal", null, "contacten", Number, money.Contacts],
            ["totaal", null, "bedrag", Euro, money.Total],
            ["totaal", null, "per_baan", Number, money.ContactsPerFte],
            .. money.Channels.SelectMany(channel =>
                new object?[][]
                {
                    ["kanaal", channel.Channel, "contacten", Number, channel.Contacts],
                    ["kanaal", channel.Channel, "per_contact", Euro, channel.PerContact],
                    ["kanaal", channel.Channel, "bedrag", Euro, channel.Total],
                }
            ),
            .. money.Avoidable.SelectMany(why =>
                new object?[][]
                {
                    ["vermijdbaar", why.Title, "contacten", Number, why.Contacts],
                    ["vermijdbaar", why.Title, "bedrag", Euro, why.Total],
                }
            ),
        ];

    private static IEnumerable<object?[]> Case(BusinessCase of) =>
        [
            ["investering", null, "eenmalig", Euro, of.Investment],
            ["investering", null, "jaarlijks", Euro, of.Yearly],
            ["investering", null, "minder_contacten", Number, of.SavedContacts],
            ["investering", null, "bespaard", Euro, of.Saved],
            ["investering", null, "maanden", "maanden", of.PaybackMonths],
            ["investering", null, "na_vijf_jaar", Euro, of.AfterFiveYears],
        ];

    private static IEnumerable<object?[]> Capacity(CapacityHour hour)
    {
        var place = $"{hour.Day} {hour.Hour:00}";
        return
        [
            ["bezetting", place, "vragen", Number, hour.Arrivals],
            ["bezetting", place, "minuten", "minuten", hour.Minutes],
            ["bezetting", place, "collegas", Number, hour.Agents],
            ["bezetting", place, "op_tijd", "procent", hour.Share],
        ];
    }
}
