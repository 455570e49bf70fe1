using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.SamePerson;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.Searching;

/// <summary>
/// Keeps the words of messages, answers, notes and names, so that colleagues find conversations; and by what a resident can be known again.
/// </summary>
internal sealed class SearchIndex(Pseudonyms pseudonyms) : IFeedSubscriber
{
    public string Name => "routing.search:All";

    public IReadOnlyCollection<Type>? Types { get; } =
    [
        typeof(MessageReceived),
        typeof(MessageEdited),
        typeof(MessageDeleted),
        typeof(EchoSeen),
        typeof(NoteAdded),
        typeof(ReplyRequested),
        typeof(PersonalDataErased),
    ];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        var texts = new Dictionary<Guid, Text>();
        var gone = new HashSet<Guid>();
        var erased = new List<Guid>();
        foreach (var recorded in batch.Events)
        {
            if (recorded.Data is PersonalDataErased)
                erased.Add(Streams.ConversationId(recorded.Stream) ?? Guid.Empty);
            else if (recorded.Data is MessageDeleted deleted)
                gone.Add(deleted.MessageId);
            else if (Of(recorded) is { } text)
                texts[text.Item] = text;
        }
        texts = texts.Where(text => !gone.Contains(text.Key) && !erased.Contains(text.Value.Conversation)).ToDictionary();
        var marks = batch
            .Events.SelectMany(recorded => Marks.Of(recorded, pseudonyms))
            .Where(mark => !gone.Contains(mark.Item) && !erased.Contains(mark.Conversation))
            .DistinctBy(mark => (mark.Tenant, mark.Mark, mark.Resident));
        await using var commands = new NpgsqlBatch(batch.Connection);
        foreach (var command in Commands([.. texts.Values], [.. marks], [.. gone], [.. erased]))
            commands.BatchCommands.Add(command);
        if (commands.BatchCommands.Count > 0)
            await commands.ExecuteNonQueryAsync(ct);
    }

    private static IEnumerable<NpgsqlBatchCommand> Commands(Text[] texts, Marks.Row[] marks, Guid[] gone, Guid[] erased)
    {
        if (texts.Length > 0)
            yield return Write(texts);
        if (marks.Length > 0)
            yield return Marks.Write(marks);
        foreach (var table in new[] { "search", "marks" })
        {
            if (gone.Length > 0)
                yield return new($"delete from routing.{table} where item_id = any ($1)") { Parameters = { new() { Value = gone } } };
            if (erased.Length > 0)
                yield return new($"delete from routing.{table} where conversation_id = any ($1)")
                {
                    Parameters = { new() { Value = erased } },
                };
        }
    }

    private static Text? Of(RecordedEvent recorded)
    {
        (Guid Item, string? Content, DateTimeOffset At)? found = recorded.Data switch
        {
            MessageReceived e => (e.MessageId, $"{e.AuthorName} {e.Text}", e.SentAt),
            MessageEdited e => (e.MessageId, e.Text, e.EditedAt),
            EchoSeen e => (e.MessageId, e.Text, e.SentAt),
            NoteAdded e => (e.NoteId, e.Text, e.At),
            ReplyRequested { Automatic: false } e => (e.ReplyId, e.Text, e.At),
            _ => null,
        };
        return
            found is { } text
            && !string.IsNullOrWhiteSpace(text.Content)
            && recorded.Resident is { } resident
            && Streams.ConversationId(recorded.Stream) is { } conversation
            ? new Text(text.Item, recorded.Stream.Tenant, conversation, resident, Folded.Of(text.Content), text.At)
            : null;
    }

    // What is erased while this batch waited is not written again: the row of the conversation says so.
    private static NpgsqlBatchCommand Write(Text[] texts) =>
        new(
            """
            insert into routing.search as s (tenant_id, item_id, conversation_id, resident_id, words, at)
            select u.tenant, u.item, u.conversation, u.resident, routing.search_words(u.tenant, u.content), u.at
            from unnest($1::varchar[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[])
                as u (tenant, item, conversation, resident, content, at)
            join routing.conversations c on c.id = u.conversation and not c.erased
            order by u.item
            on conflict (item_id) do update set words = excluded.words
            """
        )
        {
            Parameters =
            {
                new() { Value = texts.Select(text => text.Tenant).ToArray() },
                new() { Value = texts.Select(text => text.Item).ToArray() },
                new() { Value = texts.Select(text => text.Conversation).ToArray() },
                new() { Value = texts.Select(text => text.Resident).ToArray() },
                new() { Value = texts.Select(text => text.Content).ToArray() },
                new() { Value = texts.Select(text => text.At.ToUniversalTime()).ToArray() },
            },
        };

    private sealed record Text(Guid Item, string Tenant, Guid Conversation, Guid Resident, string Content, DateTimeOffset At);
}
