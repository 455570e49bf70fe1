using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>Who an item under <c>messaging</c> is between.</summary>
/// <param name="Person">The resident; null when the item names none.</param>
/// <param name="FromUs">The municipality's own account sent it.</param>
internal readonly record struct Parties(Source Source, PlatformPerson? Person, bool FromUs);

/// <summary>One item under <c>messaging</c> or <c>standby</c>: a message, or something around one.</summary>
internal static class ReadMessaging
{
    /// <summary>The platform's word for what it does to an account that breaks its rules.</summary>
    public const string Policy = "policy-enforcement";

    private static readonly string[] Silent =
    [
        "referral",
        "optin",
        "account_linking",
        "pass_thread_control",
        "take_thread_control",
        "request_thread_control",
        "app_roles",
        "game_play",
    ];

    public static IEnumerable<PostItem> From(Source source, JsonElement item)
    {
        var parties = PartiesOf(source, item);
        if (item.Get("delivery") is { } delivery)
        {
            return ReadProgress.Delivered(parties, item, delivery);
        }

        if (item.Get("read") is { } read)
        {
            return ReadProgress.Read(parties, item, read);
        }

        return [One(parties, item)];
    }

    /// <summary>Another app answers this thread at the moment. What the resident wrote is a question all the same.</summary>
    public static IEnumerable<PostItem> FromStandby(Source source, JsonElement item) =>
        From(source, item).Select(read => read with { Detail = $"{read.Detail} standby" });

    private static PostItem One(Parties parties, JsonElement item)
    {
        if (IsTrue(item, "is_self") || item.Get("message") is { } own && IsTrue(own, "is_self"))
        {
            return new OnlyVisible(parties.Source.Account, "echo", "aan zichzelf");
        }

        return item.Get("message") is { } message ? ReadMessage.From(parties, item, message)
            : item.Get("message_edit") is { } edit ? ReadAmendment.Edit(parties, item, edit)
            : item.Get("reaction") is { } reaction ? ReadAmendment.Reaction(parties, item, reaction)
            : item.Get("postback") is { } postback ? ReadMessage.Postback(parties, item, postback)
            : Silence(parties, item);
    }

    private static OnlyVisible Silence(Parties parties, JsonElement item)
    {
        if (item.Get(Policy) is { } policy)
        {
            return new OnlyVisible(parties.Source.Account, "ignored", $"{Policy} {Words.Name(policy.Text("action"))}");
        }

        var name = Silent.FirstOrDefault(name => item.Get(name) is not null);
        return new OnlyVisible(parties.Source.Account, name is null ? "unsupported" : "ignored", name ?? "onbekend onderdeel");
    }

    private static bool IsTrue(JsonElement element, string name) => element.Get(name) is { ValueKind: JsonValueKind.True };

    /// <summary>
    /// The account is the entry's, unless that is neither of the two: the dashboard's test writes 0 there. Whoever of the two is not the
    /// account is the resident.
    /// </summary>
    private static Parties PartiesOf(Source source, JsonElement item)
    {
        var (sender, recipient) = (item.Party("sender"), item.Party("recipient"));
        var echo = item.Get("message").Get("is_echo") is { ValueKind: JsonValueKind.True };
        var account =
            source.Account.Length > 0 && (source.Account == sender || source.Account == recipient)
                ? source.Account
                : (echo ? sender : recipient) ?? source.Account;
        var fromUs = echo || sender is not null && sender == account;
        var other = sender == account ? recipient : sender;
        var reference = other is null ? item.Get("sender").Id("user_ref") : null;
        PlatformPerson? person =
            other is not null ? new([$"{source.PersonKind}:{other}"], null)
            : reference is not null ? new([$"userref:{reference}"], null)
            : null;
        return new(source with { Account = account }, person, fromUs);
    }
}
