using WebcareHub.Blueprint.Backtesting.Reporting;

namespace WebcareHub.Blueprint.Tests.Backtesting;

public sealed class MaskTests
{
    [Theory]
    [InlineData("Bel mij op 06-12345678 graag.", "Bel mij op [telefoonnummer] graag.")]
    [InlineData("Mail naar jan@voorbeeld.nl", "Mail naar [e-mailadres]")]
    [InlineData("Mijn BSN is 111222333.", "Mijn [naam] is [bsn].")]
    [InlineData("Ik woon in de Kerkstraat 12, 9166 LM.", "Ik woon in de [naam] 12, [postcode].")]
    [InlineData("Met vriendelijke groet, willemijn", "Met vriendelijke groet, [naam]")]
    [InlineData("Hallo, ik ben Jan van der Berg en ik wacht.", "Hallo, ik ben [naam] en ik wacht.")]
    [InlineData("Zaaknummer 2026-0012345 loopt nog.", "Zaaknummer [nummer] loopt nog.")]
    [InlineData("Kijk op www.voorbeeld.nl/jan voor de foto", "Kijk op [webadres] voor de foto")]
    [InlineData("Vraag van @jan.jansen hierover", "Vraag van [naam] hierover")]
    [InlineData("De container is vol. Wanneer wordt hij geleegd?", "De container is vol. Wanneer wordt hij geleegd?")]
    [InlineData("ik ben heel boos dat er niets gebeurt", "ik ben heel boos dat er niets gebeurt")]
    public void What_points_at_somebody_goes_and_the_question_stays(string text, string masked) => Mask.Of(text, null).ShouldBe(masked);

    [Fact]
    public void The_name_of_who_wrote_it_goes_also_where_it_is_written_small() =>
        Mask.Of("groetjes van willemijn. Willemijn de vries wacht op antwoord", "Willemijn Vries")
            .ShouldBe("groetjes van [naam]. [naam] de [naam] wacht op antwoord");
}
