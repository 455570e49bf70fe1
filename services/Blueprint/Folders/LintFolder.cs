using WebcareHub.Blueprint.Publishing;
using WebcareHub.RulesOfEngagement;
using Rules = WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Folders;

/// <summary><c>blueprint lint</c>.</summary>
internal static class LintFolder
{
    internal static int Run(string folder, TextWriter output, DateOnly? today)
    {
        var layers = LayerFiles.FromBlueprint(folder);
        if (layers.Count == 0)
        {
            output.WriteLine(Missing(folder));
            return 1;
        }

        var blueprint = Rules.Blueprint.Read(layers);
        var findings = today is { } day ? blueprint.FindingsOn(day) : blueprint.Findings;
        foreach (var line in findings.Select(Sentences.Of).Concat(blueprint.NotYet))
        {
            output.WriteLine(line);
        }

        var errors = findings.Count(finding => finding.IsError);
        output.WriteLine(Summary(layers.Count, errors, findings.Count - errors));
        return errors == 0 ? 0 : 1;
    }

    internal static string Missing(string folder) => $"In de map {folder} staat geen blauwdruk.";

    private static string Summary(int layers, int errors, int remarks) =>
        (errors, remarks) switch
        {
            (0, 0) => $"De blauwdruk is in orde: {layers} lagen, geen opmerkingen.",
            (0, _) => $"De blauwdruk kan uit: {layers} lagen, {remarks} opmerking(en).",
            _ => $"De blauwdruk kan nog niet uit: {errors} fout(en), {remarks} opmerking(en).",
        };
}
