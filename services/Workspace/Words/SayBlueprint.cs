using System.Globalization;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Words;

/// <summary>Codes of the blueprint as words on the screen and in addresses. What is unknown here stays as the files have it.</summary>
internal static class SayBlueprint
{
    internal static readonly IReadOnlyList<string> Themes = ["monitoring", "webcare", "woordvoering"];

    /// <summary>The headings in the order of the language: code, address, words.</summary>
    internal static readonly IReadOnlyList<SectionWords> Sections =
    [
        new("principles", "uitgangspunten", BlueprintTexts.Principles),
        new("guidelines", "richtlijnen", BlueprintTexts.Guidelines),
        new("answers", "antwoorden", BlueprintTexts.Answers),
        new("rules", "regels", BlueprintTexts.Rules),
        new("topics", "onderwerpen", BlueprintTexts.Topics),
        new("servicelevels", "streeftermijnen", BlueprintTexts.ServiceLevels),
        new("hours", "openingstijden", BlueprintTexts.Hours),
        new("overflow", "overloop", BlueprintTexts.Overflow),
        new("scenarios", "scenarios", BlueprintTexts.Scenarios),
        new("waves", "oefengolven", BlueprintTexts.Waves),
        new("templates", "sjablonen", BlueprintTexts.Templates),
        new("voice", "stem", BlueprintTexts.Voice),
        new("worklists", "werkvoorraden", BlueprintTexts.WorkLists),
        new("roles", "rollen", BlueprintTexts.Roles),
        new("partners", "partners", BlueprintTexts.Partners),
        new("wordlists", "woordenlijsten", BlueprintTexts.WordLists),
        new("plainwords", "moeilijke-woorden", BlueprintTexts.PlainWords),
        new("retention", "bewaartermijnen", BlueprintTexts.Retention),
        new("satisfaction", "cijfer-vragen", BlueprintTexts.Satisfaction),
        new("goals", "doelen", BlueprintTexts.Goals),
        new("figures", "cijfers", BlueprintTexts.Figures),
    ];

    internal static string Theme(string theme) =>
        theme switch
        {
            "monitoring" => BlueprintTexts.ThemeMonitoring,
            "webcare" => BlueprintTexts.ThemeWebcare,
            "woordvoering" => BlueprintTexts.ThemeSpokesmanship,
            _ => Capital(theme),
        };

    internal static string ThemeLead(string theme) =>
        theme switch
        {
            "monitoring" => BlueprintTexts.ThemeMonitoringLead,
            "woordvoering" => BlueprintTexts.ThemeSpokesmanshipLead,
            _ => BlueprintTexts.ThemeWebcareLead,
        };

    /// <summary>The name of a heading: "Antwoorden".</summary>
    internal static string Section(string section) => Sections.FirstOrDefault(known => known.Code == section)?.Title ?? Capital(section);

    /// <summary>The heading an address names; null when there is none.</summary>
    internal static string? SectionAt(string address) => Sections.FirstOrDefault(known => known.Address == address)?.Code;

    /// <summary>Where an entry stands: <c>/blauwdruk/regels/nl.verwijs.snelweg</c>.</summary>
    internal static string Address(string section, string id) =>
        $"/blauwdruk/{Sections.FirstOrDefault(known => known.Code == section)?.Address ?? section}/{Uri.EscapeDataString(id)}";

    internal static string State(EntryState state) =>
        state switch
        {
            EntryState.Inherited => BlueprintTexts.StateInherited,
            EntryState.Adopted => BlueprintTexts.StateAdopted,
            EntryState.Deferred => BlueprintTexts.StateDeferred,
            EntryState.Deviates => BlueprintTexts.StateDeviates,
            EntryState.Off => BlueprintTexts.StateOff,
            EntryState.Own => BlueprintTexts.StateOwn,
            _ => BlueprintTexts.StateOffered,
        };

    /// <summary>What a layer does with an entry: add, adjust, off, or nothing.</summary>
    internal static string Mode(string? mode) =>
        mode switch
        {
            "add" => BlueprintTexts.ModeAdd,
            "adjust" => BlueprintTexts.ModeAdjust,
            "off" => BlueprintTexts.ModeOff,
            _ => BlueprintTexts.ModeNone,
        };

    internal static string OfferKind(string kind) =>
        kind switch
        {
            "new" => BlueprintTexts.OfferNew,
            "withdrawn" => BlueprintTexts.OfferWithdrawn,
            _ => BlueprintTexts.OfferChanged,
        };

    /// <summary>A field as the files name it (<c>then.priority</c>), to read.</summary>
    internal static string Field(string name) =>
        name switch
        {
            "title" => BlueprintTexts.FieldTitle,
            "text" => BlueprintTexts.FieldText,
            "informal" => BlueprintTexts.FieldInformal,
            "reason" => BlueprintTexts.FieldReason,
            "topics" => BlueprintTexts.FieldTopics,
            "words" => BlueprintTexts.FieldWords,
            "channels" => BlueprintTexts.FieldChannels,
            "owner" => BlueprintTexts.Owner,
            "reviewOn" => BlueprintTexts.ReviewOn,
            "theme" => BlueprintTexts.Theme,
            "when" => BlueprintTexts.FieldWhen,
            "then" => BlueprintTexts.FieldThen,
            "suggest" => BlueprintTexts.FieldSuggest,
            "ask" => BlueprintTexts.FieldAsk,
            "parent" => BlueprintTexts.FieldParent,
            "priority" => BlueprintTexts.FieldPriority,
            "intent" => BlueprintTexts.FieldIntent,
            "servicelevel" => BlueprintTexts.FieldServiceLevel,
            "worklist" => BlueprintTexts.FieldWorkList,
            "week" => BlueprintTexts.FieldWeek,
            "firstResponse" => BlueprintTexts.FieldFirstResponse,
            "to" => BlueprintTexts.FieldTo,
            "hours" => BlueprintTexts.Hours,
            "mandatory" => BlueprintTexts.FieldMandatory,
            _ => SayAsking.Field(name) ?? name,
        };

    /// <summary>"1 juni 2027".</summary>
    internal static string Day(DateOnly day) => day.ToString("d MMMM yyyy", Dutch);

    private static string Capital(string word) => word.Length == 0 ? word : char.ToUpper(word[0], Dutch) + word[1..];

    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
}

/// <summary>A heading of the blueprint.</summary>
/// <param name="Code">As the files and the API name it.</param>
/// <param name="Address">Its part of an address.</param>
internal sealed record SectionWords(string Code, string Address, string Title);
