using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>A resident changes a private message, or puts an emoji on one.</summary>
internal static class ReadAmendment
{
    public static PostItem Edit(Parties parties, JsonElement item, JsonElement edit)
    {
        var account = parties.Source.Account;
        if (parties.Person is not { } author || edit.Id("mid") is not { } id)
        {
            return new OnlyVisible(account, "unreadable", "message_edit zonder bericht");
        }

        if (parties.FromUs)
        {
            return new OnlyVisible(account, "echo", "message_edit");
        }

        var text = edit.Text("text") is { } told ? TextSplitter.Bound(told, ReadMessage.TextLimit) : null;
        var at = item.Time("timestamp", parties.Source.At);
        return new ForRouting(
            account,
            "edit",
            "message_edit",
            $"{id}|edit|{edit.Text("num_edit")}|{at.ToUnixTimeMilliseconds()}",
            new InboundEdit(id, author, text, at)
        );
    }

    public static PostItem Reaction(Parties parties, JsonElement item, JsonElement reaction)
    {
        var account = parties.Source.Account;
        if (parties.Person is not { } author || reaction.Id("mid") is not { } target)
        {
            return new OnlyVisible(account, "unreadable", "reactie zonder bericht");
        }

        if (parties.FromUs)
        {
            return new OnlyVisible(account, "echo", "reaction");
        }

        var away = reaction.Text("action") == "unreact";
        var emoji = away ? null : TextSplitter.Bound(reaction.Text("emoji") ?? Emoji.Of(reaction.Text("reaction")), 32);
        var at = item.Time("timestamp", parties.Source.At);
        return new ForRouting(
            account,
            "reaction",
            away ? "weggehaald" : "reactie",
            $"{target}|reaction|{author.Ids[0]}|{emoji}|{at.ToUnixTimeMilliseconds()}",
            new InboundReaction(target, author, emoji, at)
        );
    }
}
