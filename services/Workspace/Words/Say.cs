using System.Globalization;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Workspace.Words;

/// <summary>Codes of the APIs as words on the screen.</summary>
internal static class Say
{
    internal static string Channel(string channel) => Contracts.Channel.NameOf(channel);

    internal static string ChannelIcon(string channel) =>
        channel is Contracts.Channel.Chat || !Contracts.Channel.All.Contains(channel) ? "messages" : $"brand-{channel}";

    internal static string Visibility(Visibility visibility) => visibility == Contracts.Visibility.Public ? Texts.Public : Texts.Private;

    internal static string VisibilityIcon(Visibility visibility) => visibility == Contracts.Visibility.Public ? "world" : "lock";

    internal static string Status(ConversationStatus status) =>
        status switch
        {
            ConversationStatus.Waiting => Texts.StatusWaiting,
            ConversationStatus.Claimed => Texts.StatusClaimed,
            ConversationStatus.Answered => Texts.StatusAnswered,
            ConversationStatus.Snoozed => Texts.StatusSnoozed,
            _ => Texts.StatusResolved,
        };

    /// <summary>Who a conversation is with.</summary>
    internal static string Resident(ConversationRow row) => row.ResidentName ?? Texts.Resident;

    /// <summary>Whose words a message or an answer of this conversation are.</summary>
    internal static string Writer(ThreadItem item, ConversationRow row) =>
        item.Kind == ThreadItemKind.Reply
            ? string.Format(CultureInfo.CurrentCulture, Texts.OurHeadAlone, row.MunicipalityName)
            : Resident(row);

    internal static string? Priority(string priority) =>
        priority switch
        {
            "urgent" => Texts.PriorityUrgent,
            "high" => Texts.PriorityHigh,
            _ => null,
        };

    internal static string DeliveryIcon(DeliveryState state) =>
        state switch
        {
            DeliveryState.Delivered or DeliveryState.Read => "checks",
            DeliveryState.Sent => "check",
            DeliveryState.Failed => "alert-circle",
            DeliveryState.Uncertain => "help",
            _ => "clock",
        };

    /// <summary>The name of a local fact as the blueprint spells it (<c>telefoon-internationaal</c>), to read.</summary>
    internal static string Fact(string name) => char.ToUpperInvariant(name[0]) + name[1..].Replace('-', ' ');

    internal static string Layer(string layer) =>
        layer == "nl" ? Texts.LayerNational
        : layer.StartsWith("GM", StringComparison.Ordinal) ? Texts.LayerMunicipality
        : Texts.LayerRegion;
}
