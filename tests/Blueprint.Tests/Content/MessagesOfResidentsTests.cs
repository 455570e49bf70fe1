using static WebcareHub.Blueprint.Tests.Content.StartingBlueprint;

namespace WebcareHub.Blueprint.Tests.Content;

/// <summary>What residents write, and where it lands. Each row: municipality, message, topic, and the rule or topic that must have spoken.</summary>
public sealed class MessagesOfResidentsTests
{
    [Theory]
    [InlineData(
        "GM0193",
        "Er ligt een stoeptegel los voor Diezerstraat 12, mijn moeder is er bijna over gevallen",
        "openbare-ruimte.bestrating",
        "nl.veiligheid.gevaar-op-straat"
    )]
    [InlineData(
        "GM0072",
        "hoi de lantarenpaal voor mijn huis doet het al een week niet",
        "openbare-ruimte.verlichting",
        "nl.omgang.melding"
    )]
    [InlineData("GM0193", "Onze kliko is vanmorgen niet geleegd?", "afval.gemist", "nl.omgang.melding")]
    [InlineData("GM0193", "Hoe kom ik van mijn oude bank af? Hij is te groot voor de auto", "afval.grofvuil", "topic:afval.grofvuil")]
    [InlineData("GM0193", "wanneer wordt het oud papier opgehaald", "afval.kalender", "topic:afval.kalender")]
    [InlineData("GM0072", "Dag, de put bij ons in de straat zit verstopt en het water blijft staan", "water.riool", "nl.omgang.melding")]
    [InlineData("GM0193", "er staat al weken een auto zonder kentekenplaten in de straat", "parkeren.overlast", "topic:parkeren.overlast")]
    [InlineData("GM0072", "jongeren hangen elke avond op het plein en maken herrie", "overlast.geluid", "topic:overlast.jongeren")]
    [InlineData("GM0072", "ik heb een dode meeuw gevonden op de stoep", "dieren.dood", "nl.omgang.melding")]
    [InlineData("GM0193", "wie onderhoudt de sloot achter mijn huis", "water.sloot", "nl.verwijs.waterschap")]
    [InlineData("GM0193", "is de weg naar kampen nog afgesloten", "verkeer.werkzaamheden", "topic:verkeer.werkzaamheden")]
    public void What_goes_wrong_in_the_street_reaches_the_right_topic(string municipality, string text, string topic, string rule) =>
        Lands(municipality, text, topic, rule);

    [Theory]
    [InlineData(
        "GM0193",
        "ik ben mijn paspoort kwijt en vlieg vrijdag naar spanje, wat nu",
        "burgerzaken.vermissing",
        "nl.burgerzaken.spoed"
    )]
    [InlineData("GM0193", "Wat kost een nieuw passpoort?", "burgerzaken.paspoort", "topic:burgerzaken.paspoort")]
    [InlineData("GM0088", "Mijn zoontje heeft een paspoort nodig, moet hij zelf mee?", "burgerzaken.paspoort", "nl.burgerzaken.kind")]
    [InlineData(
        "GM0072",
        "wil graag me rijbewijs verlengen, moet ik een afspraak maken",
        "burgerzaken.rijbewijs",
        "topic:burgerzaken.rijbewijs"
    )]
    [InlineData(
        "GM0193",
        "Ik ga verhuizen van Kampen naar Zwolle. Wanneer moet ik dat doorgeven",
        "burgerzaken.verhuizing",
        "topic:burgerzaken.verhuizing"
    )]
    [InlineData("GM0072", "mijn vader is overleden, wat moet ik doen", "burgerzaken.overlijden", "topic:burgerzaken.overlijden")]
    [InlineData("GM0088", "wij willen trouwen op het strand, kan dat", "burgerzaken.huwelijk", "topic:burgerzaken.huwelijk")]
    [InlineData("GM0193", "heb mijn stempas niet ontvangen, kan ik nog stemmen?", "verkiezingen", "nl.burgerzaken.stempas")]
    [InlineData("GM0193", "Tot hoe laat zijn jullie open vandaag?", "gemeente.openingstijden", "topic:gemeente.openingstijden")]
    [InlineData("GM0072", "mijn woz waarde is veel te hoog", "belastingen.woz", "topic:belastingen.woz")]
    [InlineData("GM0072", "ik kan de gemeentebelasting niet betalen", "belastingen.kwijtschelding", "topic:belastingen.kwijtschelding")]
    [InlineData("GM0193", "mag ik zomaar een dakkapel plaatsen", "vergunningen.bouwen", "topic:vergunningen.bouwen")]
    [InlineData(
        "GM0193",
        "we willen in juni een straatfeest houden, wat moeten we regelen",
        "vergunningen.evenement",
        "topic:vergunningen.evenement"
    )]
    [InlineData(
        "GM0193",
        "kreeg een sms dat ik belasting moet betalen, is dit echt van de gemeente?",
        "gemeente.oplichting",
        "nl.omgang.oplichting"
    )]
    public void What_residents_come_to_arrange_reaches_the_right_topic(string municipality, string text, string topic, string rule) =>
        Lands(municipality, text, topic, rule);

