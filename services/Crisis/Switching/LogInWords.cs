using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.Logbook;

namespace WebcareHub.Crisis.Switching;

/// <summary>The events of a crisis as lines of a report.</summary>
internal static class LogInWords
{
    /// <summary>Null for what belongs in no report.</summary>
    internal static CrisisLogLine? Of(object recorded, Layers layers) =>
        OfTheHub(recorded, layers) ?? Switched(recorded, layers) ?? Told(recorded, layers);

    private static CrisisLogLine? OfTheHub(object recorded, Layers layers) =>
        recorded switch
        {
            CrisisProposed e => Who.Hub(
                e.At,
                "proposed",
                $"De hub ziet veel meer berichten dan gewoon en stelt een crisis voor. {ListProposals.Sentence(e.Inflow, layers)}"
            ),
            ProposalRenewed e => Who.Hub(e.At, "proposed", $"Het wordt drukker. {ListProposals.Sentence(e.Inflow, layers)}"),
            AutomationPaused e => Who.Hub(
                e.At,
                "paused",
                $"Wat vanzelf gaat en niet bij de crisis hoort, staat stil voor {layers.InWords(e.Scope)}."
            ),
            AutomationResumed e => Who.Hub(e.At, "resumed", $"Wat stilstond, gaat weer door voor {layers.InWords(e.Scope)}."),
            NationalScopeFellBack { By: null } e => Who.Hub(
                e.At,
                "fellBack",
                $"Niemand bevestigde binnen tien minuten dat dit voor heel Nederland geldt. {Rest(e, layers)}"
            ),
            _ => null,
        };

    private static CrisisLogLine? Switched(object recorded, Layers layers) =>
        recorded switch
        {
            CrisisPrepared e => new Who(e.At, e.By, e.Municipality).Line(
                "prepared",
                $"bereidde {Which(e.Title, e.Exercise)} voor, voor {layers.InWords(e.Scope)}.",
                e.Why,
                layers
            ),
            CrisisSetAside e => new Who(e.At, e.By, e.Municipality).Line("setAside", "legde dit weg.", e.Why, layers),
            CrisisDeclared e => Declared(e, layers),
            NationalScopeAsked e => Asked(e, layers),
            NationalScopeConfirmed e => new Who(e.At, e.By, e.Municipality).Line(
                "confirmed",
                "bevestigde als tweede persoon dat dit voor heel Nederland geldt.",
                null,
                layers
            ),
            NationalScopeFellBack { By: { } by } e => new Who(e.At, by, e.Municipality!).Line(
                "fellBack",
                $"ging niet akkoord met heel Nederland. {Rest(e, layers)}",
                e.Why,
                layers
            ),
            PhaseChanged e => new Who(e.At, e.By, e.Municipality).Line(KindOf(e.To), Phase(e, layers), e.Why, layers),
            CrisisEnded e => new Who(e.At, e.By, e.Municipality).Line("ended", Ended(e, layers), e.Why, layers),
            _ => null,
        };

    private static CrisisLogLine? Told(object recorded, Layers layers) =>
        recorded switch
        {
            GripTold e => new Who(e.At, e.By, e.Municipality).Line("gripTold", Level(e, layers), e.Why, layers),
            NationalStructureTold e => new Who(e.At, e.By, e.Municipality).Line(
                "nationalStructure",
                $"noteerde dat de landelijke crisisstructuur {(e.AtWork ? "werkt" : "niet meer werkt")}.",
                e.Why,
                layers
            ),
            NextUpdateSet e => new Who(e.At, e.By, e.Municipality).Line("nextUpdate", Update(e), null, layers),
            CrisisHandedOver e => new Who(e.At, e.By, e.Municipality).Line(
                "handedOver",
                $"droeg de leiding over aan {e.To.Name} ({layers.Name(e.ToMunicipality)}).",
                e.Why,
                layers
            ),
            ChecklistTicked e => new Who(e.At, e.By, e.Municipality).Line(
                "checklist",
                $"{(e.Done ? "vinkte af" : "zette weer open")}: {e.Step}",
                null,
                layers
            ),
            LogLineAdded e => new Who(e.At, e.By, e.Municipality).Line("note", $"schreef: {e.Words}", null, layers),
            _ => null,
        };

