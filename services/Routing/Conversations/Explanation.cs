using WebcareHub.Contracts.Conversations;

namespace WebcareHub.Routing.Conversations;

/// <summary>A trace in Dutch sentences a colleague can read.</summary>
internal static class Explanation
{
    public static string InOneSentence(IReadOnlyList<TraceStep> trace)
    {
        var step =
            trace.FirstOrDefault(step => step.Set.ContainsKey("role") || step.Set.ContainsKey("workList"))
            ?? trace.FirstOrDefault(step => step.Set.ContainsKey("topic"))
            ?? trace.FirstOrDefault(step => step.Set.Count > 0);
        return step is null ? "Geen regel paste: dit bericht volgt de gewone gang." : $"{step.Title} ({LayerInWords(step.Layer)}).";
    }

    public static IReadOnlyList<string> Sentences(IReadOnlyList<TraceStep> trace) => [.. trace.Select(Sentence)];

    public static string LayerInWords(string layer) =>
        layer == "nl" ? "landelijk"
        : layer.StartsWith("GM", StringComparison.Ordinal) ? "eigen gemeente"
        : $"regio {layer}";

    private static string Sentence(TraceStep step)
    {
        var set =
            step.Set.Count == 0
                ? "veranderde niets"
                : "bepaalde " + Join(step.Set.Select(field => $"{FieldInWords(field.Key)}: {ValueInWords(field.Key, field.Value)}"));
        var lost =
            step.Lost.Count == 0
                ? ""
                : $" Niet meer nodig: {Join(step.Lost.Select(field => $"{FieldInWords(field.Key)} (al bepaald door {field.Value})"))}.";
        return $"De regel ‘{step.Title}’ ({LayerInWords(step.Layer)}) {set}.{lost}";
    }

    private static string FieldInWords(string field) =>
        field switch
        {
            "topic" => "onderwerp",
            "intent" => "soort vraag",
            "priority" => "voorrang",
            "theme" => "thema",
            "workList" => "werkvoorraad",
            "role" => "rol",
            "overflow" => "overloop",
            "serviceLevel" => "streeftermijn",
            "suggest" => "voorgesteld antwoord",
            "acknowledge" => "ontvangstbevestiging",
            "label" or "labels" => "label",
            "approval" or "approvalRequired" => "akkoord nodig",
            "askPrivate" => "vraag om privé verder te gaan",
            "hide" => "verbergen",
            "noReply" => "geen antwoord nodig",
            "referTo" or "refer" => "verwijzen naar",
            "notify" => "seintje aan",
            _ => field,
        };

    private static string ValueInWords(string field, string value) =>
        (field, value) switch
        {
            ("priority", "low") => "laag",
            ("priority", "normal") => "gewoon",
            ("priority", "high") => "hoog",
            ("priority", "urgent") => "spoed",
            ("overflow", "never") => "blijft bij de eigen gemeente",
            ("overflow", "region") => "regio mag helpen",
            ("overflow", "national") => "heel Nederland mag helpen",
            ("intent", "question") => "vraag",
            ("intent", "remark") => "opmerking",
            ("intent", "complaint") => "klacht",
            ("intent", "report") => "melding",
            (_, "true") => "ja",
            (_, "required") => "ja",
            (_, "false") => "nee",
            _ => value,
        };

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