    [Theory]
    [InlineData("GM0088", "Vaart de boot vanavond nog? Ik heb de laatste boot gemist", "wadden.veerboot", "wadden.boot.gemist")]
    [InlineData("GM0088", "er ligt een huilertje op het strand bij paal 4", "wadden.zeehond", "topic:wadden.zeehond")]
    [InlineData("GM0088", "mag ik mijn auto meenemen op het eiland?", "schier.auto", "schier.gasten.bezoek")]
    [InlineData(
        "GM0072",
        "waar kan ik mijn auto laten staan als ik naar Terschelling ga",
        "harlingen.veerparkeren",
        "topic:harlingen.veerparkeren"
    )]
    [InlineData("GM0072", "er drijft olie in de noorderhaven", "harlingen.haven", "harlingen.haven.olie")]
    [InlineData("GM0193", "het water in de ijssel stijgt snel, is dat gevaarlijk", "ijsselland.rivier", "ijsselland.rivier.stijgt")]
    [InlineData("GM0193", "ik heb een parkeerboete gekregen maar had wel betaald", "parkeren.boete", "zwolle.formeel.parkeren")]
    public void What_is_local_is_known_only_where_it_belongs(string municipality, string text, string topic, string rule)
    {
        Lands(municipality, text, topic, rule);
        Decide("GM0363", text).Trace.ShouldNotContain(step => step.Rule == rule);
    }

    [Theory]
    [InlineData("ik zie het niet meer zitten, ik wil dood", "bel-113")]
    [InlineData("Er is brand bij de buren help mij snel", "bel-112")]
    [InlineData("ik ruik gas in de straat", "gas-ruiken")]
    [InlineData("mijn dochtertje is weg, ze was net nog in de speeltuin", "bel-112")]
    public void Danger_is_urgent_day_and_night_and_gets_the_right_number_at_once(string text, string answer)
    {
        foreach (var at in new[] { Tuesday, Night, KingsDay })
        {
            var decision = Decide("GM0088", text, at);
            decision.Priority.ShouldBe("urgent");
            decision.Acknowledge.ShouldBe(answer);
            decision.Due.ShouldBe(at.AddMinutes(15));
        }
    }

    [Theory]
    [InlineData("Goedemiddag, ik werk voor de Stentor en heb een persvraag over het AZC", "woordvoering")]
    [InlineData("Als raadslid wil ik graag weten hoe dit zit", "woordvoering")]
    [InlineData("klopt het dat er slachtoffers zijn bij de schietpartij?", "spoed")]
    public void What_needs_the_spokesperson_waits_for_approval_at_home(string text, string workList)
    {
        var decision = Decide("GM0193", text);
        (decision.Role, decision.WorkList, decision.Overflow).ShouldBe(("woordvoerder", workList, "never"));
        decision.ApprovalRequired.ShouldBeTrue();
        decision.Theme.ShouldBe("woordvoering");
    }

