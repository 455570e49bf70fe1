using WebcareHub.Contracts.Crises;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Crisis.CoreMessages;

/// <summary>A core message as one municipality would say it.</summary>
internal static class OwnVoice
{
    /// <summary>The facts filled in, in its form of address; without greeting and signature.</summary>
    internal static RenderedAnswer Text(CoreMessageIssued issued, EffectiveBlueprint blueprint) =>
        blueprint.Render(IsInformal(blueprint) ? issued.Informal ?? issued.Text : issued.Text);

    /// <summary>A text of its own, with the facts it still names.</summary>
    internal static RenderedAnswer Own(string text, EffectiveBlueprint blueprint) => blueprint.Render(text.Trim());

    internal static string? Greeting(EffectiveBlueprint blueprint) =>
        blueprint.Voice.Greeting is { } greeting ? blueprint.Render(greeting).Text : null;

    /// <summary>With the name of whoever signs the draft.</summary>
    internal static string? Signature(EffectiveBlueprint blueprint, string colleague) =>
        blueprint.Voice.Signature is { } signature
            ? blueprint.Render(signature, new Dictionary<string, string> { ["medewerker"] = colleague }).Text
            : null;

    private static bool IsInformal(EffectiveBlueprint blueprint) => blueprint.Voice.Salutation == "je";
}
