namespace WebcareHub.RulesOfEngagement.Tests.Adopting;

public partial class AdoptionTests
{
    private const string Base = "adoption: { base: { nl: 1 } }";

    private static readonly Case[] Own =
    [
        new(
            "a municipality without a layer follows everything",
            null,
            "afval",
            "Landelijk twee.",
            EntryStanding.Followed,
            "Antwoord 'Afval' volgt landelijke versie 2 vanzelf."
        ),
        new(
            "without a base everything is followed",
            "voice: { name: Schier }",
            "nieuw",
            "Nieuw.",
            EntryStanding.Followed,
            "Antwoord 'Nieuwe tekst' volgt landelijke versie 2 vanzelf."
        ),
        new(
            "what nobody chose stays as it was",
            Base,
            "afval",
            "Landelijk een.",
            EntryStanding.Kept,
            "Antwoord 'Afval' geldt hier zoals in landelijke versie 1; een nieuwe vorm uit landelijke versie 2 wacht op een keuze."
        ),
        new(
            "what did not change holds as it was",
            "adoption: { base: { nl: 1 } }\nanswers: [ { off: boot, reason: Eigen boot } ]",
            "pers",
            "Pers een.",
            EntryStanding.Kept,
            "Antwoord 'Pers' geldt hier zoals in landelijke versie 1; een nieuwe vorm uit landelijke versie 2 wacht op een keuze."
        ),
        new(
            "what is new above is an offer",
            Base,
            "nieuw",
            null,
            EntryStanding.Offered,
            "Antwoord 'Nieuwe tekst' is nieuw in landelijke versie 2 en geldt hier nog niet."
        ),
        new(
            "adopt",
            "adoption: { base: { nl: 1 }, choices: [ { entry: answers/afval, choice: adopt, layer: nl, release: 2, since: 2026-11-20 } ] }",
            "afval",
            "Landelijk twee.",
            EntryStanding.Adopted,
            "Gemeente Schiermonnikoog heeft op 20 november 2026 antwoord 'Afval' overgenomen uit landelijke versie 2."
        ),
        new(
            "adopt what is new",
            "adoption: { base: { nl: 1 }, choices: [ { entry: answers/nieuw, choice: adopt, layer: nl, release: 2 } ] }",
            "nieuw",
            "Nieuw.",
            EntryStanding.Adopted,
            "Gemeente Schiermonnikoog heeft antwoord 'Nieuwe tekst' overgenomen uit landelijke versie 2."
        ),
        new(
            "defer",
            "adoption: { base: { nl: 1 }, choices: [ { entry: answers/afval, choice: defer, layer: nl, release: 2, reason: Wij wachten op de wagens. } ] }",
            "afval",
            "Landelijk een.",
            EntryStanding.Deferred,
            "Gemeente Schiermonnikoog stelt antwoord 'Afval' uit landelijke versie 2 uit en versie 1 blijft gelden: Wij wachten op de wagens."
        ),
        new(
            "deviate",
            "answers: [ { adjust: afval, text: Eilands., reason: Wij hebben paarden. } ]",
            "afval",
            "Eilands.",
            EntryStanding.Deviates,
            "Gemeente Schiermonnikoog wijkt bij antwoord 'Afval' af van landelijke versie 2: Wij hebben paarden."
        ),
        new(
            "deviate from what holds",
            Base + "\nanswers: [ { adjust: afval, title: Vuilnis, reason: Zo heet het hier. } ]",
            "afval",
            "Landelijk een.",
            EntryStanding.Deviates,
            "Gemeente Schiermonnikoog wijkt bij antwoord 'Vuilnis' af van landelijke versie 1: Zo heet het hier."
        ),
        new(
            "mandatory",
            Base,
            "nood",
            "Nood twee.",
            EntryStanding.Mandatory,
            "Antwoord 'Nood' is verplicht vanuit landelijke versie 2, want het nummer is veranderd."
        ),
        new(
            "mandatory whatever was chosen before",
            "adoption: { base: { nl: 1 }, choices: [ { entry: answers/nood, choice: defer, layer: nl, release: 2, reason: Liever niet } ] }\n"
                + "answers: [ { adjust: nood, text: Eigen nood. } ]",
            "nood",
            "Nood twee.",
            EntryStanding.Mandatory,
            "Antwoord 'Nood' is verplicht vanuit landelijke versie 2, want het nummer is veranderd."
        ),
        new(
            "follow a theme",
            "adoption: { base: { nl: 1 }, follow: [woordvoering] }",
            "pers",
            "Pers twee.",
            EntryStanding.Followed,
            "Antwoord 'Pers' volgt landelijke versie 2 vanzelf, want gemeente Schiermonnikoog volgt het thema woordvoering."
        ),
        new(
            "a theme that is not followed",
            "adoption: { base: { nl: 1 }, follow: [woordvoering] }",
            "afval",
            "Landelijk een.",
            EntryStanding.Kept,
            "Antwoord 'Afval' geldt hier zoals in landelijke versie 1; een nieuwe vorm uit landelijke versie 2 wacht op een keuze."
        ),
        new(
            "withdrawn above",
            Base,
            "weg",
            "Weg een.",
            EntryStanding.WithdrawnAbove,
            "Antwoord 'Wegwerkzaamheden' is ingetrokken in landelijke versie 2, maar blijft hier gelden zoals in versie 1."
        ),
        new(
            "the withdrawal taken over",
            "adoption: { base: { nl: 1 }, choices: [ { entry: answers/weg, choice: adopt, layer: nl, release: 2, since: 2026-11-20 } ] }",
            "weg",
            null,
            EntryStanding.Withdrawn,
            "Gemeente Schiermonnikoog heeft op 20 november 2026 overgenomen dat antwoord 'Wegwerkzaamheden' vervalt in landelijke versie 2."
        ),
        new(
            "withdrawn above where all is followed",
            null,
            "weg",
            null,
            EntryStanding.Unknown,
            "Er is geen 'weg' onder 'answers' in gemeente GM0088."
        ),
        new(
            "delete locally",
            "answers: [ { off: afval, reason: Wij hebben geen afval } ]",
            "afval",
            null,
            EntryStanding.SwitchedOff,
            "Gemeente Schiermonnikoog heeft antwoord 'Afval' uitgezet: Wij hebben geen afval."
        ),
        new(
            "add locally",
            "answers: [ { id: paard, title: Paarden, owner: Schier, text: Hinnik. } ]",
            "paard",
            "Hinnik.",
            EntryStanding.AddedLocally,
            "Gemeente Schiermonnikoog heeft antwoord 'Paarden' zelf toegevoegd."
        ),
        new(
            "copied from another municipality",
            "answers: [ { id: paard, title: Paarden, owner: Schier, origin: Gemeente Ameland, text: Hinnik. } ]",
            "paard",
            "Hinnik.",
            EntryStanding.Copied,
            "Gemeente Schiermonnikoog heeft antwoord 'Paarden' overgenomen van Gemeente Ameland."
        ),
    ];
}
