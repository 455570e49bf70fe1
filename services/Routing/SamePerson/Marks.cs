using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.SamePerson;

/// <summary>What a resident mentions of themselves, kept as keyed hashes: by these two residents may turn out to be one person.</summary>
internal static class Marks
{
    public const string Email = "email";
    public const string Phone = "phone";
    public const string Name = "name";
    private const int MostPerMessage = 5;

    /// <param name="Value">What is compared: lower-case address, digits with country code, folded name.</param>
    /// <param name="Hint">What a colleague recognises it by.</param>
    internal readonly record struct Found(string Kind, string Value, string Hint);

    internal sealed record Row(string Tenant, string Mark, Guid Resident, Found Found, Guid Item, Guid Conversation, DateTimeOffset At);

    /// <summary>The marks an event brings; empty for most.</summary>
    public static IEnumerable<Row> Of(RecordedEvent recorded, Pseudonyms pseudonyms)
    {
        if (recorded.Resident is not { } resident || Streams.ConversationId(recorded.Stream) is not { } conversation)
            return [];
        var (item, found) = recorded.Data switch
        {
            // Who begins a conversation is the second to be told of it.
            MessageReceived e => (e.MessageId, In(e.Text).Concat(recorded.Version == 2 ? Named(e.AuthorName) : [])),
            MessageEdited e => (e.MessageId, In(e.Text)),
            _ => (Guid.Empty, []),
        };
        return found.Select(mark => new Row(
            recorded.Stream.Tenant,
            pseudonyms.Hash($"{mark.Kind}:{mark.Value}"),
            resident,
            mark,
            item,
            conversation,
            recorded.Timestamp.ToUniversalTime()
        ));
    }

    /// <summary>Addresses and numbers in a text.</summary>
    public static IEnumerable<Found> In(string? text) =>
        string.IsNullOrEmpty(text)
            ? []
            : PersonalDataScan
                .Find(text)
                .Select(data =>
                    data.Kind switch
                    {
                        "email" => Address(text.Substring(data.Start, data.Length)),
                        "phone" => Number(text.Substring(data.Start, data.Length)),
                        _ => null,
                    }
                )
                .OfType<Found>()
                .Distinct()
                .Take(MostPerMessage);

    /// <summary>A name of two words or more; one word is shared by too many.</summary>
    public static IEnumerable<Found> Named(string? name)
    {
        var words = (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Length is < 2 or > 6 || name!.Length > 100
            ? []
            : [new(Name, Folded.Of(string.Join(' ', words)), string.Join(' ', words))];
    }

    public static NpgsqlBatchCommand Write(IReadOnlyCollection<Row> rows) =>
        new(
            """
            insert into routing.marks (tenant_id, mark, resident_id, kind, hint, item_id, conversation_id, at)
            select u.tenant, u.mark, u.resident, u.kind, u.hint, u.item, u.conversation, u.at
            from unnest($1::varchar[], $2::varchar[], $3::uuid[], $4::varchar[], $5::varchar[], $6::uuid[], $7::uuid[], $8::timestamptz[])
                as u (tenant, mark, resident, kind, hint, item, conversation, at)
            join routing.conversations c on c.id = u.conversation and not c.erased
            order by u.tenant, u.mark, u.resident
            on conflict do nothing
            """
        )
        {
            Parameters =
            {
                new() { Value = rows.Select(row => row.Tenant).ToArray() },
                new() { Value = rows.Select(row => row.Mark).ToArray() },
                new() { Value = rows.Select(row => row.Resident).ToArray() },
                new() { Value = rows.Select(row => row.Found.Kind).ToArray() },
                new() { Value = rows.Select(row => row.Found.Hint).ToArray() },
                new() { Value = rows.Select(row => row.Item).ToArray() },
                new() { Value = rows.Select(row => row.Conversation).ToArray() },
                new() { Value = rows.Select(row => row.At).ToArray() },
            },
        };

    private static Found? Address(string address)
    {
        var at = address.LastIndexOf('@');
        return at < 1 ? null : new(Email, address.ToLowerInvariant(), $"{address[0]}…{address[at..].ToLowerInvariant()}");
    }

    private static Found? Number(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        var international =
            number.StartsWith('+') ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : digits.StartsWith('0') ? $"31{digits[1..]}"
            : digits;
        // +31 (0)6: the zero is for who calls from within the country.
        if (international.StartsWith("310", StringComparison.Ordinal))
            international = $"31{international[3..]}";
        return international.Length is < 9 or > 15 ? null : new(Phone, international, $"…{international[^4..]}");
    }
}
