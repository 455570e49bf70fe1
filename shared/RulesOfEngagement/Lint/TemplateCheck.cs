namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks templates against what Meta takes.</summary>
internal static class TemplateCheck
{
    public static void Check(MergedEntry template, Report report)
    {
        var slots = template.Texts("slots");
        var used = SlotText.Slots(template.Text("body") ?? "", out _).Select(slot => slot.Name).ToHashSet();
        foreach (var name in used.Where(name => !slots.Contains(name)))
        {
            report.Error(template.Place, $"Het slot '{{{name}}}' staat in de tekst, maar niet in 'slots'.{Spelling.Hint(name, slots)}");
        }
        foreach (var name in slots.Where(name => !used.Contains(name)))
        {
            report.Error(template.Place, $"Het slot '{name}' staat in 'slots', maar niet in de tekst. Meta verwacht er evenveel.");
        }
        if (template.Text("name") is { } title && !title.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            report.Error(template.Place, $"'{title}' kan bij Meta geen naam zijn: gebruik kleine letters, cijfers en _.");
        }
    }
}
