using WebcareHub.Contracts.Blueprint;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>A finding as one line: <c>national/rules.yaml:12 nl.privacy.bsn: sentence</c>. The path starts at the blueprint's folder.</summary>
internal static class Sentences
{
    internal static string Of(Finding finding) =>
        finding.Entry is { Length: > 0 } entry
            ? $"{Folder(finding.Layer)}/{finding.File}:{finding.Line} {entry}: {finding.Text}"
            : $"{Folder(finding.Layer)}/{finding.File}:{finding.Line} {finding.Text}";

    /// <summary>Somebody else published in between.</summary>
    internal static string Overtook(ReleasePublished other) =>
        $"{other.By.Name} publiceerde intussen versie {other.Number} van laag {other.Layer}: {other.Notes.TrimEnd('.')}. Neem die wijzigingen eerst over.";

    /// <summary>The folder of a layer within the blueprint.</summary>
    internal static string Folder(string layer) =>
        layer == LayerCode.National ? "national"
        : LayerCode.IsMunicipality(layer) ? $"municipalities/{layer}"
        : LayerCode.IsProvince(layer) ? $"provinces/{layer}"
        : $"regions/{layer}";
}
