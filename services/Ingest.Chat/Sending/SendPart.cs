using Npgsql;
using WebcareHub.Channels;
using WebcareHub.Channels.Files;
using WebcareHub.Channels.Sending;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Files;
using WebcareHub.Ingest.Chat.Following;
using WebcareHub.Ingest.Chat.Visits;
using WebcareHub.Ingest.Chat.Writing;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Ingest.Chat.Sending;

/// <summary>
/// Puts a part of an answer where the visitor's browser finds it. The part stands there once, however often it is sent, so nothing is ever
/// uncertain.
/// </summary>
internal sealed class SendPart(Database database, ItemRows items, OutgoingFiles files, Bell bell, TimeProvider time, ILogger<SendPart> log)
{
    private const string Gone = "Dit chatgesprek bestaat niet meer. De bezoeker kan uw antwoord niet zien.";
    private const string Template = "De chat kent geen sjablonen. Schrijf het antwoord als tekst.";
    private const string NoFile = "Het bestand is er niet meer.";
    private const string Away = "De chat is even niet bereikbaar. Het bericht is nog niet verstuurd.";
    private const string Private = "In de chat kan een bericht van de bezoeker niet worden verborgen.";

    public async Task<SendResult> SendAsync(OutboundPart part, CancellationToken ct)
    {
        if (part.Content is { Act: not ReplyAct.Answer })
        {
            return new SendResult.Final(Private, "act");
        }

        if (part.Content.Template is not null)
        {
            return new SendResult.Final(Template, "template");
        }

        try
        {
            return await AddAsync(part, ct);
        }
        catch (Exception exception) when (Infrastructure.IsAway(exception))
        {
            log.LogInformation("Part {Part} waits: {Failure}", part.Id, exception.GetType().Name);
            return new SendResult.Retryable(Away, "database");
        }
    }

    private async Task<SendResult> AddAsync(OutboundPart part, CancellationToken ct)
    {
        if (await FilesAsync(part, ct) is not { } attached)
        {
            return new SendResult.Final(NoFile, "file");
        }

        await using var transaction = await database.OpenAsync([part.Municipality], ct);
        if (await VisitRows.HoldAsync(transaction.Connection, part.Content.To, ct) is not { } visit)
        {
            return new SendResult.Final(Gone, "gone");
        }

        var earlier = await EarlierAsync(transaction.Connection, visit, part, ct);
        if (earlier is null)
        {
            var item = new Item(visit.LastNumber + 1, part.Id, false, time.GetUtcNow(), part.Content.Text, attached);
            await VisitFiles.ShowAsync(transaction.Connection, visit, attached, item.At, ct);
            if (!await items.AddAsync(transaction.Connection, visit, item, part.ResidentId, ct, (part.ReplyId, part.Part)))
            {
                return new SendResult.Final(Gone, "erased");
            }

            await transaction.CommitAsync(ct);
            bell.Ring(visit.Id, Tone.Item);
        }

        return new SendResult.Sent($"{visit.Id:N}.{earlier ?? part.Id:N}");
    }

    private async Task<IReadOnlyList<ItemFile>?> FilesAsync(OutboundPart part, CancellationToken ct)
    {
        if (part.Content.FileId is not { } file)
        {
            return [];
        }

        return await files.DescribeAsync(part.Municipality, file, ct) is { } found && found.Resident == part.ResidentId
            ? [new ItemFile(file, part.Content.FileName ?? "bestand", found.ContentType, found.Length)]
            : null;
    }

    private static async Task<Guid?> EarlierAsync(NpgsqlConnection connection, Visit visit, OutboundPart part, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select item_id from chat.items where visit_id = $1 and reply_id = $2 and part = $3",
            connection
        ).With(visit.Id, part.ReplyId, part.Part);
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }
}
