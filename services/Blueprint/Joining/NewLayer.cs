using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Joining;

/// <summary>The first files of a layer. Pure; the same files that somebody would write by hand.</summary>
internal static class NewLayer
{
    private const string Schema = "# yaml-language-server: $schema=../../schema/layer.json\n";

    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    /// <summary>A layer that says whose it is and nothing more.</summary>
    internal static IReadOnlyDictionary<string, string> Bare(Edition edition, string layer, DateOnly today)
    {
        var name = edition.NameOf(layer);
        return new Dictionary<string, string> { ["layer.yaml"] = Heading(char.ToUpperInvariant(name[0]) + name[1..], today) };
    }

    /// <summary>The layer of a municipality that joins.</summary>
    /// <param name="name">As in "gemeente Zwolle".</param>
    /// <param name="above">Today's releases of the layers above.</param>
    internal static IReadOnlyDictionary<string, string> Of(
        NewMembership joining,
        string name,
        IEnumerable<LayerRelease> above,
        DateOnly today
    )
    {
        IReadOnlyDictionary<string, string> files = new Dictionary<string, string>
        {
            ["layer.yaml"] = Heading($"Gemeente {name}", today) + Voice(joining, name) + Hours(joining.Hours),
        };
        files = joining.Follow ? files : AdoptionText.Base(files, above);
        return joining.Share ? AdoptionText.Share(files, ["backtest"]) : files;
    }

    /// <summary>In words, as a resident reads it: <c>op maandag van 9.00 tot 12.00 uur en van 13.00 tot 17.00 uur</c>.</summary>
    internal static string InWords(IReadOnlyDictionary<string, IReadOnlyList<string>> hours) =>
        HoursInWords.Of(day => Blocks(hours, Days[day]));

    private static string Heading(string title, DateOnly today) =>
        $"""
            {Schema}layer:
              title: {AdoptionText.Quoted(title)}
              kind: municipality

            defaults:
              owner: {AdoptionText.Quoted(title)}
              reviewOn: {today.AddYears(1):yyyy-MM-dd}

            """.ReplaceLineEndings("\n");

    private static string Voice(NewMembership joining, string name)
    {
        var lines = new List<string>
        {
            "",
            "voice:",
            $"  name: {AdoptionText.Quoted(name)}",
            $"  salutation: {joining.Salutation}",
            $"  signature: {AdoptionText.Quoted(Signature(joining, name))}",
        };
        var facts = Facts(joining).ToList();
        lines.AddRange(
            facts.Count == 0 ? [] : facts.Select(fact => $"    {fact.Name}: {AdoptionText.Quoted(fact.Value)}").Prepend("  facts:")
        );
        return string.Join('\n', lines) + "\n";
    }

    private static string Signature(NewMembership joining, string name) =>
        joining.Signature is { Length: > 0 } own ? own.Trim()
        : joining.Salutation == "je" ? $"Groet, {{medewerker}}, gemeente {name}"
        : $"Met vriendelijke groet, {{medewerker}} van gemeente {name}";

    private static IEnumerable<(string Name, string Value)> Facts(NewMembership joining)
    {
        if (joining.Hours is { Count: > 0 } hours && InWords(hours) is { Length: > 0 } words)
        {
            yield return ("openingstijden", words);
        }

        if (joining.Website is { Length: > 0 } website)
        {
            yield return ("website", website.Trim());
        }

        if (joining.Phone is { Length: > 0 } phone)
        {
            yield return ("telefoon", phone.Trim());
            yield return ("spoednummer", phone.Trim());
        }
    }

    private static string Hours(IReadOnlyDictionary<string, IReadOnlyList<string>>? hours)
    {
        if (hours is not { Count: > 0 })
        {
            return "";
        }

        var week = Days.Where(day => Blocks(hours, day).Count > 0)
            .Select(day => $"      {day}: [{string.Join(", ", Blocks(hours, day).Select(AdoptionText.Quoted))}]");
        return $"\nhours:\n  - adjust: webcare\n    reason: Onze eigen openingstijden.\n    week:\n{string.Join('\n', week)}\n";
    }

    private static IReadOnlyList<string> Blocks(IReadOnlyDictionary<string, IReadOnlyList<string>> hours, string day) =>
        hours.GetValueOrDefault(day) ?? [];
}
