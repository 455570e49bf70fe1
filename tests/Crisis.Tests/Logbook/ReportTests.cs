using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Logbook;
using WebcareHub.Crisis.Tests.Switching;
using static WebcareHub.Crisis.Tests.Switching.Country;

namespace WebcareHub.Crisis.Tests.Logbook;

/// <summary>What was switched, said, heard and answered in a crisis reads as one report.</summary>
public sealed class ReportTests
{
    private static readonly AgentRef Cor = new("cor", "Renske Hofstra");
    private static readonly AgentRef Wil = new("wil", "Wybe Talsma");
    private static readonly Guid Crisis = Guid.CreateVersion7();

    [Fact]
    public void It_tells_in_order_who_did_what_and_why()
    {
        var report = Report.Of([Switched(), Message(), Rumour(), Answer()], Country.Layers);

        report
            .Select(line => line.Why is { } why ? $"{line.Sentence} Want: {why}" : line.Sentence)
            .ShouldBe([
                "Renske Hofstra (Harlingen) begon de nafase. Want: Het water zakt.",
                "Renske Hofstra (Harlingen) gaf kernboodschap 'Hoog water' uit voor regio Wadden. Akkoord: voorzitter.",
                "Wybe Talsma (Schiermonnikoog) gaf kernboodschap 'Hoog water' vrij voor Schiermonnikoog.",
                "Renske Hofstra (Harlingen) gaf versie 2 van kernboodschap 'Het water zakt' uit voor regio Wadden. Akkoord: voorzitter. Want: De piek is geweest.",
                "Wybe Talsma (Schiermonnikoog) paste kernboodschap 'Het water zakt' aan voor Schiermonnikoog en gaf die vrij.",
                "Renske Hofstra (Harlingen) zag voor Harlingen af van kernboodschap 'Het water zakt'. Want: Bij ons is het droog.",
                "Renske Hofstra (Harlingen) trok kernboodschap 'Het water zakt' in. Er staat een rechtzetting klaar voor wie haar kreeg. Want: Het klopt niet.",
                "Wybe Talsma (Schiermonnikoog) meldde het gerucht 'De dijk is door', 1 keer gezien. Waar: Facebook.",
                "Wybe Talsma (Schiermonnikoog) noteerde dat het gerucht 'De dijk is door' nu 12 keer is gezien. Waar: ook in de krant.",
                "Renske Hofstra (Harlingen) ging het gerucht 'De dijk is door' uitzoeken.",
                "Renske Hofstra (Harlingen) noteerde over het gerucht 'De dijk is door': dit klopt niet. Want: Gebeld met het waterschap.",
                "Renske Hofstra (Harlingen) gaf antwoord op het gerucht 'De dijk is door': De dijk is heel.",
                "Renske Hofstra (Harlingen) stuurde één antwoord aan 500 mensen van gemeente Harlingen en gemeente Schiermonnikoog, via Facebook en WhatsApp. 'Blijf binnen.'",
                "Renske Hofstra (Harlingen) haalde het antwoord aan 500 mensen terug voordat er iets weg was.",
            ]);
    }

    [Fact]
    public void Hundreds_who_release_the_same_message_are_one_line()
    {
        object[] releases =
        [
            Issued(1, "Hoog water", null),
            .. Enumerable.Range(0, 300).Select(number => Released($"GM{number:0000}", Now.AddSeconds(number))),
        ];

        var report = Report.Of([releases], Country.Layers);

        report.Count.ShouldBe(2);
        report[1].Sentence.ShouldBe("Tot 14.09 uur gaven 300 gemeenten kernboodschap 'Hoog water' vrij.");
    }

    [Fact]
    public void A_frozen_environment_analysis_stands_in_it() =>
        Report
            .Of(
                [
                    [new EnvironmentAnalysisFrozen(Crisis, 2, "De hele tekst", Now.AddHours(1), "GM0072", Cor, Now)],
                ],
                Country.Layers
            )
            .ShouldHaveSingleItem()
            .Sentence.ShouldBe("Renske Hofstra (Harlingen) stelde versie 2 van de omgevingsanalyse vast. De volgende komt om 15.05 uur.");

