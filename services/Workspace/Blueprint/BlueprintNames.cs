using System.Globalization;
using System.Text.RegularExpressions;
using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;

namespace WebcareHub.Workspace.Blueprint;

/// <summary>Layers and municipalities by their names, as one colleague knows them.</summary>
internal sealed partial class BlueprintNames
{
    private readonly Membership membership;
    private readonly Dictionary<string, string> towns;

    private BlueprintNames(Membership membership, IEnumerable<Municipality> register)
    {
        this.membership = membership;
        towns = register.GroupBy(town => town.Code).ToDictionary(town => town.Key, town => town.Last().Name, StringComparer.Ordinal);
    }

    /// <summary>The colleague's own municipality.</summary>
    internal string Own => membership.Municipality;

    /// <summary>The layers this colleague reads, national first, the own one last.</summary>
    internal IReadOnlyList<string> Layers => [.. membership.Layers.Select(layer => layer.Layer).Append(Own).Distinct()];

    internal static async Task<BlueprintNames> Read(DeskClient desk)
    {
        var (membership, register) = (desk.Joining.Membership(), desk.Releases.Municipalities());
        return new BlueprintNames(await membership, (await register).Items);
    }

    /// <summary>At the head of something: "Landelijk", "Regio Wadden", "Gemeente Harlingen".</summary>
    internal string Layer(string code) => Sentence(InSentence(code));

    /// <summary>Within a sentence: "landelijk", "regio Wadden", "gemeente Harlingen".</summary>
    internal string InSentence(string code) =>
        code == "nl" ? Texts.LayerNational.ToLower(CultureInfo.CurrentCulture)
        : code.StartsWith("GM", StringComparison.Ordinal) ? string.Format(CultureInfo.CurrentCulture, Texts.MunicipalityOf, Town(code))
        : membership.Layers.FirstOrDefault(layer => layer.Layer == code)?.Name ?? code;

    /// <summary>The name of a municipality by its code.</summary>
    internal string Town(string code) => code == Own ? membership.Name : towns.GetValueOrDefault(code, code);

    /// <summary>Who is thanked: "Femke de Boer (GM0088)" with the name of the municipality.</summary>
    internal string Credit(string credit) => CodeAtEnd().Replace(credit, code => $"({Town(code.Groups[1].Value)})");

    [GeneratedRegex(@"\((GM[0-9]{4})\)$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeAtEnd();

    private static string Sentence(string words) =>
        words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.CurrentCulture) + words[1..];
}
