namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks the signs of a scenario: each is counted by its own words.</summary>
internal static class SignCheck
{
    public static void Check(MergedEntry scenario, Report report)
    {
        var signs = scenario["signs"].Each().OfType<MapNode>().ToArray();
        foreach (var same in signs.GroupBy(sign => sign["id"].Text()).Where(same => same.Key is not null && same.Count() > 1))
        {
            report.Error(scenario.Place, $"Het signaal '{same.Key}' staat hier twee keer.");
        }
        foreach (var list in signs.SelectMany(sign => sign["words"].Texts()).Where(word => word.StartsWith('@')).Distinct())
        {
            report.Error(scenario.Place, $"Een signaal kan niet naar de woordenlijst '{list}' verwijzen. Schrijf de woorden hier uit.");
        }
    }
}
