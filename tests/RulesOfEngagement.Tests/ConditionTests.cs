using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests;

public class ConditionTests
{
    private static readonly MessageFacts Message = new("Hallo", "whatsapp");

    [Theory]
    [InlineData("{ text: stoep }", "De stoep ligt los", true)]
    [InlineData("{ text: stoep }", "De stoeptegel ligt los", false)]
    [InlineData("{ text: stoep* }", "De stoeptegel ligt los", true)]
    [InlineData("{ text: \"*tegel\" }", "De stoeptegel ligt los", true)]
    [InlineData("{ text: \"*tegel\" }", "De tegels liggen los", false)]
    [InlineData("{ text: \"*oepte*\" }", "De stoeptegel ligt los", true)]
    [InlineData("{ text: grof vuil }", "Mijn GROF  vuil staat er nog", true)]
    [InlineData("{ text: grof vuil }", "Grof gebroken vuil", false)]
    [InlineData("{ text: wifi paal }", "de wifi-paal is stuk", true)]
    [InlineData("{ text: cafe }", "Geluid van het CAFÉ.", true)]
    [InlineData("{ text: café }", "geluid van het cafe", true)]
    [InlineData("{ text: ijsbaan }", "de ĳsbaan is dicht", true)]
    [InlineData("{ text: strasse }", "Straße", true)]
    [InlineData("{ text: foto's }", "mijn foto’s zijn weg", true)]
    [InlineData("{ text: паспорт }", "Мой ПАСПОРТ потерян", true)]
    [InlineData("{ text: паспорт }", "Мой пасспорт", false)]
    [InlineData("{ text: { any: [a1a, b2b], none: [niet] } }", "wel b2b", true)]
    [InlineData("{ text: { any: [a1a, b2b], none: [niet] } }", "niet b2b", false)]
    [InlineData("{ text: { all: [dood, vogel*] } }", "een dode vogel", false)]
    [InlineData("{ text: { all: [dood, vogel*] } }", "vogeltje ligt dood", true)]
    [InlineData("{ text: \"@bedreiging\" }", "Ik maak je dood!", true)]
    [InlineData("{ detects: threat }", "ik steek over", true)]
    [InlineData("{ any: [ { text: een }, { text: twee } ] }", "twee", true)]
    [InlineData("{ all: [ { text: een }, { text: twee } ] }", "twee", false)]
    [InlineData("{ not: { text: een } }", "twee", true)]
    [InlineData("{ not: [ { text: een }, { text: twee } ] }", "twee", false)]
    [InlineData("{ always: true }", "", true)]
    [InlineData("{ topic: afval }", "Wanneer komt het grofvuil", true)]
    [InlineData("{ topic: afval.grofvuil }", "Wanneer komt de vuilnisman", false)]
    [InlineData("{ topic: none }", "Wanneer komt Sinterklaas", true)]
    [InlineData("{ intent: report }", "Wanneer komt het grofvuil", true)]
    [InlineData("{ intent: none }", "parkeren", true)]
    public void Words_are_found_as_people_write_them(string when, string text, bool matches) =>
        Layers.WithRule(when).Matches(Message with { Text = text }).ShouldBe(matches);

    [Theory]
    [InlineData("bsn", "mijn bsn is 123456782", true)]
    [InlineData("bsn", "mijn bsn is 123456789", false)]
    [InlineData("iban", "NL91 ABNA 0417 1643 00", true)]
    [InlineData("iban", "NL92 ABNA 0417 1643 00", false)]
    [InlineData("phone", "bel 06-12345678", true)]
    [InlineData("email", "mail naar jan@voorbeeld.nl", true)]
    [InlineData("postcode", "op 9166 AB", true)]
    [InlineData("licence-plate", "de auto 12-ABC-3", true)]
    public void Personal_data_is_detected(string kind, string text, bool matches) =>
        Layers.WithRule($"{{ detects: {kind} }}").Matches(Message with { Text = text }).ShouldBe(matches);

    [Fact]
    public void Facts_about_the_message_are_read()
    {
        Layers.WithRule("{ channel: [whatsapp, x] }").Matches(Message).ShouldBeTrue();
        Layers.WithRule("{ channel: x }").Matches(Message).ShouldBeFalse();
        Layers.WithRule("{ visibility: public }").Matches(Message with { Visibility = "public" }).ShouldBeTrue();
        Layers.WithRule("{ kind: media }").Matches(Message with { Kind = "media" }).ShouldBeTrue();
        Layers.WithRule("{ language: fy }").Matches(Message with { Language = "fy" }).ShouldBeTrue();
        Layers.WithRule("{ author: press }").Matches(Message with { Author = "press" }).ShouldBeTrue();
        Layers.WithRule("{ firstContact: true }").Matches(Message).ShouldBeFalse();
        Layers.WithRule("{ firstContact: false }").Matches(Message).ShouldBeTrue();
        Layers.WithRule("{ attachments: true }").Matches(Message with { Attachments = 1 }).ShouldBeTrue();
        Layers.WithRule("{ attachments: { atLeast: 2 } }").Matches(Message with { Attachments = 1 }).ShouldBeFalse();
        Layers.WithRule("{ followers: { atLeast: 5000 } }").Matches(Message with { Followers = 5000 }).ShouldBeTrue();
        Layers.WithRule("{ campaign: verkiezingen }").Matches(Message with { Campaign = "verkiezingen" }).ShouldBeTrue();
        Layers.WithRule("{ scenario: true }").Matches(Message with { Scenario = "storm" }).ShouldBeTrue();
        Layers.WithRule("{ scenario: false }").Matches(Message).ShouldBeTrue();
    }

    [Fact]
    public void Opening_hours_and_holidays_are_read_at_the_moment_of_the_message()
    {
        var (day, evening) = (Layers.WednesdayMorning, Layers.WednesdayMorning.AddHours(10));
        Layers.WithRule("{ hours: open }").Matches(Message, day).ShouldBeTrue();
        Layers.WithRule("{ hours: closed }").Matches(Message, day).ShouldBeFalse();
        Layers.WithRule("{ hours: closed }").Matches(Message, evening).ShouldBeTrue();
        var king = new DateTimeOffset(2026, 4, 27, 10, 0, 0, TimeSpan.FromHours(2));
        Layers.WithRule("{ holiday: true }").Matches(Message, king).ShouldBeTrue();
        Layers.WithRule("{ holiday: koningsdag }").Matches(Message, king).ShouldBeTrue();
        Layers.WithRule("{ holiday: hemelvaartsdag }").Matches(Message, king).ShouldBeFalse();
        Layers.WithRule("{ holiday: false }").Matches(Message, day).ShouldBeTrue();
    }

    [Fact]
    public void Conditions_in_one_block_must_all_hold()
    {
        var rule = Layers.WithRule("{ channel: whatsapp, visibility: public, text: stoep }");
        rule.Matches(Message with { Text = "stoep", Visibility = "public" }).ShouldBeTrue();
        rule.Matches(Message with { Text = "stoep" }).ShouldBeFalse();
        rule.Matches(Message with { Visibility = "public" }).ShouldBeFalse();
    }
}
