using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace WebcareHub.PlatformSimulator.Mastodon;

internal static class SeeNotifications
{
    /// <summary>What the caller of the list asks for.</summary>
    public sealed record Asked(
        [FromQuery(Name = "types[]")] string[]? Types,
        [FromQuery(Name = "min_id")] string? MinId,
        [FromQuery(Name = "since_id")] string? SinceId,
        [FromQuery(Name = "max_id")] string? MaxId,
        [FromQuery(Name = "include_filtered")] bool? IncludeFiltered,
        [FromQuery(Name = "limit")] int? Limit
    );

    /// <summary>Newest first, whichever end of the line it is taken from; the links tell where to go on.</summary>
    public static JsonArray Get(HttpContext context, [AsParameters] Asked asked)
    {
        var server = Door.ServerOf(context);
        var caller = Door.CallerOf(context);
        lock (server.Gate)
        {
            var all = server.Notices.Where(notice =>
                notice.To.Id == caller.Id
                && (asked.Types is not { Length: > 0 } types || types.Contains(notice.Type))
                && (!notice.Filtered || asked.IncludeFiltered == true && !server.Setup.KeepsFiltered)
                && IsAfter(notice.Id, asked.MinId ?? asked.SinceId)
                && (asked.MaxId is null || IsAfter(asked.MaxId, notice.Id))
            );
            var limit = Math.Clamp(asked.Limit ?? 40, 1, 80);
            var page = (asked.MinId is null ? all.Reverse().Take(limit) : all.Take(limit).Reverse()).ToArray();
            if (page.Length > 0)
                context.Response.Headers.Link =
                    $"<{Address(server, asked)}&max_id={page[^1].Id}>; rel=\"next\", <{Address(server, asked)}&min_id={page[0].Id}>; rel=\"prev\"";
            return new([.. page.Select(notice => Shapes.Notification(server, notice))]);
        }
    }

    /// <summary>What is kept apart, one per person, newest first.</summary>
    public static JsonArray GetRequests(HttpContext context)
    {
        var server = Door.ServerOf(context);
        var caller = Door.CallerOf(context);
        lock (server.Gate)
        {
            var requests = server
                .Notices.Where(notice => notice.To.Id == caller.Id && notice.Filtered)
                .GroupBy(notice => notice.From.Id)
                .Select(group => Shapes.Request(server, [.. group]))
                .Reverse();
            return new([.. requests]);
        }
    }

    // Ids are words of one length that grow.
    private static bool IsAfter(string id, string? other) =>
        other is null || id.Length > other.Length || id.Length == other.Length && string.CompareOrdinal(id, other) > 0;

    private static string Address(Server server, Asked asked) =>
        $"{server.Root}/api/v1/notifications?{string.Join('&', (asked.Types ?? []).Select(type => $"types%5B%5D={type}"))}";
}
