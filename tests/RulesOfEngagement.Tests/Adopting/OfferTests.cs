using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Adopting;

public class OfferTests
{
    private const string Base = "adoption: { base: { nl: 1, wadden: 1 } }";

    [Fact]
    public void Whoever_follows_everything_is_offered_nothing()
    {
        Town.With(null).Adoption.OffersFor("GM0088").ShouldBeEmpty();
        Town.With("voice: { name: Schier }").Adoption.OffersFor("GM0088").ShouldBeEmpty();
    }

    [Fact]
    public void What_is_new_changed_or_withdrawn_above_is_offered_with_its_fields()
    {
        var offers = Town.With(Base).Adoption.OffersFor("GM0088");
        offers
            .Select(offer => (offer.Id, offer.Kind, offer.Layer, offer.Release, offer.Holds))
            .ShouldBe([
                ("afval", OfferKind.Changed, "nl", 2, 1),
                ("pers", OfferKind.Changed, "nl", 2, 1),
                ("nood", OfferKind.Changed, "nl", 2, 1),
                ("nieuw", OfferKind.New, "nl", 2, null),
                ("weg", OfferKind.Withdrawn, "nl", 2, 1),
                ("boot", OfferKind.Changed, "wadden", 2, 1),
            ]);
        var field = offers[0].Fields.Single();
        (field.Field, field.Before, field.After).ShouldBe(("text", "Landelijk een.", "Landelijk twee."));
        field
            .Words.Select(word => (word.Change, word.Text))
            .ShouldBe([(null, "Landelijk"), (ChangeKind.Removed, " een."), (ChangeKind.Added, " twee.")]);
        offers
            .Select(offer => offer.Sentence)
            .ShouldBe([
                "Landelijke versie 2 wijzigt antwoord 'Afval'; hier geldt nog versie 1.",
                "Landelijke versie 2 wijzigt antwoord 'Pers'; hier geldt nog versie 1.",
                "Landelijke versie 2 wijzigt antwoord 'Nood'; dat is verplicht en geldt hier al, want het nummer is veranderd.",
                "Landelijke versie 2 heeft iets nieuws: antwoord 'Nieuwe tekst'; dat geldt hier nog niet.",
                "Landelijke versie 2 trekt antwoord 'Wegwerkzaamheden' in; hier geldt nog versie 1.",
                "Versie 2 van regio Wadden wijzigt antwoord 'Boot'; hier geldt nog versie 1.",
            ]);
    }

    [Fact]
    public void A_mandatory_change_says_why_and_is_seen_once_it_is_adopted()
    {
        var told = Town.With(Base).Adoption.OffersFor("GM0088").Single(offer => offer.Mandatory);
        (told.Id, told.Why).ShouldBe(("nood", "Het nummer is veranderd"));
        Town.With("adoption: { base: { nl: 1 }, choices: [ { entry: answers/nood, choice: adopt, layer: nl, release: 2 } ] }")
            .Adoption.OffersFor("GM0088")
            .ShouldNotContain(offer => offer.Mandatory);
    }

    [Fact]
    public void What_was_adopted_or_follows_by_theme_is_no_offer_any_more()
    {
        var offers = Town.With(
                "adoption: { base: { nl: 1 }, follow: [woordvoering], choices: [ { entry: answers/afval, choice: adopt, layer: nl, release: 2 } ] }"
            )
            .Adoption.OffersFor("GM0088");
        offers.Select(offer => offer.Id).ShouldBe(["nood", "nieuw", "weg"]);
    }

    [Fact]
    public void A_deferral_stays_with_its_offer_until_the_entry_changes_again()
    {
        const string Own =
            "adoption: { base: { nl: 1 }, choices: [ { entry: answers/afval, choice: defer, layer: nl, release: 2, reason: Wij wachten. } ] }";
        var deferred = Town.With(Own).Adoption.OffersFor("GM0088")[0];
        (deferred.Id, deferred.Deferred?.Reason, deferred.DeferredBy).ShouldBe(("afval", "Wij wachten.", "GM0088"));
        deferred.Sentence.ShouldBe("Landelijke versie 2 wijzigt antwoord 'Afval'; gemeente Schiermonnikoog stelt dat uit: Wij wachten.");

        var again = Own.Replace("release: 2", "release: 1", StringComparison.Ordinal);
        Town.With(again).Adoption.OffersFor("GM0088")[0].Deferred.ShouldBeNull();
    }

    [Fact]
    public void An_offer_names_what_it_needs_and_does_not_hold_yet()
    {
        LayerFiles Nl(int number, params string[] more) => Layers.Files("nl", [Layers.Base, .. more]) with { Release = number };
        const string Rule =
            "rules: [ { id: r1, title: Nieuw, owner: T, when: { topic: nieuw, text: '@eng' }, then: { suggest: [a1, vers] } } ]\n"
            + "topics: [ { id: nieuw, title: Nieuw, owner: T, words: [nieuwtje] } ]\n"
            + "answers: [ { id: vers, title: Vers, owner: T, text: Vers } ]\nwordlists: [ { id: eng, title: Eng, owner: T, words: [boe] } ]";
        var blueprint = Blueprint.Read([Nl(2, Rule), Layers.Files("GM0088", "adoption: { base: { nl: 1 } }")], earlier: [Nl(1)]);
        blueprint
            .Adoption.OffersFor("GM0088")
            .Single(offer => offer.Section == "rules")
            .Needs.ShouldBe(["topics/nieuw", "wordlists/eng", "answers/vers"]);
    }

    [Fact]
    public void A_region_is_offered_what_changed_above_it()
    {
        var offers = Town.With(null, "adoption: { base: { nl: 1 } }").Adoption.OffersFor("wadden");
        offers.Select(offer => offer.Id).ShouldBe(["afval", "pers", "nood", "nieuw", "weg"]);
    }
}
