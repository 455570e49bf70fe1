using System.Globalization;
using System.Text;
using System.Text.Json;

namespace WebcareHub.Workspace.Blueprint.Editing;

/// <summary>An entry nobody wrote yet: what it begins with.</summary>
internal static class NewEntry
{
    /// <summary>The kinds a colleague can begin on a screen.</summary>
    internal static readonly IReadOnlyList<string> Sections = ["answers", "guidelines", "rules", "topics"];

    /// <summary>YAML with the fields its heading asks for; empty for another heading.</summary>
    internal static string Of(string section, string id, string? title)
    {
        var head = $"id: {id}\ntitle: {JsonSerializer.Serialize(title ?? id, Readable)}\n";
        return section switch
        {
            "answers" or "guidelines" or "principles" => head + "text: |\n  ",
            "rules" => head + "when: { text: [] }\nthen: { label:  }",
            "topics" => head + "words: []",
            _ => "",
        };
    }

    /// <summary>A name for it: <c>texel-grote-stenen</c> from the municipality and the title.</summary>
    internal static string Name(string municipality, string title)
    {
        var name = new StringBuilder();
        foreach (var letter in $"{municipality} {title}".Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                name.Append(char.ToLowerInvariant(letter));
            }
            else if (name.Length > 0 && name[^1] != '-' && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                name.Append('-');
            }
        }

        return name.ToString().Trim('-');
    }

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