    [Fact]
    public void The_waves_of_an_exercise_stand_in_it()
    {
        var wave = Guid.CreateVersion7();

        var report = Report.Of(
            [
                [
                    new WaveStarted(wave, Crisis, "Dijk", ["GM0088"], 1_200, 2.5, null, "GM0072", Cor, Now),
                    new WaveHeld(wave, 1, "GM0072", Cor, Now.AddMinutes(1)),
                    new WaveResumed(wave, "GM0072", Cor, Now.AddMinutes(2)),
                    new WaveDone(wave, 1_200, Now.AddMinutes(3)),
                ],
            ],
            Country.Layers
        );

        report
            .Select(line => line.Sentence)
            .ShouldBe([
                "Renske Hofstra (Harlingen) begon de golf 'Dijk': 1.200 berichten, 2,5 keer zo snel als in het echt.",
                "Renske Hofstra (Harlingen) zette de golf 'Dijk' stil na 1 bericht.",
                "Renske Hofstra (Harlingen) liet de golf 'Dijk' verder gaan.",
                "De golf 'Dijk' is voorbij: 1.200 berichten.",
            ]);
    }

    private static object[] Switched() =>
        [new PhaseChanged(CrisisPhase.Ended, CrisisPhase.Aftermath, [], "Het water zakt.", "GM0072", Cor, Now.AddSeconds(-1))];

    private static object[] Message() =>
        [
            Issued(1, "Hoog water", null),
            Released("GM0088", Now.AddSeconds(1)),
            Issued(2, "Het water zakt", "De piek is geweest.") with
            {
                At = Now.AddSeconds(2),
            },
            new CoreMessageLocalised(Crisis, 2, "GM0088", "Het water zakt", "Het zakt.", Now, null, Now, Wil, Now.AddSeconds(3)),
            new CoreMessageDeclined(Crisis, 2, "GM0072", "Bij ons is het droog.", Cor, Now.AddSeconds(4)),
            new CoreMessageWithdrawn(Crisis, 2, "Het klopt niet.", "Het water zakt niet.", "GM0072", Cor, Now.AddSeconds(5)),
        ];

    private static object[] Rumour() =>
        [
            new RumourRegistered(Crisis, Crisis, "wadden", ["wadden"], "De dijk is door.", "Facebook", 1, "GM0088", Wil, Now.AddSeconds(6)),
            new RumourSpreadNoted("ook in de krant.", 12, "GM0088", Wil, Now.AddSeconds(7)),
            new RumourOwned(Cor, "GM0072", "GM0072", Cor, Now.AddSeconds(8)),
            new RumourStatusChanged(RumourStatus.False, "Gebeld met het waterschap.", "GM0072", Cor, Now.AddSeconds(9)),
            new RumourAnswered("De dijk is heel.", "GM0072", Cor, Now.AddSeconds(10)),
        ];

    private static object[] Answer() =>
        [
            new AnswerToManyApproved(
                Crisis,
                Crisis,
                null,
                null,
                "Blijf binnen.",
                500,
                ["GM0072", "oef.GM0088"],
                ["facebook", "whatsapp"],
                false,
                "GM0072",
                Cor,
                Now.AddSeconds(11)
            ),
            new AnswerToManyTakenBack(true, "GM0072", Cor, Now.AddSeconds(12)),
        ];

    private static CoreMessageIssued Issued(int version, string title, string? change) =>
        new(
            Crisis,
            version,
            Crisis,
            "wadden",
            ["wadden"],
            title,
            "Het water staat hoog.",
            null,
            [],
            Now,
            null,
            Cor,
            "GM0072",
            "voorzitter",
            ApprovingRole.RegionalChain,
            change,
            Now
        );

    private static CoreMessageReleased Released(string municipality, DateTimeOffset at) =>
        new(Crisis, 1, municipality, "Hoog water", "Het water staat hoog.", Now, null, Now, Wil, at);
}
