using System.Globalization;

namespace WebcareHub.RulesOfEngagement;

/// <summary>One step of a trace as a Dutch sentence.</summary>
internal static class TraceSentence
{
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    private static readonly Dictionary<string, string> Words = new()
    {
        ["low"] = "laag",
        ["normal"] = "normaal",
        ["high"] = "hoog",
        ["urgent"] = "spoed",
        ["question"] = "vraag",
        ["remark"] = "opmerking",
        ["complaint"] = "klacht",
        ["report"] = "melding",
        ["never"] = "nooit",
        ["region"] = "regio",
        ["national"] = "landelijk",
    };

    private static readonly Dictionary<string, string> Fields = new()
    {
        ["topic"] = "het onderwerp",
        ["intent"] = "de bedoeling",
        ["priority"] = "de prioriteit",
        ["theme"] = "het thema",
        ["worklist"] = "de werkvoorraad",
        ["role"] = "de rol",
        ["overflow"] = "de overloop",
        ["servicelevel"] = "de streeftermijn",
        ["acknowledge"] = "de ontvangstbevestiging",
        ["noReply"] = "niet antwoorden",
        ["refer"] = "de verwijzing",
        ["approval"] = "akkoord vooraf",
        ["askPrivate"] = "privé verder gaan",
        ["hide"] = "verbergen",
        ["suggest"] = "de voorgestelde antwoorden",
        ["label"] = "de labels",
        ["notify"] = "het seintje",
    };

    /// <summary>A field as it stands within a sentence: <c>de prioriteit</c>.</summary>
    public static string? FieldInWords(string field) => Fields.GetValueOrDefault(field);

    /// <summary>A fixed value of the language in Dutch; anything else as it is.</summary>
    public static string ValueInWords(string value) => Words.GetValueOrDefault(value, value);

    public static string Of(DecisionStep step, EffectiveBlueprint blueprint)
    {
        var parts = step.Set.Select(set => Set(set.Key, set.Value, blueprint)).ToList();
        parts.AddRange(step.Lost.Select(lost => Lost(lost.Key, lost.Value, step, blueprint)));
        return $"{Subject(step, blueprint)} {(parts.Count == 0 ? "paste" : Enumerate(parts))}.";
    }

    public static string Set(string field, string value, EffectiveBlueprint blueprint) =>
        field switch
        {
            "suggest" => $"stelde {Titles(value, id => blueprint.Answer(id)?.Title)} voor",
            "acknowledge" => $"stuurde ontvangstbevestiging {Titles(value, id => blueprint.Answer(id)?.Title)}",
            "topic" => $"herkende {Titles(value, id => blueprint.Topic(id)?.Title)}",
            "label" => $"gaf label {Titles(value, _ => null)}",
            "notify" => $"vraagt een seintje voor {Titles(value, id => Role(id, blueprint))}",
            "role" => $"zette de rol op {Role(value, blueprint) ?? value}",
            "worklist" => $"koos werkvoorraad {blueprint.WorkLists.FirstOrDefault(list => list.Id == value)?.Title ?? value}",
            "servicelevel" => $"koos streeftermijn '{blueprint.ServiceLevel(value)?.Title ?? value}'",
            "refer" => $"verwees naar {blueprint.Partners.FirstOrDefault(partner => partner.Id == value)?.Title ?? value}",
            "noReply" => $"besloot niet te antwoorden ({value})",
            "approval" => "vroeg om akkoord vooraf",
            "askPrivate" => "vroeg om privé verder te gaan",
            "hide" => "vroeg om het bericht te verbergen",
            "due" => $"gaf als uiterste moment {Moment(value)}",
            _ => $"zette {Fields.GetValueOrDefault(field, field)} op {ValueInWords(value)}",
        };

    public static string Lost(string field, string winner, DecisionStep step, EffectiveBlueprint blueprint) =>
        (field, winner) switch
        {
            (_, Trace.AlreadyAcknowledged) => "stuurde geen ontvangstbevestiging, want die was al verstuurd",
            (_, Trace.WindowClosed) => "stuurde geen ontvangstbevestiging, want het antwoordvenster is gesloten",
            (_, Trace.Paused) => "stuurde geen ontvangstbevestiging, want die staat stil zolang de crisis loopt",
            ("topic", _) when step.Rule.StartsWith(Trace.TopicPrefix, StringComparison.Ordinal) =>
                $"was ook te herkennen, maar {Winner(winner, blueprint)} ging voor",
            _ => $"liet {Fields.GetValueOrDefault(field, field)} over aan {Winner(winner, blueprint)}",
        };

    private static string Subject(DecisionStep step, EffectiveBlueprint blueprint) =>
        step.Rule switch
        {
            Trace.Default => "De standaard",
            Trace.OpenQuestion => "De openstaande vraag",
            var rule when rule.StartsWith(Trace.TopicPrefix, StringComparison.Ordinal) =>
                $"Onderwerp '{step.Title}' ({blueprint.LayerInWords(step.Layer)})",
            var rule when rule.StartsWith(Trace.ServiceLevelPrefix, StringComparison.Ordinal) =>
                $"Streeftermijn '{step.Title}' ({blueprint.LayerInWords(step.Layer)})",
            _ => $"Regel '{step.Title}' ({blueprint.LayerInWords(step.Layer)})",
        };

    private static string Winner(string id, EffectiveBlueprint blueprint) =>
        id.StartsWith(Trace.TopicPrefix, StringComparison.Ordinal)
            ? $"onderwerp '{blueprint.Topic(id[Trace.TopicPrefix.Length..])?.Title ?? id}'"
            : id switch
            {
                Trace.OpenQuestion => "de openstaande vraag",
                Trace.Default => "de standaard",
                _ => $"regel '{blueprint.RuleTitle(id) ?? id}'",
            };

    private static string? Role(string id, EffectiveBlueprint blueprint) =>
        blueprint.Roles.FirstOrDefault(role => role.Id == id)?.Title.ToLower(Dutch);

    private static string Titles(string ids, Func<string, string?> title) =>
        Enumerate([.. ids.Split(", ").Select(id => $"'{title(id) ?? id}'")]);

    private static string Moment(string utc) =>
        TimeZoneInfo
            .ConvertTime(DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture), Amsterdam.Zone)
            .ToString("dddd d MMMM 'om' H.mm 'uur'", Dutch);

    private static string Enumerate(List<string> parts) =>
        parts.Count == 1 ? parts[0] : $"{string.Join(", ", parts.SkipLast(1))} en {parts[^1]}";
}
