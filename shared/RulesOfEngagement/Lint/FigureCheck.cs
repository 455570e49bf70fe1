namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks that each figure that is described is one that is computed.</summary>
internal static class FigureCheck
{
    public static void Check(ParsedLayer layer, Report report)
    {
        foreach (var figure in layer.Entries.Where(entry => entry.Section.Name == "figures" && !DefinedFigure.Known.Contains(entry.Id)))
        {
            report.Error(
                figure.Place,
                $"Het cijfer '{figure.Id}' bestaat niet.{Spelling.HintOrChoices(figure.Id, DefinedFigure.Known)} Een nieuw cijfer vraagt ook een nieuwe berekening."
            );
        }
    }
}
