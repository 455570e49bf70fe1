using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests;

public class PersonalDataTests
{
    [Theory]
    [InlineData("Mijn BSN is 123456782.", "bsn:123456782")]
    [InlineData("bsn 1234.56.782", "bsn:1234.56.782")]
    [InlineData("bsn 111222333!", "bsn:111222333")]
    [InlineData("zaaknummer 123456789", "")]
    [InlineData("000000000", "")]
    [InlineData("nummer 1123456782", "")]
    [InlineData("Bel 06 12 34 56 78 vanavond", "phone:06 12 34 56 78")]
    [InlineData("Bel (0519) 53 50 50", "phone:(0519) 53 50 50")]
    [InlineData("+31 6 12345678", "phone:+31 6 12345678")]
    [InlineData("0031612345678", "phone:0031612345678")]
    [InlineData("in 2026 waren er 4500 meldingen", "")]
    [InlineData("rekening NL91ABNA0417164300", "iban:NL91ABNA0417164300")]
    [InlineData("NL91 ABNA 0417 1643 00 graag", "iban:NL91 ABNA 0417 1643 00")]
    [InlineData("NL91ABNA0417164301", "")]
    [InlineData("DE89 3704 0044 0532 0130 00", "iban:DE89 3704 0044 0532 0130 00")]
    [InlineData("mail j.de-vries+x@mail.voorbeeld.nl.", "email:j.de-vries+x@mail.voorbeeld.nl")]
    [InlineData("zie @gemeente voor meer", "")]
    [InlineData("Dorpsstraat 1, 9166 AB Schiermonnikoog", "postcode:9166 AB")]
    [InlineData("9166ab", "postcode:9166ab")]
    [InlineData("9166 ab", "postcode:9166 ab")]
    [InlineData("1234 SS en 0123 AB", "")]
    [InlineData("in 2026 op de brug", "")]
    [InlineData("de auto met 12-ABC-3 staat fout", "licence-plate:12-ABC-3")]
    [InlineData("kenteken XX-99-YY", "licence-plate:XX-99-YY")]
    [InlineData("op 12-10-26", "")]
    [InlineData(null, "")]
    public void It_finds_what_is_personal_and_leaves_the_rest(string? text, string found) =>
        string.Join(" ", PersonalDataScan.Find(text).Select(each => $"{each.Kind}:{text!.Substring(each.Start, each.Length)}"))
            .ShouldBe(found);

    [Fact]
    public void Several_are_found_in_order() =>
        PersonalDataScan.Find("jan@x.nl, 123456782, 9166 AB").Select(each => each.Kind).ShouldBe(["email", "bsn", "postcode"]);
}
