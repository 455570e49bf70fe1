using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Integration.Tests.Backtesting;

/// <summary>
/// What residents of three municipalities write in ten steps of time, working hours, evenings and a weekend among them. In one step nobody writes
/// twice, so that the order in a conversation does not hang on which batch was first. The same every time.
/// </summary>
internal static class ManyMessages
{
    public static readonly string[] Towns = ["GM0088", "GM0072", "GM0193"];

    /// <summary>From Friday morning to Wednesday night.</summary>
    public static readonly DateTimeOffset[] Steps =
    [
        .. new[] { 8, 10, 12, 20, 34, 80, 82, 84, 106, 132 }.Select(hours =>
            new DateTimeOffset(2026, 11, 13, 0, 0, 0, TimeSpan.Zero).AddHours(hours)
        ),
    ];

    private static readonly string[] Texts =
    [
        "Bij ons in de straat is de container al vier dagen vol en er staan zakken naast. Wanneer wordt hij geleegd?",
        "Mijn paspoort verloopt over drie weken. Kan ik nog op tijd een nieuwe aanvragen?",
        "Er ligt een losse stoeptegel voor nummer 12. Mijn moeder is er gisteren bijna over gevallen.",
        "Ik heb een parkeervergunning maar sta steeds kilometers van huis.",
        "Ik ga volgende maand trouwen. Welke papieren moet ik meenemen?",
        "De straatverlichting doet het niet in de hele wijk.",
        "Ja graag",
        "Dank u wel!",
        "Ik ben journalist van de Dorpskrant en wil graag een reactie van de wethouder.",
        "Ik wil een klacht indienen over hoe ik aan de balie ben behandeld.",
        "Ik ruik gas in de Kerkstraat",
        "Mijn BSN is 111222333, kunt u kijken hoe het met mijn aanvraag staat?",
        "Hoe laat is de milieustraat open op zaterdag?",
        "Mijn grofvuil is niet opgehaald. Wat nu?",
        "Nog steeds niets gehoord",
    ];

    /// <summary>The items of each step.</summary>
    public static IReadOnlyList<IReadOnlyList<Inbound>> Of(int messages)
    {
        var random = new Random(7);
        var number = 0;
        return
        [
            .. Steps.Select(at =>
                (IReadOnlyList<Inbound>)
                    [
                        .. Enumerable
                            .Range(0, messages / Steps.Length)
                            .OrderBy(_ => random.Next())
                            .Select(person => Message(number++, person, Texts[random.Next(Texts.Length)], at)),
                    ]
            ),
        ];
    }

    private static Inbound Message(int number, int person, string text, DateTimeOffset at)
    {
        var town = Towns[person % Towns.Length];
        var (channel, visibility) = (person % 5) switch
        {
            0 => (Channel.Facebook, Visibility.Public),
            1 => (Channel.Messenger, Visibility.Private),
            _ => (Channel.WhatsApp, Visibility.Private),
        };
        var message = new InboundMessage(
            $"message-{number}",
            new PlatformPerson([channel == Channel.WhatsApp ? $"phone:3161{person:D7}" : $"psid:{person}"], "Willemijn Testpersoon"),
            visibility,
            MessageKind.Text,
            text,
            at,
            ThreadId: visibility == Visibility.Public ? $"post-{person}" : null
        );
        return new(Guid.CreateVersion7(), 0, town, channel, "demo", $"account-{town}", at, $"key-{number}", message);
    }
}
