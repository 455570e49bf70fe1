using System.Globalization;
using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Channels.Texts;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Mastodon.Reading;

/// <summary>A post: as a resident's message, as the new text of one, or as what the municipality wrote itself.</summary>
internal static class ReadStatus
{
    private const int LongestWarning = 200;
    private const int LongestQuote = 500;
    private const string NoText = "Een bericht zonder tekst die hier te lezen is. Bekijk het op Mastodon.";
    private static readonly DateTimeOffset Oldest = new(2016, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether the account of <paramref name="origin"/> wrote it.</summary>
    public static bool IsOwn(Origin origin, JsonElement status) => status.Get("account") is { } author && origin.Is(author);

    /// <summary>A message of a resident.</summary>
    /// <param name="why">What told of it: mention, quote.</param>
    /// <param name="root">The first post of its thread, when it was looked up.</param>
    public static PostItem Message(Origin origin, JsonElement status, string why, string? root = null)
    {
        if (status.Text("id") is not { } id || !Place.IsId(id) || ReadPerson.From(status.Get("account")) is not { } author)
        {
            return new OnlyVisible(origin.Account, "unreadable", $"{why} zonder id of afzender");
        }

        if (IsOwn(origin, status))
        {
            return new OnlyVisible(origin.Account, "ignored", $"{why} van de gemeente zelf");
        }

        var width = Words.Name(status.Text("visibility"));
        return new ForRouting(origin.Account, "message", $"{why} {width}", $"{id}|message|", Content(origin, status, (id, author), root));
    }

    /// <summary>The new text of a message that was told before.</summary>
    public static PostItem Edit(Origin origin, JsonElement status)
    {
        var edited = status.Text("edited_at");
        return status.Text("id") is { } id && Place.IsId(id) && edited is not null && ReadPerson.From(status.Get("account")) is { } author
            ? new ForRouting(
                origin.Account,
                "edit",
                "gewijzigd",
                $"{id}|edit|{TextSplitter.Bound(edited, 40)}",
                new InboundEdit(id, author, Text(status), Moment(edited, origin.At))
            )
            : new OnlyVisible(origin.Account, "unreadable", "wijziging zonder id of afzender");
    }

    /// <summary>What the municipality posted. By this hub it is known already; to nobody in particular it is no answer.</summary>
    public static PostItem Own(Origin origin, JsonElement status)
    {
        if (origin.OwnApp is { } app && status.Get("application").Text("name") == app)
        {
            return new OnlyVisible(origin.Account, "ignored", "eigen antwoord");
        }

        var to = status.Get("mentions").Each().FirstOrDefault(mention => !origin.Is(mention));
        return status.Text("id") is { } id && Place.IsId(id) && ReadPerson.From(to) is { } recipient
            ? new ForRouting(
                origin.Account,
                "echo",
                Words.Name(status.Text("visibility")),
                $"{id}|echo|",
                new InboundEcho(
                    id,
                    recipient,
                    MessageKind.Text,
                    Text(status),
                    Moment(status.Text("created_at"), origin.At),
                    Visibility: IsPublic(status) ? Visibility.Public : Visibility.Private,
                    ThreadId: IsPublic(status) ? status.Text("in_reply_to_id") ?? id : null
                )
            )
            : new OnlyVisible(origin.Account, "ignored", "eigen bericht aan niemand in het bijzonder");
    }

    /// <summary>Everybody may read it. Followers alone are not everybody; a word this version does not know is taken as narrow.</summary>
    public static bool IsPublic(JsonElement status) => status.Text("visibility") is "public" or "unlisted";

    /// <summary>What a colleague reads: warning, text, the choices of a poll, and what it quotes.</summary>
    public static string? Text(JsonElement status)
    {
        var quoted = status.Get("quote").Get("quoted_status");
        var warning = status.Text("spoiler_text") is { } told ? HtmlText.From(told) : "";
        var choices = status.Get("poll").Get("options").Each().Take(20).Select(option => $"○ {HtmlText.From(option.Text("title"))}");
        string[] lines =
        [
            warning.Length == 0 ? "" : $"Waarschuwing vooraf: {TextSplitter.Bound(warning, LongestWarning)}",
            HtmlText.From(status.Text("content"), quoted is not null),
            string.Join('\n', choices),
            quoted is { } quote ? Quote(quote) : "",
        ];
        var text = string.Join("\n\n", lines.Where(line => line.Length > 0));
        return text.Length == 0 ? null : TextSplitter.Bound(text, 16_384);
    }

    /// <summary>A time as the servers write it; what cannot be one becomes <paramref name="otherwise"/>.</summary>
    public static DateTimeOffset Moment(string? told, DateTimeOffset otherwise) =>
        DateTimeOffset.TryParse(told, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && at > Oldest
        && at < otherwise.AddDays(1)
            ? at.ToUniversalTime()
            : otherwise;

    private static InboundMessage Content(Origin origin, JsonElement status, (string Id, PlatformPerson Author) known, string? root)
    {
        var text = Text(status);
        var files = ReadFiles.From(status, $"{origin.Account}|{known.Id}");
        var replied = Place.IsId(status.Text("in_reply_to_id")) ? status.Text("in_reply_to_id") : null;
        var isEmpty = text is null && files is null;
        return new(
            known.Id,
            known.Author,
            IsPublic(status) ? Visibility.Public : Visibility.Private,
            isEmpty ? MessageKind.Unsupported
                : files is null ? MessageKind.Text
                : MessageKind.Media,
            isEmpty ? NoText : text,
            Moment(status.Text("created_at"), origin.At),
            replied,
            files,
            isEmpty ? "text" : null,
            IsPublic(status) ? root ?? replied ?? known.Id : null,
            PlaceOf(status, known.Id)?.Write()
        );
    }

    private static string Quote(JsonElement quoted)
    {
        var text = TextSplitter.Bound(HtmlText.From(quoted.Text("content"), withoutQuote: true), LongestQuote);
        var lines = text.Length == 0 ? [] : text.Split('\n').Select(line => $"> {line}");
        var by = Place.IsAcct(quoted.Get("account").Text("acct")) ? $" van @{quoted.Get("account").Text("acct")}" : "";
        return string.Join('\n', lines.Prepend($"Haalt een bericht{by} aan:"));
    }

    private static Place? PlaceOf(JsonElement status, string id) =>
        status.Get("account").Text("acct") is { } acct && Place.IsAcct(acct)
            ? new Place(
                id,
                Words.Name(status.Text("visibility")),
                acct,
                status.Text("spoiler_text") is { } warning ? TextSplitter.Bound(HtmlText.From(warning), LongestWarning) : null,
                status.Text("language") is { Length: 2 or 3 } language && language.All(char.IsAsciiLetterLower) ? language : null
            )
            : null;
}
