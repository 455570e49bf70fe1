using System.Text.Json;
using WebcareHub.Ingest.Chat.Sites;
using WebcareHub.Ingest.Chat.Visits;
using WebcareHub.Ingest.Chat.Writing;

namespace WebcareHub.Ingest.Chat.Following;

/// <summary>
/// The conversation as it happens, as server-sent events, from behind the number that the browser has: whatever broke off, it goes on where it
/// was. Events: <c>item</c>, <c>typing</c>, <c>rested</c> when a colleague is done or it goes on again, <c>asked</c> when we want to know how it was, and <c>gone</c> when it was forgotten.
/// </summary>
internal static class Follow
{
    // Shorter than proxies wait on a silent line; the widget takes a line that is silent longer for dead.
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(20);

    public static async Task<IResult> Get(
        Guest guest,
        HttpContext context,
        VisitRows visits,
        ItemRows items,
        Bell bell,
        IHostApplicationLifetime life,
        CancellationToken ct,
        long after = 0
    )
    {
        if (await visits.FindAsync(guest, ct) is not { } visit)
        {
            return Refusals.Unknown();
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct, life.ApplicationStopping);
        using var ear = bell.Listen(visit.Id);
        var response = context.Response;
        response.ContentType = "text/event-stream; charset=utf-8";
        response.Headers["X-Accel-Buffering"] = "no";
        try
        {
            await response.WriteAsync(": hello\n\n", end.Token);
            var reading = new Reading(
                number => items.AfterAsync(visit, number, end.Token),
                async () => await visits.FindAsync(guest, end.Token) is { } now ? (now.Rested, now.Asked) : default
            );
            await FollowAsync(response, ear, reading, after, end.Token);
        }
        catch (OperationCanceledException)
        {
            // The browser left, or this process ends: it comes back.
        }

        return TypedResults.Empty;
    }

    private sealed record Reading(Func<long, Task<IReadOnlyList<Item>?>> Items, Func<Task<(bool Rested, bool Asked)>> Standing);

    private static async Task FollowAsync(HttpResponse response, Bell.Ear ear, Reading read, long after, CancellationToken ct)
    {
        var standing = (Rested: false, Asked: false);
        for (var heard = Tone.Item | Tone.Rested; ; heard = await ear.WaitAsync(Breath, ct))
        {
            if (heard.HasFlag(Tone.Typing))
            {
                await response.WriteAsync("event: typing\ndata: {}\n\n", ct);
            }

            if (heard.HasFlag(Tone.Item))
            {
                if (await TellItemsAsync(response, read, after, ct) is not { } last)
                {
                    return;
                }

                after = last;
            }

            if (heard.HasFlag(Tone.Rested))
            {
                standing = await TellStandingAsync(response, standing, await read.Standing(), ct);
            }

            if (heard == Tone.None)
            {
                await response.WriteAsync(": \n\n", ct);
            }
        }
    }

    private static async Task<(bool Rested, bool Asked)> TellStandingAsync(
        HttpResponse response,
        (bool Rested, bool Asked) before,
        (bool Rested, bool Asked) now,
        CancellationToken ct
    )
    {
        if (now.Asked != before.Asked)
        {
            await response.WriteAsync($"event: asked\ndata: {(now.Asked ? "true" : "false")}\n\n", ct);
        }

        if (now.Rested != before.Rested)
        {
            await response.WriteAsync($"event: rested\ndata: {(now.Rested ? "true" : "false")}\n\n", ct);
        }

        return now;
    }

    /// <summary>All there is behind a number. Returns the last; null when the conversation was forgotten.</summary>
    private static async Task<long?> TellItemsAsync(HttpResponse response, Reading read, long after, CancellationToken ct)
    {
        while (true)
        {
            if (await read.Items(after) is not { } items)
            {
                await response.WriteAsync("event: gone\ndata: {}\n\n", ct);
                return null;
            }

            if (items.Count > 0)
            {
                after = items[^1].Number;
                var events = items.Select(item => $"event: item\ndata: {JsonSerializer.Serialize(item, ItemJson.Default.Item)}\n\n");
                await response.WriteAsync(string.Concat(events), ct);
            }

            if (items.Count < ItemRows.Page)
            {
                return after;
            }
        }
    }
}
