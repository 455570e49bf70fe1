namespace WebcareHub.Crisis.Switching;

/// <summary>What declaring would do, as sentences in the order in which it happens.</summary>
internal static class PreviewInWords
{
    internal static IReadOnlyList<string> Of(
        PreviewCrisis.Asked asked,
        IReadOnlyList<string> pools,
        IReadOnlyList<Course> overlapping,
        Layers layers
    )
    {
        var (plan, national) = (asked.Plan, Scope.IsNational(asked.Scope));
        var municipalities = Sentences.Count(layers.MunicipalitiesOf(asked.Scope).Count, "gemeente", "gemeenten");
        string?[] steps =
        [
            asked.Exercise ? "Dit is een oefening. Er gaat niets naar inwoners." : null,
            national
                ? $"Een tweede landelijke coördinator moet dit binnen tien minuten bevestigen{Named(asked.Confirmers)}. Lukt dat niet, dan gaat het niet door."
                : null,
            $"{(national ? "Daarna" : "Direct")} geldt '{plan.Title}' voor {layers.InWords(asked.Scope)}: {municipalities}.",
            plan.Rules.Count > 0
                ? $"{Upper(Sentences.Count(plan.Rules.Count, "regel ligt", "regels liggen"))} bovenop de gewone regels."
                : null,
            pools.Count > 0
                ? $"Deze pools gaan open: {Sentences.List([.. pools.Select(layers.Name)])}. Vragen die thuis moeten blijven, blijven thuis."
                : null,
            plan.Answers.Count > 0
                ? $"{Upper(Sentences.Count(plan.Answers.Count, "antwoord ligt", "antwoorden liggen"))} klaar voor collega's."
                : null,
            plan.CoreMessages.Count > 0
                ? $"{Upper(Sentences.Count(plan.CoreMessages.Count, "kernboodschap staat", "kernboodschappen staan"))} klaar als concept. Elke woordvoerder geeft ze zelf vrij."
                : null,
            "Ontvangstbevestigingen die niet bij de crisis horen, staan stil.",
            overlapping.Count > 0
                ? $"Hier loopt al: {Sentences.List([.. overlapping.Select(course => $"'{course.Title}'")])}. De regels van de nieuwste crisis gaan voor."
                : null,
            "Als u de crisis beëindigt, geldt alles weer zoals het was.",
        ];
        return [.. steps.OfType<string>()];
    }

    private static string Named(IReadOnlyList<string> confirmers) => confirmers.Count == 0 ? "" : $" ({Sentences.List(confirmers)})";

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
