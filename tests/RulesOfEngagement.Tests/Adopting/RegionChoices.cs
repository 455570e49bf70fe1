namespace WebcareHub.RulesOfEngagement.Tests.Adopting;

public partial class AdoptionTests
{
    private static readonly Case[] OfTheRegion =
    [
        new(
            "the region chose for its members",
            null,
            "afval",
            "Landelijk een.",
            EntryStanding.Deferred,
            "Regio Wadden stelt antwoord 'Afval' uit landelijke versie 2 uit en versie 1 blijft gelden: Samen kiezen.",
            "adoption: { base: { nl: 1 }, choices: [ { entry: answers/afval, choice: defer, layer: nl, release: 2, reason: Samen kiezen. } ] }"
        ),
        new(
            "the nearest layer that chose wins",
            "adoption: { choices: [ { entry: answers/afval, choice: adopt, layer: nl, release: 2 } ] }",
            "afval",
            "Landelijk twee.",
            EntryStanding.Adopted,
            "Gemeente Schiermonnikoog heeft antwoord 'Afval' overgenomen uit landelijke versie 2.",
            "adoption: { base: { nl: 1 }, choices: [ { entry: answers/afval, choice: defer, layer: nl, release: 2, reason: Samen kiezen. } ] }"
        ),
        new(
            "a region's choice wins over a mere base",
            Base,
            "afval",
            "Landelijk twee.",
            EntryStanding.Adopted,
            "Regio Wadden heeft antwoord 'Afval' overgenomen uit landelijke versie 2.",
            "adoption: { base: { nl: 1 }, choices: [ { entry: answers/afval, choice: adopt, layer: nl, release: 2 } ] }"
        ),
        new(
            "the region deviates",
            null,
            "rust",
            "Rust op de Wadden.",
            EntryStanding.Deviates,
            "Regio Wadden wijkt bij antwoord 'Rust' af van landelijke versie 2: Het waait hier."
        ),
        new(
            "a region's change is offered as a national one",
            "adoption: { base: { nl: 1, wadden: 1 } }",
            "boot",
            "Boot een.",
            EntryStanding.Kept,
            "Antwoord 'Boot' geldt hier zoals in versie 1 van regio Wadden; een nieuwe vorm uit versie 2 van regio Wadden wacht op een keuze."
        ),
        new(
            "a region's change deferred",
            "adoption: { base: { wadden: 1 }, choices: [ { entry: answers/boot, choice: defer, layer: wadden, release: 2, reason: Eerst vragen } ] }",
            "boot",
            "Boot een.",
            EntryStanding.Deferred,
            "Gemeente Schiermonnikoog stelt antwoord 'Boot' uit versie 2 van regio Wadden uit en versie 1 blijft gelden: Eerst vragen."
        ),
        new(
            "the region's own is switched off",
            "answers: [ { off: boot, reason: Hier vaart niets } ]",
            "boot",
            null,
            EntryStanding.SwitchedOff,
            "Gemeente Schiermonnikoog heeft antwoord 'Boot' uitgezet: Hier vaart niets."
        ),
    ];
}
