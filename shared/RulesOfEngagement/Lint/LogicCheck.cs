namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks what rules and words do together.</summary>
internal static class LogicCheck
{
    public static void Check(Merged merged, string layer, Report report)
    {
        Rules(merged, layer, report);
        foreach (var entry in merged.All.Where(entry => entry.Layer == layer))
        {
            foreach (var silent in SilentWords.In(entry, merged))
            {
                report.Remark(entry.Place, silent.Sentence);
            }
            Twice(entry, report);
            if (entry.Section.Name == "wordlists")
            {
                Nested(entry, report);
            }
            if (entry.Section.Name == "scenarios")
            {
                SignCheck.Check(entry, report);
            }
        }
        Siblings(merged, report);
    }

    private static void Rules(Merged merged, string layer, Report report)
    {
        var clashes = new RuleClashes(merged);
        var never = clashes.NeverMatching(layer).ToHashSet();
        foreach (var rule in never)
        {
            report.Remark(rule.Place, "Deze voorwaarden spreken elkaar tegen. De regel past nooit.");
        }
        foreach (var clash in clashes.Of(layer).Where(clash => !never.Contains(clash.Rule)))
        {
            report.Remark(clash.Rule.Place, clash.Sentence);
        }
        foreach (var clash in clashes.OverMandatory(layer))
        {
            var acts = string.Join(" en ", clash.Acts.Select(act => TraceSentence.FieldInWords(act) ?? act));
            report.Error(
                clash.Rule.Place,
                $"Deze regel gaat altijd voor de verplichte regel '{clash.By.Id}' en zet {acts} anders. Maak de voorwaarden smaller."
            );
        }
    }

    private static void Twice(MergedEntry entry, Report report)
    {
        foreach (var same in entry.Texts("words").GroupBy(word => Convert.ToHexString(Pattern.Parse(word, out _)?.Symbols ?? [])))
        {
            if (same.Key.Length > 0 && same.Count() > 1)
            {
                report.Remark(entry.Place, $"Het woord '{same.First()}' staat hier twee keer.");
            }
        }
    }

    private static void Nested(MergedEntry list, Report report)
    {
        foreach (var word in list.Texts("words").Where(word => word.StartsWith('@')))
        {
            report.Error(list.Place, $"Een woordenlijst kan geen andere woordenlijst noemen. Schrijf de woorden van '{word}' hier uit.");
        }
    }

    /// <summary>The same word at two topics side by side: both score alike, and the order in the file decides. A layer below may do so on purpose: its topic goes first.</summary>
    private static void Siblings(Merged merged, Report report)
    {
        var seen = new Dictionary<(string Parent, string Word), MergedEntry>();
        var own = merged.Layers.Count - 1;
        foreach (var topic in merged.Of("topics").Where(topic => topic.Origin == own))
        {
            foreach (var word in Formula.Words(topic.Texts("words"), merged).DistinctBy(word => Convert.ToHexString(word.Symbols!)))
            {
                var key = (topic.Text("parent") ?? "", Convert.ToHexString(word.Symbols!));
                if (!seen.TryAdd(key, topic) && seen[key].Id != topic.Id)
                {
                    report.Remark(
                        topic.Place,
                        $"Het woord '{word.Value}' staat ook bij '{seen[key].Id}'. Dan wint alleen de plaats in het bestand."
                    );
                }
            }
        }
    }
}
