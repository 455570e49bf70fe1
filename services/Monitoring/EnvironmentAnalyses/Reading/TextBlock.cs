using System.Text;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary>The page as a block of text, to paste into another system. Pure.</summary>
internal static class TextBlock
{
    internal static string Of(IReadOnlyList<Line> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
            text.Append(
                    line.Kind switch
                    {
                        LineKind.Title => line.Text.ToUpper(System.Globalization.CultureInfo.GetCultureInfo("nl-NL")),
                        LineKind.Heading => $"\n{line.Text}",
                        LineKind.Point => $"- {line.Text}",
                        _ => line.Text,
                    }
                )
                .Append('\n');
        return text.ToString();
    }
}
