namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks a file as a whole: a release must come out of the service as it went in, on every computer.</summary>
internal static class FileCheck
{
    public static void Check(string path, string text, Report report)
    {
        var place = new Place(path, 1, null);
        if (!LayerFiles.IsPart(path) || Path.GetExtension(path).Any(char.IsUpper))
        {
            report.Error(place, "Een laag bestaat uit bestanden die eindigen op .yaml, .yml, .csv of .md.");
        }
        if (path.Length > 200 || !path.Split('/').All(IsName))
        {
            report.Error(place, "Deze naam kan niet op elke computer: gebruik letters, cijfers, punten, - en _ en scheid mappen met /.");
        }
        if (text.Contains('\uFFFD') || text.Contains('\0'))
        {
            report.Error(place, "Dit bestand is niet goed te lezen. Sla het op als UTF-8.");
        }
    }

    private static bool IsName(string part) =>
        part.Length > 0
        && part[0] != '.'
        && part[^1] is not ('.' or ' ')
        && part.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ');
}
