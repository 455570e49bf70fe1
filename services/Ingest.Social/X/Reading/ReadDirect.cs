using System.Text.Json;
using WebcareHub.Channels.Reading;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.X.Reading;

/// <summary>A direct message, the same in both generations. What the account itself sent is an echo.</summary>
internal static class ReadDirect
{
    public static IEnumerable<PostItem> From(About about, JsonElement message)
    {
        var type = Words.Name(message.Text("type"));
        if (type != "message_create")
        {
            return [new OnlyVisible(about.Account, "unsupported", $"direct {type}")];
        }

        var create = message.Get("message_create") ?? default;
        if (People.Id(message) is not { } id || People.Id(create, "sender_id") is not { } sender)
        {
            return [new OnlyVisible(about.Account, "unreadable", "direct zonder id of schrijver")];
        }

        var said = new Said(id, sender, Moment(message, about), create);
        return [sender == about.Account ? Own(about, said) : Question(about, said)];
    }

    private sealed record Said(string Id, string Sender, DateTimeOffset At, JsonElement Create)
    {
        public JsonElement Data => Create.Get("message_data") ?? default;

        public (IReadOnlyList<InboundAttachment> Files, IReadOnlyList<string> Links) Files(About about) =>
            ReadFiles.FromOld(Data.Get("attachment"), $"{about.Account}|{Id}");
    }

    private static DateTimeOffset Moment(JsonElement message, About about) => message.Moment("created_timestamp", about.AcceptedAt);

    private static ForRouting Question(About about, Said said)
    {
        var (files, links) = said.Files(about);
        return new(
            about.Account,
            "message",
            "direct",
            $"{said.Id}|direct|",
            new InboundMessage(
                said.Id,
                People.Person(said.Sender, about.Names.GetValueOrDefault(said.Sender)),
                Visibility.Private,
                files.Count > 0 ? MessageKind.Media : MessageKind.Text,
                Text(said, links),
                said.At,
                Attachments: files.Count > 0 ? files : null
            )
        );
    }

    private static PostItem Own(About about, Said said)
    {
        if (People.Id(said.Create.Get("target") ?? default, "recipient_id") is not { } recipient)
        {
            return new OnlyVisible(about.Account, "echo", "direct zonder ontvanger");
        }

        var (files, links) = said.Files(about);
        var person = People.Person(recipient, about.Names.GetValueOrDefault(recipient));
        var kind = files.Count > 0 ? MessageKind.Media : MessageKind.Text;
        return new ForRouting(
            about.Account,
            "echo",
            "direct",
            $"{said.Id}|echo|",
            new InboundEcho(said.Id, person, kind, Text(said, links), said.At)
        );
    }

    private static string? Text(Said said, IReadOnlyList<string> ofFiles) =>
        PostText.Of(said.Data.Text("text"), PostText.Links(said.Data.Get("entities").Get("urls"), ofFiles), 0);
}
