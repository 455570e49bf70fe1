using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Comparing;

public class ComparisonTests
{
    private const string Rule =
        "rules:\n  - { id: r, title: Grofvuil, owner: T, when: { text: [bank, kast] }, then: { priority: normal, label: [a] } }\n";

    public static TheoryData<string, string, string> Sentences =>
        new()
        {
            {
                Rule,
                Rule.Replace("priority: normal", "priority: high"),
                "Regel 'Grofvuil' is gewijzigd. De prioriteit gaat van 'normaal' naar 'hoog'."
            },
            {
                Rule,
                Rule.Replace("[bank, kast]", "[bank, stoel]"),
                "Regel 'Grofvuil' is gewijzigd. De woorden in de voorwaarde: 'stoel' erbij, 'kast' weg."
            },
            { Rule, Rule.Replace("when: {", "when: { channel: chat,"), "Regel 'Grofvuil' is gewijzigd. Voorwaarde 'kanaal' is nu 'chat'." },
            { "", Rule, "Regel 'Grofvuil' is nieuw." },
            { Rule, "", "Regel 'Grofvuil' is weg." },
            {
                "",
                "rules:\n  - { off: nl.x, reason: Dat doen wij zelf. }\n",
                "Regel 'nl.x' wordt hier uitgezet, omdat: Dat doen wij zelf."
            },
            {
                "rules:\n  - { adjust: nl.x, theme: webcare, reason: Anders }\n",
                "rules:\n  - { off: nl.x, reason: Toch niet }\n",
                "Regel 'nl.x' wordt nu uitgezet, omdat: Toch niet."
            },
            { "rules:\n  - { adjust: nl.x, theme: webcare, reason: Anders }\n", "", "Regel 'nl.x' wordt hier niet meer aangepast." },
            {
                "voice: { facts: { telefoon: 14 0596 } }\n",
                "voice: { facts: { telefoon: 14 0519 } }\n",
                "De stem is gewijzigd. Gegeven 'telefoon' gaat van '14 0596' naar '14 0519'."
            },
            {
                "defaults: { owner: Team A }\n",
                "defaults: { owner: Team B }\n",
                "Wat geldt voor heel 0.yaml is gewijzigd. De eigenaar gaat van 'Team A' naar 'Team B'."
            },
            {
                "scenarios:\n  - { id: s, title: Storm, owner: T, rules: [ { id: q, title: Q, when: { always: true }, then: { label: [a] } } ] }\n",
                "scenarios:\n  - { id: s, title: Storm, owner: T, rules: [ { id: q, title: Q, when: { always: true }, then: { label: [b] } } ] }\n",
                "Regel 'Q' is gewijzigd. De labels: 'b' erbij, 'a' weg."
            },
            {
                "answers:\n  - { id: a, title: Afval, owner: T, text: Zet de bak voor zeven uur in de ochtend buiten. Wij komen in de loop van de dag langs. }\n",
                "answers:\n  - { id: a, title: Afval, owner: T, text: Zet de bak voor acht uur in de ochtend buiten. Wij komen in de loop van de dag bij u langs. }\n",
                "Antwoord 'Afval' is gewijzigd. De tekst: 3 woorden erbij, 1 woord weg."
            },
        };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Every_difference_is_told_in_a_sentence(string before, string after, string sentence) =>
        Of(before, after).Entries.Select(entry => entry.Sentence).ShouldBe([sentence]);

    [Fact]
    public void A_file_that_differs_in_comments_alone_changes_no_entry()
    {
        var comparison = Of(Rule, "# Waarom deze regel er is\r\n" + Rule.Replace("[bank, kast]", "[ \"bank\",  'kast' ]"));
        comparison.Entries.ShouldBeEmpty();
        comparison.Files.ShouldBe([new("0.yaml", ChangeKind.CommentsOnly, "In 0.yaml zijn alleen opmerkingen of de opmaak anders.")]);
    }

    [Fact]
    public void The_order_of_rules_is_content()
    {
        string[] ids = ["a", "b", "c", "d"];
        var comparison = Of(Rules(ids), Rules(["d", "a", "b", "c"]));
        comparison.Entries.Select(entry => entry.Sentence).ShouldBe(["Regel 'D' staat op een andere plaats in de volgorde."]);
        comparison.Entries[0].Change.ShouldBe(ChangeKind.Moved);
        Of(Rules(ids), Rules(["a", "x", "b", "c", "d"])).Entries.Select(entry => entry.Id).ShouldBe(["x"]);
    }

