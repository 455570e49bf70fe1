using System.Globalization;
using System.Text;

namespace WebcareHub.Crisis.PublicPage;

/// <summary>A name as it stands in an address: "Súdwest-Fryslân" is <c>sudwest-fryslan</c>.</summary>
internal static class Slug
{
    internal static string Of(string name)
    {
        var slug = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        return slug.ToString().TrimEnd('-');
    }
}
