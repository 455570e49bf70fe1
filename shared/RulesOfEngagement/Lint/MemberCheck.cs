namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks the municipalities that layers name against the register, where there is one.</summary>
internal static class MemberCheck
{
    public static void Check(ParsedLayer layer, IReadOnlyDictionary<string, RegisteredMunicipality> register, Report report)
    {
        if (layer.Block is not { } place)
        {
            return;
        }
        foreach (var code in layer.Members.Where((code, at) => layer.Members.Take(at).Contains(code)))
        {
            report.Remark(place, $"Gemeente {code} staat hier twee keer als lid.");
        }
        foreach (var code in layer.Members.Distinct().Where(code => register.Count > 0 && !register.ContainsKey(code)))
        {
            report.Error(place, $"'{code}' staat niet in het register van gemeenten.{Spelling.Hint(code, register.Keys)}");
        }
        if (layer.Kind == "municipality" && register.Count > 0 && !register.ContainsKey(layer.Code))
        {
            report.Remark(place, $"Gemeente {layer.Code} staat niet in het register van gemeenten.");
        }
        if (layer.Kind != "municipality" && layer.Inhabitants is not null)
        {
            report.Remark(place, "Alleen een gemeente zegt hoeveel inwoners ze heeft.");
        }
        if (layer.Kind is "province" or "region" && layer.Members.Count == 0)
        {
            report.Remark(place, "Deze laag heeft geen gemeenten als lid en geldt dus voor niemand.");
        }
    }
}
