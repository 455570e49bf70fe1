using System.Globalization;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.Routing.Conversations;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Routing.CoreMessages;

/// <summary>A core message as the municipality of a conversation says it.</summary>
/// <param name="Layer">That issued it.</param>
/// <param name="StandOf">The moment its facts are of.</param>
/// <param name="IsOutdated">There is a newer version that the municipality has not decided about.</param>
internal sealed record CoreAnswer(
    CoreAnswerId Id,
    string Layer,
    string Title,
    string Text,
    DateTimeOffset StandOf,
    DateTimeOffset ValidFrom,
    DateTimeOffset? ValidUntil,
    bool IsOutdated,
    bool IsWithdrawn
)
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
    private static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");

    public bool IsOffered(DateTimeOffset now) => Refused(now) is null;

    /// <summary>Why it cannot be said now; null when it can.</summary>
    public Refusal? Refused(DateTimeOffset now) =>
        IsWithdrawn ? No($"De kernboodschap '{Title}' is ingetrokken. Haal deze tekst uit uw antwoord.")
        : IsOutdated ? No($"Van de kernboodschap '{Title}' is een nieuwe versie. Wacht tot uw woordvoerder die vrijgeeft, of schrijf zelf.")
        : ValidFrom > now || ValidUntil <= now ? No($"De kernboodschap '{Title}' geldt nu niet.")
        : null;

    /// <summary>Ready to send, in the municipality's own voice, with the moment it is of; the signature comes when it is sent.</summary>
    public StandardAnswer Ready(EffectiveBlueprint blueprint, string? resident, DateTimeOffset now)
    {
        string?[] parts = [Greeting(blueprint, resident), Text, $"Stand van {Moment(now)}"];
        return new(Id.ToString(), $"Kernboodschap: {Title}", string.Join("\n\n", parts.Where(part => part is not null)), Layer, [], true);
    }

    /// <summary>What applies here, before anything else.</summary>
    public GuidanceEntry Entry(DateTimeOffset now) =>
        new(Id.ToString(), $"Kernboodschap: {Title}", $"{Text}\n\nStand van {Moment(now)}", Layer);

    public static Refusal No(string sentence) => new(sentence, "core-message");

    private static string? Greeting(EffectiveBlueprint blueprint, string? resident) =>
        blueprint.Voice.Greeting is not { Length: > 0 } greeting ? null
        : resident is { Length: > 0 } ? blueprint.Render(greeting, new Dictionary<string, string> { ["naam"] = resident }).Text
        : blueprint.Render(greeting.Replace(" {naam}", "", StringComparison.Ordinal)).Text;

    private string Moment(DateTimeOffset now)
    {
        var (there, today) = (TimeZoneInfo.ConvertTime(StandOf, Amsterdam), TimeZoneInfo.ConvertTime(now, Amsterdam));
        return there.ToString(there.Date == today.Date ? "HH':'mm" : "dddd d MMMM, HH':'mm", Dutch);
    }
}

/// <summary>Reads what a municipality says in a crisis.</summary>
internal static class CoreAnswers
{
    private const string Fields = "message_id, version, layer, title, text, stand_of, valid_from, valid_until, is_outdated, is_withdrawn";
    private const string Columns = $"select {Fields} from routing.core_messages";

    /// <summary>What it says now, newest first.</summary>
    /// <param name="tenant">The municipality of the conversation, or the exercise's beside it.</param>
    public static async Task<IReadOnlyList<CoreAnswer>> OfferedAsync(
        NpgsqlConnection connection,
        string tenant,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            $"{Columns} where tenant_id = $1 and not is_withdrawn and not is_outdated order by stand_of desc, message_id",
            connection
        )
        {
            Parameters = { new() { Value = tenant } },
        };
        return [.. (await ReadAsync(command, ct)).Where(answer => answer.IsOffered(now))];
    }

    /// <summary>Why an answer cannot tell this core message now; null when it can, and for an answer that tells none.</summary>
    public static async Task<Refusal?> RefusedAsync(
        NpgsqlConnection connection,
        string tenant,
        string? answer,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (CoreAnswerId.Of(answer) is not { } id)
            return null;
        await using var command = new NpgsqlCommand($"{Columns} where tenant_id = $1 and message_id = $2", connection)
        {
            Parameters =
            {
                new() { Value = tenant },
                new() { Value = id.Message },
            },
        };
        return await ReadAsync(command, ct) switch
        {
            [] => CoreAnswer.No("Uw gemeente heeft deze kernboodschap niet vrijgegeven."),
            [var found] when found.Id.Version > id.Version => (found with { IsOutdated = true }).Refused(now),
            [var found, ..] => found.Refused(now),
        };
    }

    /// <summary>These core messages as these municipalities say them now; who does not say it is not in it.</summary>
    public static async Task<Dictionary<(string Tenant, Guid Message), CoreAnswer>> SaidAsync(
        NpgsqlConnection connection,
        IEnumerable<(string Tenant, Guid Message)> wanted,
        CancellationToken ct
    )
    {
        var pairs = wanted.ToArray();
        if (pairs.Length == 0)
            return [];
        await using var command = new NpgsqlCommand(
            $"select {Fields}, tenant_id from routing.core_messages join unnest($1::varchar[], $2::uuid[]) as u (tenant, message) on tenant_id = u.tenant and message_id = u.message",
            connection
        )
        {
            Parameters =
            {
                new() { Value = pairs.Select(pair => pair.Tenant).ToArray() },
                new() { Value = pairs.Select(pair => pair.Message).ToArray() },
            },
        };
        await using var row = await command.ExecuteReaderAsync(ct);
        var said = new Dictionary<(string, Guid), CoreAnswer>();
        while (await row.ReadAsync(ct))
            said[(row.GetString(10), row.GetGuid(0))] = Read(row);
        return said;
    }

    private static async Task<List<CoreAnswer>> ReadAsync(NpgsqlCommand command, CancellationToken ct)
    {
        var found = new List<CoreAnswer>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            found.Add(Read(row));
        return found;
    }

    private static CoreAnswer Read(NpgsqlDataReader row) =>
        new(
            new(row.GetGuid(0), row.GetInt32(1)),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetFieldValue<DateTimeOffset>(5),
            row.GetFieldValue<DateTimeOffset>(6),
            row.IsDBNull(7) ? null : row.GetFieldValue<DateTimeOffset>(7),
            row.GetBoolean(8),
            row.GetBoolean(9)
        );
}
