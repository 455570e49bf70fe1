using System.Text.RegularExpressions;
using WebcareHub.Channels.Accounts;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.Ingest.Social.Mastodon.Calling;
using WebcareHub.Ingest.Social.Mastodon.Reading;

namespace WebcareHub.Ingest.Social.Mastodon.Sending;

/// <summary>
/// Cuts an answer into posts that the server takes. Each names the resident, or it would not reach them; the first file goes with the last text.
/// </summary>
internal sealed partial class PlanReply(AccountBook accounts, Servers servers)
{
    public IReadOnlyList<PartContent> Plan(ReplyToSend reply)
    {
        var facts = servers.Known(accounts.Find(Channel.Mastodon, reply.App, reply.Account));
        return Plan(reply, facts);
    }

    internal static IReadOnlyList<PartContent> Plan(ReplyToSend reply, ServerFacts facts)
    {
        var empty = new PartContent(reply.To, null, null, null, null, null, reply.Visibility, reply.ReplyTo, reply.Act);
        if (reply.Act != ReplyAct.Answer)
        {
            return [empty];
        }

        var files = reply
            .FileIds.Select(file => empty with { FileId = file, FileName = reply.FileNames?.GetValueOrDefault(file) })
            .ToArray();
        var texts = Texts(reply, facts).Select(text => empty with { Text = text }).ToArray();
        return (texts, files) switch
        {
            ([], _) => files,
            (_, []) => texts,
            _ => [.. texts[..^1], files[0] with { Text = texts[^1].Text }, .. files[1..]],
        };
    }

    /// <summary>The post as it leaves: with the name of whom it is for, and in a private one no other.</summary>
    public static string Status(Place place, string? text, bool isDirect)
    {
        var said = isDirect ? WithoutOthers(text ?? "", place.Acct) : text ?? "";
        var mention = $"@{place.Acct}";
        return Mention().Matches(said).Any(found => found.Value.Equals(mention, StringComparison.OrdinalIgnoreCase))
            ? said
            : $"{mention} {said}".TrimEnd();
    }

    private static IReadOnlyList<string> Texts(ReplyToSend reply, ServerFacts facts)
    {
        if (string.IsNullOrWhiteSpace(reply.Text))
        {
            return [];
        }

        var place = Place.Read(reply.ReplyTo);
        var name = place is null ? 0 : StatusLength.Of($"@{place.Acct} ", facts.LinkLength) + (place.Warning?.Length ?? 0);
        return SplitStatus.Split(reply.Text, Math.Max(facts.Characters - name, facts.Characters / 4), facts.LinkLength);
    }

    // Whoever is named in a private post can read it. A sign of no width keeps the name readable and no mention.
    private static string WithoutOthers(string text, string acct) =>
        Mention()
            .Replace(
                text,
                found => found.Value.Equals($"@{acct}", StringComparison.OrdinalIgnoreCase) ? found.Value : "@\u200b" + found.Value[1..]
            );

    [GeneratedRegex(@"(?<![\w/=])@[A-Za-z0-9_]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?(?:@[\w.-]+\w(?::[0-9]+)?)?", RegexOptions.CultureInvariant)]
    private static partial Regex Mention();
}
