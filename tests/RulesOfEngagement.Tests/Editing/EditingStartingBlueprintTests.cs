using Shouldly;
using Xunit;

namespace WebcareHub.RulesOfEngagement.Tests.Editing;

/// <summary>Every entry of the blueprint a new installation begins with can be edited as text without touching anything beside it.</summary>
public sealed class EditingStartingBlueprintTests
{
    private static readonly IReadOnlyList<LayerFiles> Layers = LayerFiles.FromBlueprint(Path.Combine(Root.Folder, "blueprint"));

    [Fact]
    public void Every_entry_is_found_where_the_language_reads_it()
    {
        foreach (var layer in Layers)
        {
            var found = Texts(layer.Files).Keys;
            var read = Blueprint.Read([layer]).Layers.Single().Entries.Where(entry => entry.Scenario is null);
            found.Order().ShouldBe(read.Select(entry => $"{entry.Section.Name}/{entry.Id}").Order(), layer.Code);
        }
    }

    [Fact]
    public void Edits_of_all_entries_at_once_and_back_give_the_same_bytes()
    {
        foreach (var file in Layers.SelectMany(layer => layer.Files))
        {
            var files = new Dictionary<string, string> { [file.Key] = file.Value };
            var before = Texts(files);
            var there = EntryText.Write(files, [.. before.Select(entry => Edit(entry.Key, Longer(entry.Value)))]);
            Texts(there).ShouldBe(before.Select(entry => KeyValuePair.Create(entry.Key, Longer(entry.Value))), file.Key);
            EntryText.Write(there, [.. before.Select(entry => Edit(entry.Key, entry.Value))]).ShouldBe(files, file.Key);
        }
    }

    [Fact]
    public void An_edit_of_one_entry_leaves_all_others_as_they_were()
    {
        foreach (var file in Layers.SelectMany(layer => layer.Files))
        {
            var files = new Dictionary<string, string> { [file.Key] = file.Value };
            var before = Texts(files);
            foreach (var (key, text) in before.Where((_, index) => index % 9 == 0))
            {
                var there = EntryText.Write(files, [Edit(key, Longer(text))]);
                Texts(there).Where(entry => entry.Key != key).ShouldBe(before.Where(entry => entry.Key != key));
                there[file.Key].Length.ShouldBeGreaterThan(file.Value.Length);
                EntryText.Write(there, [Edit(key, text)]).ShouldBe(files, key);
            }
        }
    }

    private static string Longer(string text) =>
        text.EndsWith('}') && text.StartsWith('{')
            ? $"{text[..^1].TrimEnd()}, note: \"Erbij\\n# niets\" }}"
            : $"{text}\nnote: |\n  Erbij.\n\n  # Geen commentaar.";

    private static EntryEdit Edit(string key, string text) => new(key[..key.IndexOf('/')], key[(key.IndexOf('/') + 1)..], text);

    private static Dictionary<string, string> Texts(IReadOnlyDictionary<string, string> files) =>
        EntryText.Places(files).ToDictionary(place => $"{place.Section}/{place.Id}", place => EntryText.Read(files, place));
}
