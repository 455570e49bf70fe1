using WebcareHub.Blueprint.Drafting;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Tests.Drafting;

public sealed class RebaseDraftTests
{
    private static readonly Dictionary<string, string> Before = Layer("Een", "Twee");

    [Fact]
    public void Another_entry_of_the_same_file_is_no_conflict()
    {
        var (draft, conflicts) = RebaseDraft.Decide(Edit("een", "id: een\ntitle: Mijn"), Before, Layer("Een", "Hun"), 2);
        conflicts.ShouldBeEmpty();
        draft.After.ShouldBe(2);
        draft.Over(Layer("Een", "Hun")).ShouldBe(Layer("Mijn", "Hun"));
    }

    [Fact]
    public void A_whole_file_that_differs_in_one_entry_is_carried_over_as_that_entry()
    {
        var whole = DraftState.Begin("nl", 1) with
        {
            Files = new Dictionary<string, string?> { ["a.yaml"] = Layer("Mijn", "Twee")["a.yaml"] },
        };
        var (draft, conflicts) = RebaseDraft.Decide(whole, Before, Layer("Een", "Hun"), 2);
        conflicts.ShouldBeEmpty();
        draft.Over(Layer("Een", "Hun")).ShouldBe(Layer("Mijn", "Hun"));
    }

    [Fact]
    public void The_same_entry_is_a_conflict_and_nothing_moves()
    {
        var mine = Edit("een", "id: een\ntitle: Mijn");
        var (draft, conflicts) = RebaseDraft.Decide(mine, Before, Layer("Hun", "Twee"), 2);
        conflicts.ShouldBe(["een is intussen ook door een ander gewijzigd."]);
        draft.ShouldBe(mine);
    }

    [Fact]
    public void What_both_did_alike_is_no_conflict() =>
        RebaseDraft.Decide(Edit("een", "id: een\ntitle: Samen"), Before, Layer("Samen", "Twee"), 2).Conflicts.ShouldBeEmpty();

    [Fact]
    public void A_file_that_says_more_than_its_entries_meets_another_change_of_that_file()
    {
        var whole = DraftState.Begin("nl", 1) with
        {
            Files = new Dictionary<string, string?> { ["a.yaml"] = "# nieuw\n" + Before["a.yaml"] },
        };
        RebaseDraft
            .Decide(whole, Before, Layer("Een", "Hun"), 2)
            .Conflicts.ShouldBe(["Het bestand a.yaml is intussen ook door een ander gewijzigd."]);
    }

    private static DraftState Edit(string id, string text) =>
        DraftState.Begin("nl", 1) with
        {
            Entries = [new EntryEdit("topics", id, text)],
        };

    private static Dictionary<string, string> Layer(string one, string two) =>
        new() { ["a.yaml"] = $"topics:\n  - id: een\n    title: {one}\n\n  - id: twee # blijft\n    title: {two}\n" };
}