    [Theory]
    [InlineData("ik heb schulden en de deurwaarder komt morgen")]
    [InlineData("Ik heb hulp in de huishouding nodig, mijn man heeft dementie")]
    [InlineData("mijn kind heeft jeugdhulp nodig")]
    [InlineData("ik wil een klacht indienen over hoe ik aan de balie ben behandeld")]
    [InlineData("Ik wil bezwaar maken tegen de omgevingsvergunning van mijn buren")]
    [InlineData("hierbij doe ik een woo verzoek over de haven")]
    [InlineData("ik weet waar jullie wonen en maak jullie af")]
    public void What_is_confidential_or_formal_never_leaves_the_own_municipality(string text)
    {
        foreach (var municipality in new[] { "GM0088", "GM0072", "GM0193", "GM0363" })
        {
            Decide(municipality, text).Overflow.ShouldBe("never", municipality);
        }
    }

    [Fact]
    public void A_number_nobody_asked_for_is_marked_and_not_asked_again()
    {
        var decision = Decide("GM0193", "BSN 123456782 is van mij, kunt u kijken?");
        decision.Labels.ShouldContain("persoonsgegevens");
        decision.Suggest[0].ShouldBe("geen-persoonsgegevens");
    }

    [Theory]
    [InlineData("Bedankt!")]
    [InlineData("Dank u wel, fijne dag")]
    [InlineData("top bedankt 👍")]
    public void Thanks_need_no_answer_and_the_reason_is_written_down(string text)
    {
        var decision = Decide("GM0193", text, Night);
        decision.NoReply.ShouldBe("De inwoner bedankt ons. Er is geen vraag meer open.");
        decision.Due.ShouldBeNull();
        decision.Acknowledge.ShouldBeNull();
    }

    [Fact]
    public void Thanks_with_a_question_behind_it_is_a_question()
    {
        var decision = Decide("GM0193", "bedankt maar de lantaarnpaal doet het nog steeds niet");
        decision.NoReply.ShouldBeNull();
        decision.Topic.ShouldBe("openbare-ruimte.verlichting");
    }

    [Theory]
    [InlineData("GM0088", "buiten-openingstijden")]
    [InlineData("GM0072", "buiten-openingstijden")]
    [InlineData("GM0193", "buiten-openingstijden")]
    public void At_night_a_resident_hears_when_the_answer_comes(string municipality, string answer)
    {
        var decision = Decide(municipality, "Wanneer wordt mijn grofvuil opgehaald?", Night);
        decision.Acknowledge.ShouldBe(answer);
        decision.Due!.Value.ShouldBeGreaterThan(Night.AddHours(8));
        Decide(municipality, "Wanneer wordt mijn grofvuil opgehaald?").Acknowledge.ShouldBeNull();
    }

    [Fact]
    public void On_a_holiday_the_answer_says_so() =>
        Decide("GM0072", "Wanneer wordt mijn grofvuil opgehaald?", KingsDay).Acknowledge.ShouldBe("feestdag");

    [Fact]
    public void The_same_question_is_due_at_a_moment_that_fits_each_municipality()
    {
        const string question = "Wat kost een paspoort?";
        Decide("GM0193", question).Due.ShouldBe(Tuesday.AddMinutes(30));
        Decide("GM0072", question).Due.ShouldBe(Tuesday.AddHours(1));
        Decide("GM0088", question).Due!.Value.ShouldBeGreaterThan(Tuesday.AddHours(12), "one morning a day, three hours");
    }

    private static void Lands(string municipality, string text, string topic, string rule)
    {
        var decision = Decide(municipality, text);
        decision.Topic.ShouldBe(topic);
        decision.Trace.Select(step => step.Rule).ShouldContain(rule);
        decision.Suggest.ShouldNotBeEmpty();
    }
}
