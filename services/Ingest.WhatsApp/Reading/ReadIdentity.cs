using System.Text.Json;
using System.Text.RegularExpressions;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.WhatsApp.Reading;

/// <summary>The platform says that a resident has another number or another user id.</summary>
internal static partial class ReadIdentity
{
    public static PostItem FromUpdate(Change change, JsonElement update)
    {
        var user = update.Get("user_id");
        var parent = update.Get("parent_user_id");
        return Changed(
            change,
            "user_id_update",
            "",
            ReadPerson.Of(update.Text("wa_id"), user.Text("previous"), parent.Text("previous")),
            ReadPerson.Of(update.Text("wa_id"), user.Text("current"), parent.Text("current")),
            update.Moment("timestamp", change.AcceptedAt)
        );
    }

    public static PostItem FromSystem(Change change, JsonElement message)
    {
        var system = message.Get("system");
        var type = Words.Name(system.Text("type"));
        var inBody = FromTo().Match(system.Text("body") ?? "");
        var current = ReadPerson.Of(
            system.Text("new_wa_id") ?? system.Text("wa_id"),
            system.Text("user_id"),
            system.Text("parent_user_id")
        );
        var previous =
            ReadPerson.Of(message.Text("from"), message.Text("from_user_id"), message.Text("from_parent_user_id"))
            ?? (inBody.Success ? ReadPerson.Of(inBody.Groups[1].Value) : null);
        return Changed(change, type, ReadMessage.PlatformId(message), previous, current, message.Moment("timestamp", change.AcceptedAt));
    }

    private static PostItem Changed(
        Change change,
        string type,
        string id,
        PlatformPerson? previous,
        PlatformPerson? current,
        DateTimeOffset at
    ) =>
        previous is null || current is null
            ? new OnlyVisible(change.Account, "unreadable", $"{type} zonder oude en nieuwe id")
            : new ForRouting(
                change.Account,
                "identity",
                type,
                $"{id}|identity|{string.Join(',', previous.Ids)}|{string.Join(',', current.Ids)}",
                new InboundIdentityChange(previous, current, at)
            );

    // Only the sentence tells the old id when `from` is absent: "User … changed from US.1 to US.2".
    [GeneratedRegex(@"\bfrom ([A-Z]{2}\.[A-Za-z0-9.]+|\+?[0-9]{5,20}) to ", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex FromTo();
}
