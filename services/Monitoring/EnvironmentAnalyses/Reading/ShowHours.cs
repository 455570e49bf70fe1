using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Reading;

/// <summary><c>GET …/hours</c>: what came in and what was answered, by the hour of the crisis; for its evaluation.</summary>
internal static class ShowHours
{
    private const string ByHour = """
        select date_trunc('hour', m.at), count(*)::int, count(distinct m.conversation_id)::int,
            count(distinct m.conversation_id) filter (where m.answered_at <= $2)::int
        from monitoring.environment_messages m where m.generation = monitoring.serving('environment') and m.crisis_id = $1 and m.at <= $2 group by 1
        """;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("nl-NL");

    internal static async Task<Results<Ok<EnvironmentHours>, NotFound>> Get([AsParameters] Asked asked, CancellationToken ct) =>
        await ReadAsync(asked, ct) is { } hours ? TypedResults.Ok(hours) : TypedResults.NotFound();

    internal static async Task<Results<FileContentHttpResult, NotFound>> GetTable([AsParameters] Asked asked, CancellationToken ct) =>
        await ReadAsync(asked, ct) is { } hours
            ? TypedResults.File(Table(hours), "text/csv; charset=utf-8", "berichten-per-uur.csv")
            : TypedResults.NotFound();

    private static async Task<EnvironmentHours?> ReadAsync(Asked asked, CancellationToken ct)
    {
        if (await asked.Admission.ToAsync(asked.Crisis, asked.Caller, asked.At, ct) is not { } admitted)
            return null;
        var now = admitted.At ?? asked.Time.GetUtcNow();
        await using var bounded = await asked.Database.OpenAsync([.. admitted.Tenants], ct);
        var rows = await Counts.ListAsync(
            bounded.Connection,
            ByHour,
            (asked.Crisis, now),
            row => (At: row.GetFieldValue<DateTimeOffset>(0), Counts: (row.GetInt32(1), row.GetInt32(2), row.GetInt32(3))),
            ct
        );
        var until = admitted.Facts.EndedAt is { } ended && ended < now ? ended : now;
        return new(
            asked.Crisis,
            Of([.. Compose.AllHours(admitted.Facts.DeclaredAt, until)], rows.ToDictionary(row => row.At, row => row.Counts))
        );
    }

    private static IReadOnlyList<EnvironmentHourOf> Of(
        DateTimeOffset[] hours,
        IReadOnlyDictionary<DateTimeOffset, (int Messages, int Questions, int Answered)> counted
    )
    {
        IReadOnlyList<int?> Shown(Func<(int Messages, int Questions, int Answered), int> part) =>
            Small.Parts([.. hours.Select(hour => part(counted.GetValueOrDefault(hour)))]);
        var (messages, questions) = (Shown(each => each.Messages), Shown(each => each.Questions));
        var answered = Shown(each => each.Answered);
        return [.. hours.Select((hour, at) => new EnvironmentHourOf(hour, messages[at], questions[at], answered[at]))];
    }

    /// <summary>As spreadsheets here read it: UTF-8 with its mark, semicolons. What the columns mean stands in the last rows.</summary>
    private static byte[] Table(EnvironmentHours hours)
    {
        var text = new StringBuilder("uur;berichten;gesprekken;beantwoord\r\n");
        foreach (var hour in hours.Hours)
            text.AppendJoin(';', [Dutch.Hour(hour.Hour), Cell(hour.Messages), Cell(hour.Questions), Cell(hour.Answered)]).Append("\r\n");
        text.Append("\r\nuur: het begin van het uur, Nederlandse tijd\r\nberichten: berichten van inwoners in dat uur\r\n")
            .Append("gesprekken: gesprekken waarin die berichten staan\r\n")
            .Append("beantwoord: gesprekken van dat uur waarin een collega inmiddels antwoord gaf\r\n")
            .Append(Culture, $"niet getoond: minder dan {Small.Least}, of verborgen omdat een klein aantal er anders uit volgt\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static string Cell(int? count) => count?.ToString(Culture) ?? "niet getoond";

    /// <summary>Of the route and the caller.</summary>
    internal sealed record Asked(Guid Crisis, DateTimeOffset? At, Caller Caller, Admission Admission, Database Database, TimeProvider Time);
}