    private static CrisisLogLine Declared(CrisisDeclared e, Layers layers)
    {
        var scope = e.Scope.Count == 0 ? "Dit geldt nog nergens." : $"Dit geldt voor {layers.InWords(e.Scope)}.";
        var grip =
            e.Grip.Count == 0
                ? ""
                : $" {Sentences.List([.. e.Grip.Select(told => $"GRIP {told.Level} in {Sentences.Lower(layers.Name(told.Region))}, gemeld door {told.ToldBy}")])}.";
        var national = e.NationalStructure ? " De landelijke crisisstructuur werkt." : "";
        return new Who(e.At, e.By, e.Municipality).Line(
            "declared",
            $"kondigde {Which(e.Title, e.Exercise)} af. {scope}{grip}{national}",
            e.Why,
            layers
        );
    }

    private static CrisisLogLine Asked(NationalScopeAsked e, Layers layers)
    {
        var meanwhile = e.Meanwhile.Count == 0 ? "" : $" Tot die tijd geldt het voor {layers.InWords(e.Meanwhile)}.";
        var sentence =
            $"vroeg om dit voor heel Nederland te laten gelden. Een tweede persoon heeft tot {Sentences.Moment(e.Until, e.At)}.{meanwhile}";
        return new Who(e.At, e.By, e.Municipality).Line("nationalAsked", sentence, e.Why, layers);
    }

    private static string Rest(NationalScopeFellBack e, Layers layers) =>
        e.Scope.Count == 0 ? "De crisis is niet begonnen." : $"Het blijft gelden voor {layers.InWords(e.Scope)}.";

    private static string Ended(CrisisEnded e, Layers layers) =>
        e.Scope.Count == 0
            ? "beëindigde de crisis."
            : $"beëindigde de crisis. Voor {layers.InWords(e.Scope)} geldt alles weer zoals het was.";

    private static string Phase(PhaseChanged e, Layers layers) =>
        e.To switch
        {
            CrisisPhase.Declared when e.From == CrisisPhase.Asked => $"zette de crisis aan. Zij geldt nu voor {layers.InWords(e.Scope)}.",
            CrisisPhase.Declared or CrisisPhase.ScaledUp => $"schaalde op. De crisis geldt nu voor {layers.InWords(e.Scope)}.",
            CrisisPhase.ScaledDown => $"schaalde af. De crisis geldt nu voor {layers.InWords(e.Scope)}.",
            CrisisPhase.Aftermath => "begon de nafase.",
            CrisisPhase.Evaluation => "begon de evaluatie.",
            _ => "sloot de crisis af.",
        };

    private static string KindOf(CrisisPhase to) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(to.ToString());

    private static string Level(GripTold e, Layers layers)
    {
        var before = e.Before is { } level ? $" Dat was GRIP {level}." : "";
        var approves =
            e.Approves == e.ApprovesBefore
                ? ""
                : $" Voor teksten is nu akkoord nodig van {Grip.InWords(e.Approves)}, ook voor wat al op akkoord wacht.";
        return $"noteerde GRIP {e.Level} in {Sentences.Lower(layers.Name(e.Region))}, gemeld door {e.ToldBy}.{before}{approves}";
    }

    private static string Update(NextUpdateSet e) =>
        e.Next is { } next
            ? $"beloofde het volgende bericht om {Sentences.Moment(next, e.At)}."
            : "trok de belofte van een volgend bericht in.";

    private static string Which(string title, bool exercise) => exercise ? $"oefening '{title}'" : $"crisis '{title}'";
}
