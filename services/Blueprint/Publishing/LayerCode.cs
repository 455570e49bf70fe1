using System.Text.RegularExpressions;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>Codes of layers: <c>nl</c>, a province (<c>PV21</c>), a region id such as <c>wadden</c>, or the CBS code of a municipality.</summary>
internal static partial class LayerCode
{
    internal const string National = "nl";

    internal static bool IsValid(string? code) => code is not null && Shape().IsMatch(code);

    internal static bool IsMunicipality(string code) => code.StartsWith("GM", StringComparison.Ordinal);

    internal static bool IsProvince(string code) => code.StartsWith("PV", StringComparison.Ordinal);

    [GeneratedRegex("^(GM[0-9]{4}|PV[0-9]{2}|[a-z][a-z0-9-]{1,39})$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