    [Fact]
    public void An_entry_that_moves_to_another_file_is_not_new()
    {
        var before = new LayerFiles("nl", new Dictionary<string, string> { ["a.yaml"] = Rule, ["b.yaml"] = "" });
        var after = new LayerFiles("nl", new Dictionary<string, string> { ["a.yaml"] = "", ["b.yaml"] = Rule });
        var comparison = Comparison.Of(before, after);
        comparison.Entries.ShouldBeEmpty();
        comparison.Files.Select(file => file.Change).ShouldBe([ChangeKind.Moved, ChangeKind.Moved]);
    }

    [Fact]
    public void Other_files_and_unreadable_ones_are_told_by_name()
    {
        var before = Files(("uitleg.md", "een\ntwee\n"), ("stuk.yaml", "rules: ["), ("weg.md", "x"));
        var after = Files(("uitleg.md", "een\ndrie\nvier\n"), ("stuk.yaml", "rules: [["), ("nieuw.md", "x"));
        Comparison
            .Of(before, after)
            .Files.Select(file => file.Sentence)
            .ShouldBe([
                "Het bestand nieuw.md is nieuw.",
                "Het bestand stuk.yaml is gewijzigd; een van beide versies is niet te lezen.",
                "In uitleg.md zijn 2 regels erbij en is 1 regel weg.",
                "Het bestand weg.md is weg.",
            ]);
    }

    [Fact]
    public void A_municipality_that_ends_is_told_from_the_register()
    {
        const string register = "code,name,province,safety_region,valid_from,valid_to\nGM0088,Schiermonnikoog,Fryslân,Fryslân,,\n";
        var comparison = Comparison.Of(
            Files(("register/municipalities.csv", register)),
            Files(("register/municipalities.csv", register.Replace(",,\n", ",,2028-01-01\n")))
        );
        comparison
            .Entries.Select(entry => entry.Sentence)
            .ShouldBe(["Gemeente Schiermonnikoog in het register is gewijzigd. De dag van opheffing is nu '2028-01-01'."]);
        comparison.Files.ShouldBeEmpty();
    }

    [Fact]
    public void A_release_does_not_differ_from_itself()
    {
        foreach (var layer in LayerFiles.FromBlueprint(Path.Combine(Root.Folder, "blueprint")))
        {
            Comparison.Of(layer, layer with { Files = layer.Files.ToDictionary() }).IsEmpty.ShouldBeTrue(layer.Code);
            var whole = Comparison.Of(new(layer.Code, new Dictionary<string, string>()), layer);
            whole.Entries.ShouldAllBe(entry => entry.Change == ChangeKind.Added);
            whole.Entries.Count.ShouldBeGreaterThan(10, layer.Code);
        }
    }

    [Theory]
    [InlineData("", "", "")]
    [InlineData("Zet de bak buiten", "Zet de bak vroeg buiten", "Zet de bak[+ vroeg] buiten")]
    [InlineData("Bel 112", "Bel nu 112.", "Bel[- 112][+ nu 112.]")]
    [InlineData("een twee drie", "een 2 3", "een[- twee drie][+ 2 3]")]
    [InlineData("a  b\nc", "a b\nc", "a[-  b][+ b]\nc")]
    public void Words_that_stay_and_words_that_change_are_apart(string before, string after, string expected) =>
        Shown(Comparison.Words(before, after)).ShouldBe(expected);

    [Fact]
    public void The_pieces_are_both_texts_again_whatever_they_are()
    {
        var random = new Random(4);
        for (var round = 0; round < 300; round++)
        {
            var (before, after) = (Text(random), Text(random));
            var words = Comparison.Words(before, after);
            string.Concat(words.Where(word => word.Change != ChangeKind.Added).Select(word => word.Text)).ShouldBe(before);
            string.Concat(words.Where(word => word.Change != ChangeKind.Removed).Select(word => word.Text)).ShouldBe(after);
        }
    }

    private static string Text(Random random) =>
        string.Concat(
            Enumerable.Range(0, random.Next(12)).Select(_ => random.GetItems([" ", "\n", "de ", "bak", "  ", "uur", " in "], 1)[0])
        );

    private static string Shown(IEnumerable<WordDifference> words) =>
        string.Concat(
            words.Select(word =>
                word.Change switch
                {
                    ChangeKind.Added => $"[+{word.Text}]",
                    ChangeKind.Removed => $"[-{word.Text}]",
                    _ => word.Text,
                }
            )
        );

    private static string Rules(IEnumerable<string> ids) =>
        "rules:\n"
        + string.Concat(
            ids.Select(id =>
                $"  - {{ id: {id}, title: {id.ToUpperInvariant()}, owner: T, when: {{ always: true }}, then: {{ hide: true }} }}\n"
            )
        );

    private static LayerComparison Of(string before, string after) => Comparison.Of(Layers.Files("nl", before), Layers.Files("nl", after));

    private static LayerFiles Files(params (string Path, string Text)[] files) =>
        new("nl", files.ToDictionary(file => file.Path, file => file.Text));
}
