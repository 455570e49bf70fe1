using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Editing;

public sealed class AdoptionTextTests
{
    private const string File = """
        # Onze keuzes
        adoption:
          # sinds de start
          base: { nl: 3, wadden: 1 }   # niet hoger zetten zonder overleg
          follow: [monitoring]
          choices:
            # besproken in november
            - { entry: rules/nl.a, choice: adopt, layer: nl, release: 4, since: 2026-11-20 }   # goed idee
            - entry: answers/b
              choice: defer
              layer: nl
              release: 4
              reason: "Wachten: op de wagens."
            # einde
        voice:
          name: Proef
        """;

    private static readonly Dictionary<string, string> Files = new() { ["layer.yaml"] = File };
    private static readonly EntryChoice New = new("answers", "c", ChoiceKind.Adopt, "nl", 5, null, new DateOnly(2026, 11, 22));

    [Fact]
    public void A_new_choice_comes_after_the_others_and_touches_nothing_else() =>
        AdoptionText
            .Choose(Files, New)["layer.yaml"]
            .ShouldBe(
                File.Replace(
                    "wagens.\"\n",
                    "wagens.\"\n    - { entry: answers/c, choice: adopt, layer: nl, release: 5, since: 2026-11-22 }\n",
                    StringComparison.Ordinal
                )
            );

    [Fact]
    public void A_choice_about_the_same_entry_takes_the_place_of_the_earlier_one()
    {
        var deferred = New with { Id = "b", Kind = ChoiceKind.Defer, Release = 6, Reason = "Nog \"even\" niet" };
        var text = AdoptionText.Choose(Files, deferred)["layer.yaml"];
        text.ShouldContain(
            "# goed idee\n    - { entry: answers/b, choice: defer, layer: nl, release: 6, reason: \"Nog \\\"even\\\" niet\", since: 2026-11-22 }\n    # einde"
        );
        Read(text).Choices.Select(choice => (choice.Id, choice.Reason)).ShouldBe([("nl.a", null), ("b", "Nog \"even\" niet")]);
    }

    [Fact]
    public void Base_and_themes_keep_their_comments()
    {
        var text = AdoptionText.Follow(AdoptionText.Base(Files, [new("nl", 7)]), ["webcare"])["layer.yaml"];
        text.ShouldBe(
            File.Replace("{ nl: 3, wadden: 1 }   #", "{ nl: 7 }  #", StringComparison.Ordinal)
                .Replace("[monitoring]", "[webcare]", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void What_is_missing_gets_its_place()
    {
        var shared = AdoptionText.Share(Files, ["backtest"])["layer.yaml"];
        shared.ShouldContain("  follow: [monitoring]\n  share: [backtest]\n  choices:");
        Read(shared).SharesBacktests.ShouldBeTrue();
    }

    [Fact]
    public void A_choice_forgotten_leaves_the_rest()
    {
        var text = AdoptionText.Forget(Files, choice => choice.Id == "nl.a")["layer.yaml"];
        Read(text).Choices.Select(choice => choice.Id).ShouldBe(["b"]);
        text.ShouldContain("# besproken in november");
        AdoptionText.Forget(Files, _ => true)["layer.yaml"].ShouldContain("# einde");
    }

    [Theory]
    [InlineData("")]
    [InlineData("adoption:\n")]
    [InlineData("adoption:\n  follow: []\n  choices: []\n")]
    [InlineData("adoption:\n  choices: [{ entry: rules/x, choice: adopt, layer: nl, release: 1 }]\n")]
    public void Every_beginning_takes_choices(string begin)
    {
        var files = begin.Length == 0 ? new Dictionary<string, string>() : new() { ["adoption.yaml"] = begin };
        var once = AdoptionText.Choose(files, New);
        var twice = AdoptionText.Choose(AdoptionText.Base(once, [new("nl", 2)]), New with { Id = "d" });
        var read = Read(twice["adoption.yaml"]);
        read.Choices.Select(choice => choice.Id).TakeLast(2).ShouldBe(["c", "d"]);
        read.Base["nl"].ShouldBe(2);
    }

    [Fact]
    public void An_adjustment_begins_with_what_is_written_above() =>
        DeviatingText
            .Adjust("grofvuil", "id: grofvuil\ntitle: Grofvuil\nowner: Team\ntext: |\n  Bel.\n\n  # telt mee\nchannels: [x]", "Anders")
            .ShouldBe("adjust: grofvuil\nreason: \"Anders\"\ntext: |\n  Bel.\n\n  # telt mee\nchannels: [x]");

    [Fact]
    public void A_copy_says_where_it_comes_from_and_keeps_an_older_origin()
    {
        DeviatingText
            .Copy("id: a\ntitle: A\nowner: Team\ntext: Hoi", "GM0193", "Gemeente X")
            .ShouldBe("id: a\norigin: GM0193\nowner: \"Gemeente X\"\ntitle: A\ntext: Hoi");
        DeviatingText.Copy("{ id: a, title: A, origin: GM0014, topics: [x] }", "GM0193", "X").ShouldContain("origin: \"GM0014\"");
    }

    private static LayerAdoption Read(string text)
    {
        var layer = Blueprint.Read([new LayerFiles("GM0088", new Dictionary<string, string> { ["adoption.yaml"] = text })]).Layers.Single();
        layer.Findings.ShouldBeEmpty();
        return layer.Adoption;
    }
}
