using System.Globalization;
using System.Text;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>
/// Reads a stretch of the log in pages, each in a short transaction behind the wall of its tenants. The database picks out what a decision needs,
/// which costs it less than writing out whole events, and sends it without looking at a column twice.
/// </summary>
/// <param name="outcomes">Whether all that was decided is compared with, or only the topic is followed.</param>
internal sealed class LogPages(Database database, IReadOnlyCollection<string> tenants, Stretch stretch, bool outcomes)
{
    /// <summary>Sequence numbers in a page, whoever they belong to.</summary>
    internal const int Size = 16_000;

    private const string Sets = "jsonb_path_query_array(e.data, '$.Trace[*].Set')";
    private const string Topic = "e.data -> 'Topic'";

    private static readonly CompositeFormat Query = CompositeFormat.Parse(
        """
        copy (
            select e.seq_id, e.tenant_id, e.stream_id, e.version, e.type,
                case e.type when 'message_received' then (e.headers ->> 'resident')::uuid end,
                case e.type when 'message_received' then (
                    select k.wrapped from events.resident_keys k
                    where k.tenant_id = e.tenant_id and k.resident_id = (e.headers ->> 'resident')::uuid) end,
                case e.type when 'message_received' then e.data ->> 'Text' end,
                case e.type when 'question_recognised' then e.data -> 'Facts' end,
                case e.type when 'question_recognised' then {2} end,
                case when e.type <> 'message_received' then e.data ->> 'At' end
            from events.mt_events e
            where e.seq_id > {0} and e.seq_id <= {1}
                and (e.type in ('message_received', 'question_recognised', 'echo_seen')
                    or (e.type = 'resolved' and e.data #>> '{{By,Id}}' <> 'system')
                    or (e.type = 'reply_requested' and e.data ->> 'Automatic' = 'false'))
            order by e.seq_id
        ) to stdout with (format binary)
        """
    );

    /// <summary>Fills a page with the rows of interest from behind <paramref name="after"/>, at most <see cref="Size"/> numbers on.</summary>
    internal async Task ReadAsync(long after, LogPage page, CancellationToken ct)
    {
        var last = Math.Min(after + Size, stretch.Last);
        await using var transaction = await database.OpenAsync(tenants, ct);
        await using var rows = await transaction.Connection.BeginRawBinaryCopyAsync(
            string.Format(CultureInfo.InvariantCulture, Query, after, last, outcomes ? Sets : Topic),
            ct
        );
        await page.FillAsync(rows, (double)(last - stretch.After) / stretch.Length, ct);
    }
}
