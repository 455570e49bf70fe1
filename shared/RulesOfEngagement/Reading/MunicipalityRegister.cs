namespace WebcareHub.RulesOfEngagement;

/// <summary>Reads the register of municipalities of the national layer.</summary>
internal static class MunicipalityRegister
{
    public const string Path = "register/municipalities.csv";

    private static readonly string[] Columns = ["code", "name", "province", "safety_region", "valid_from", "valid_to"];

    public static IEnumerable<RegisteredMunicipality> Read(string path, string text, Report report)
    {
        var lines = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
        var header = Cells(lines[0]);
        var missing = Columns.Except(header).ToList();
        if (missing.Count > 0)
        {
            report.Error(new Place(path, 1, null), $"In het register ontbreekt de kolom '{missing[0]}'.");
            yield break;
        }
        var at = Columns.Select(column => header.IndexOf(column)).ToArray();
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0)
            {
                continue;
            }
            var cells = Cells(lines[i]);
            if (cells.Count <= at.Max() || !cells[at[0]].StartsWith("GM", StringComparison.Ordinal) || cells[at[1]].Length == 0)
            {
                report.Error(new Place(path, i + 1, null), "Deze regel van het register heeft geen gemeentecode (GM…) of naam.");
                continue;
            }
            yield return new RegisteredMunicipality(
                cells[at[0]],
                cells[at[1]],
                cells[at[2]],
                cells[at[3]],
                Values.Date(cells[at[4]]),
                Values.Date(cells[at[5]])
            );
        }
    }

    /// <summary>RFC 4180 without line breaks within a cell.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var (cell, quoted) = (new System.Text.StringBuilder(), false);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                var twice = quoted && i + 1 < line.Length && line[i + 1] == '"';
                cell.Append(twice ? "\"" : "");
                i += twice ? 1 : 0;
                quoted = twice || !quoted;
            }
            else if (line[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }
        return [.. cells, cell.ToString()];
    }
}
