using System.Globalization;
using System.Text;

namespace WebcareHub.RulesOfEngagement;

/// <summary>Text without case and diacritics, for comparing words; and without U+0000, which the search index cannot hold.</summary>
public static class Folded
{
    /// <summary>The text as it is compared.</summary>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text) && !text.Contains('\0', StringComparison.Ordinal))
            return text.ToLowerInvariant();
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
            if (letter != '\0' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                folded.Append(char.ToLowerInvariant(letter));
        return folded.ToString().Normalize(NormalizationForm.FormC);
    }
}
