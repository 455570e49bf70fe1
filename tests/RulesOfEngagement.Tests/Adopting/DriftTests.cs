using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Adopting;

public class DriftTests
{
    [Fact]
    public void Whoever_does_as_all_do_has_no_drift_of_its_own() =>
        Town.With("voice: { name: Schier }").Adoption.DriftOf("GM0088").ShouldAllBe(drift => drift.Layer == "wadden");

    [Fact]
    public void An_adjustment_shows_the_words_that_differ_since_when_and_why()
    {
        var drift = Of("answers: [ { adjust: afval, text: Landelijk anders., reason: Wij hebben paarden. } ]", "afval");
        (drift.Kind, drift.Layer, drift.Above, drift.AboveRelease).ShouldBe((DriftKind.Adjusted, "GM0088", "nl", 2));
        (drift.SinceRelease, drift.SinceAt, drift.Reason).ShouldBe((1, Town.December, "Wij hebben paarden."));
        drift
            .Fields.Single()
            .Words.Select(word => (word.Change, word.Text))
            .ShouldBe([(null, "Landelijk"), (ChangeKind.Removed, " twee."), (ChangeKind.Added, " anders.")]);
        drift.Upstream.ShouldBeEmpty();
        drift.Sentence.ShouldBe(
            "Gemeente Schiermonnikoog wijkt sinds 1 december 2026 bij antwoord 'Afval' af van landelijke versie 2 in de tekst: Wij hebben paarden."
        );
    }

    [Fact]
    public void What_changed_above_since_the_difference_was_made_is_told()
    {
        var own = Layers.Files("GM0088", "answers: [ { adjust: afval, text: Eigen., reason: Zo } ]") with { Release = 1, At = At(2) };
        var blueprint = Blueprint.Read([National(2, "Nieuw.", 3), own], earlier: [National(1, "Oud.", 1)]);
        var drift = blueprint.Adoption.DriftOf("GM0088").Single();
        drift.Upstream.Select(field => (field.Field, field.Before, field.After)).ShouldBe([("text", "Oud.", "Nieuw.")]);
        drift.Sentence.ShouldEndWith("Sindsdien is daar ook de tekst gewijzigd.");
    }

    [Fact]
    public void The_release_that_brought_the_difference_is_found_behind_later_ones()
    {
        LayerFiles Own(int number, string more) =>
            Layers.Files("GM0088", "answers: [ { adjust: afval, text: Eigen., reason: Zo } ]\n" + more) with
            {
                Release = number,
                At = At(number),
            };
        var blueprint = Blueprint.Read(
            [National(1, "Oud.", 1), Own(4, "voice: { name: Schier }")],
            earlier: [Layers.Files("GM0088", "voice: { name: Eiland }") with { Release = 1, At = At(1) }, Own(2, ""), Own(3, "")]
        );
        var drift = blueprint.Adoption.DriftOf("GM0088").Single();
        (drift.SinceRelease, drift.SinceAt).ShouldBe((2, At(2)));
    }

    [Fact]
    public void Switched_off_added_copied_and_held_back_each_have_their_sentence()
    {
        Of("answers: [ { off: afval, reason: Geen afval } ]", "afval")
            .Sentence.ShouldBe("Gemeente Schiermonnikoog heeft antwoord 'Afval' uitgezet sinds 1 december 2026: Geen afval.");
        Of("answers: [ { id: paard, title: Paard, owner: S, text: Hinnik } ]", "paard")
            .Sentence.ShouldBe("Gemeente Schiermonnikoog heeft antwoord 'Paard' zelf toegevoegd sinds 1 december 2026.");
        var copied = Of("answers: [ { id: paard, title: Paard, owner: S, origin: wadden, text: Hinnik } ]", "paard");
        (copied.Kind, copied.Origin).ShouldBe((DriftKind.Added, "wadden"));
        copied.Sentence.ShouldBe("Gemeente Schiermonnikoog heeft antwoord 'Paard' overgenomen van regio Wadden sinds 1 december 2026.");
        var behind = Of("adoption: { base: { nl: 1 } }", "afval");
        (behind.Kind, behind.Fields.Single().Before, behind.Fields.Single().After).ShouldBe(
            (DriftKind.Behind, "Landelijk twee.", "Landelijk een.")
        );
    }

    [Fact]
    public void A_mandatory_entry_cannot_drift() =>
        Town.With("answers: [ { adjust: nood, text: Eigen nood., reason: Zo } ]")
            .Adoption.DriftOf("GM0088")
            .ShouldNotContain(drift => drift.Id == "nood");

    [Fact]
    public void What_the_region_made_different_is_told_as_the_regions()
    {
        var drift = Of("voice: { name: Schier }", "rust");
        (drift.Layer, drift.Above, drift.Sentence).ShouldBe(
            (
                "wadden",
                "nl",
                "Regio Wadden wijkt sinds 2 november 2026 bij antwoord 'Rust' af van landelijke versie 2 in de tekst: Het waait hier."
            )
        );
    }

    private static Drift Of(string own, string answer) => Town.With(own).Adoption.DriftOf("GM0088").Single(drift => drift.Id == answer);

    private static DateTimeOffset At(int day) => Town.November.AddDays(day);

    private static LayerFiles National(int number, string text, int day) =>
        Layers.Files("nl", $"answers: [ {{ id: afval, title: Afval, owner: L, text: {text} }} ]") with
        {
            Release = number,
            At = At(day),
        };
}
