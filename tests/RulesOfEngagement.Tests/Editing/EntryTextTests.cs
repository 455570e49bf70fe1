using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Editing;

public sealed class EntryTextTests
{
    private const string File = """
        # Bovenaan
        layer: { title: Proef, kind: municipality }

        # Over de regels
        rules:
          # hoort bij de eerste
          - id: een            # achteraan
            title: Een
            # midden in
            when: { always: true }
            then:
              label: x

          # hoort bij de tweede
          - off: twee
            reason: |
              Zo.

              En zo.

              # dit is tekst

        answers:
        - { id: drie, title: Drie, text: "Een #3" }
        -
          id: vier
          title: Vier
        voice:
          name: Proef
          facts:
            telefoon: "14"
        # Onderaan
        """;

    private static readonly Dictionary<string, string> Files = new() { ["layer.yaml"] = File };

    [Fact]
    public void An_entry_is_shown_without_the_indentation_of_its_file() =>
        EntryText
            .Read(Files, "rules", "een")
            .ShouldBe("id: een            # achteraan\ntitle: Een\n# midden in\nwhen: { always: true }\nthen:\n  label: x");

    [Fact]
    public void A_hash_within_a_text_belongs_to_the_text() =>
        EntryText.Read(Files, "rules", "twee").ShouldBe("off: twee\nreason: |\n  Zo.\n\n  En zo.\n\n  # dit is tekst");

    [Theory]
    [InlineData("answers", "drie", "{ id: drie, title: Drie, text: \"Een #3\" }")]
    [InlineData("answers", "vier", "id: vier\ntitle: Vier")]
    [InlineData("voice", "voice", "name: Proef\nfacts:\n  telefoon: \"14\"")]
    public void Every_way_of_writing_an_entry_is_found(string section, string id, string text) =>
        EntryText.Read(Files, section, id).ShouldBe(text);

    [Fact]
    public void An_edit_touches_its_own_lines_alone()
    {
        var edited = EntryText.Write(Files, "rules", "een", "id: een\ntitle: Anders\nwhen: { always: true }\nthen: { label: y }\n");
        edited["layer.yaml"]
            .ShouldBe(
                File.Replace(
                    "id: een            # achteraan\n    title: Een\n    # midden in\n    when: { always: true }\n    then:\n      label: x",
                    "id: een\n    title: Anders\n    when: { always: true }\n    then: { label: y }",
                    StringComparison.Ordinal
                )
            );
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Any_edit_followed_by_the_old_text_gives_the_old_bytes(string lineBreak)
    {
        var files = new Dictionary<string, string> { ["layer.yaml"] = File.Replace("\n", lineBreak, StringComparison.Ordinal) };
        foreach (var place in EntryText.Places(files))
        {
            var text = EntryText.Read(files, place);
            var mode = place.Mode == "add" ? "id" : place.Mode;
            var other = place.Section == "voice" ? "name: Anders" : $"{mode}: {place.Id}\ntitle: |\n  Anders\n\n  # geen commentaar";
            var there = EntryText.Write(files, place.Section, place.Id, other);
            there["layer.yaml"].ShouldNotBe(files["layer.yaml"]);
            EntryText.Write(there, place.Section, place.Id, text).ShouldBe(files, place.Id);
        }
    }

    [Fact]
    public void A_new_entry_comes_at_the_end_of_its_section_as_the_others_stand_there()
    {
        var edited = EntryText.Write(Files, "rules", "nieuw", "id: nieuw\ntitle: Nieuw");
        edited["layer.yaml"]
            .ShouldBe(File.Replace("# dit is tekst\n", "# dit is tekst\n  - id: nieuw\n    title: Nieuw\n", StringComparison.Ordinal));
        EntryText.Read(edited, "rules", "nieuw").ShouldBe("id: nieuw\ntitle: Nieuw");
    }

    [Theory]
    [InlineData("layer: { title: Proef }", "layer: { title: Proef }\n\ntopics:\n  - id: a\n    title: A\n")]
    [InlineData("layer: { title: Proef }\ntopics:\nroles:\n", "layer: { title: Proef }\ntopics:\n  - id: a\n    title: A\nroles:\n")]
    [InlineData("topics:", "topics:\n  - id: a\n    title: A\n")]
    public void A_heading_that_is_missing_or_empty_is_no_hindrance(string file, string expected) =>
        EntryText
            .Write(new Dictionary<string, string> { ["layer.yaml"] = file }, "topics", "a", "id: a\ntitle: A")["layer.yaml"]
            .ShouldBe(expected);

    [Fact]
    public void An_entry_taken_out_leaves_the_rest()
    {
        var edited = EntryText.Write(Files, "answers", "drie", null)["layer.yaml"];
        edited.ShouldBe(File.Replace("- { id: drie, title: Drie, text: \"Een #3\" }\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unfinished_text_does_not_hide_the_other_edits()
    {
        var edited = EntryText.Write(
            Files,
            [new EntryEdit("rules", "een", "id: een\ntitle: \"niet af"), new EntryEdit("voice", "voice", "name: Anders")]
        )["layer.yaml"];
        edited.ShouldContain("title: \"niet af\n");
        edited.ShouldContain("voice:\n  name: Anders\n# Onderaan");
    }
}
