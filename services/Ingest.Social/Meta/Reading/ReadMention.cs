using System.Text.Json;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Ingest.Social.Meta.Reading;

/// <summary>Somebody names the account on Instagram. The post brings ids only; what was written can be seen there.</summary>
internal static class ReadMention
{
    public static PostItem From(Source source, JsonElement value)
    {
        var (comment, media) = (value.Id("comment_id"), value.Id("media_id"));
        if ((comment ?? media) is not { } id)
        {
            return new OnlyVisible(source.Account, "unreadable", "mentions zonder id");
        }

        return new ForRouting(
            source.Account,
            "message",
            "mentions",
            $"{id}|message|",
            new InboundMessage(
                id,
                Authors.OfInstagram(value, id),
                Visibility.Public,
                MessageKind.Notice,
                comment is null ? "Noemt uw gemeente bij een bericht op Instagram." : "Noemt uw gemeente in een reactie op Instagram.",
                source.At,
                Detail: "mentions",
                ThreadId: media ?? id,
                ReplyTo: ReplyPlace.Write(new(source.At, comment, media, Mention: true))
            )
        );
    }
}
