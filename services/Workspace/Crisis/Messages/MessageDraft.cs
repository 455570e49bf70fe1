using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Words;

namespace WebcareHub.Workspace.Crisis.Messages;

/// <summary>A core message as somebody is writing it.</summary>
internal sealed class MessageDraft
{
    internal string Title { get; set; } = "";

    internal string Text { get; set; } = "";

    internal string Informal { get; set; } = "";

    /// <summary>One line each.</summary>
    internal string Actions { get; set; } = "";

    /// <summary>Dutch local time.</summary>
    internal DateTime? ValidUntil { get; set; }

    internal string ApprovedBy { get; set; } = "";

    /// <summary>A message that was issued, to write its next version from.</summary>
    internal static MessageDraft From(CoreMessage message) =>
        new()
        {
            Title = message.Title,
            Text = message.Text,
            Informal = message.Informal ?? "",
            Actions = string.Join('\n', message.Actions),
            ApprovedBy = message.ApprovedBy,
        };

    /// <summary>What the scenario has ready.</summary>
    internal void TakeOver(ScenarioCoreMessage ready, IReadOnlyList<string> actions, DateTime now)
    {
        (Title, Text, Informal, Actions) = (ready.Title, ready.Text, ready.Informal ?? "", string.Join('\n', actions));
        ValidUntil = ready.Until is { } minutes ? now.AddMinutes(minutes) : null;
    }

    internal IssueCoreMessage Issue(Guid crisis, string layer) =>
        new(crisis, layer, null, Title.Trim(), Text.Trim(), Filled(Informal), Lines, null, Until, ApprovedBy.Trim());

    internal NewCoreMessageVersion Renew(int on, string change) =>
        new(on, Title.Trim(), Text.Trim(), Filled(Informal), Lines, null, Until, ApprovedBy.Trim(), change.Trim());

    private IReadOnlyList<string> Lines => Actions.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private DateTimeOffset? Until => ValidUntil is { } local ? DutchTime.AtLocal(local) : null;

    private static string? Filled(string words) => words.Trim() is { Length: > 0 } some ? some : null;
}
