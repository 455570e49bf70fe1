using System.Text.RegularExpressions;

namespace WebcareHub.Blueprint.Publishing;

/// <summary>Codes of layers: <c>nl</c>, a province (<c>PV21</c>), a region id such as <c>wadden</c>, or the CBS code of a municipality.</summary>
internal static partial class LayerCode
{
    internal const string National = "nl";

    internal static bool IsValid(string? code) => code is not null && Shape().IsMatch(code);

    internal static bool IsMunicipality(string code) => code.StartsWith("GM", StringComparison.Ordinal);

    internal static bool IsProvince(string code) => code.StartsWith("PV", StringComparison.Ordinal);

    /// <summary>The national layer, a province or a region: what several municipalities share.</summary>
    internal static bool IsShared(string code) => IsValid(code) && !IsMunicipality(code);

    /// <summary>A layer within a Dutch sentence when nothing more than its code is known.</summary>
    internal static string InWords(string code) =>
        code == National ? "landelijk"
        : IsMunicipality(code) ? $"gemeente {code}"
        : IsProvince(code) ? $"provincie {code}"
        : $"regio {char.ToUpperInvariant(code[0])}{code[1..]}";

    [GeneratedRegex("^(GM[0-9]{4}|PV[0-9]{2}|[a-z][a-z0-9-]{1,39})$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
