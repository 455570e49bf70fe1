using WebcareHub.PlatformSimulator.Client;
using WebcareHub.PlatformSimulator.Platform;
using WebcareHub.PlatformSimulator.Webhooks;

namespace WebcareHub.PlatformSimulator.Control;

internal static class Write
{
    public static async Task<IResult> Post(WriteMessages order, Numbers numbers, Pen pen, Outbox outbox)
    {
        if (order.Messages.FirstOrDefault(message => numbers.Find(message.Number) is null) is { } stray)
            return Results.Problem($"Number {stray.Number} is not known here.", statusCode: 400);
        if (order.Messages.Any(message => message.Resident is null && message.UserId is null))
            return Results.Problem("A message needs a resident or a userId.", statusCode: 400);
        var written = order
            .Messages.Select(message => (Number: numbers.Find(message.Number)!, Sheet: pen.Write(numbers.Find(message.Number)!, message)))
            .ToArray();
        var posts = written
            .GroupBy(one => one.Number)
            .SelectMany(group => group.Chunk(Math.Max(1, order.PerPost)))
            .Select(chunk => Make(chunk[0].Number, [.. chunk.Select(one => one.Sheet)], outbox))
            .ToArray();
        if (order.Shuffle)
            Random.Shared.Shuffle(posts);
        var answers = await Send(order, posts, outbox);
        return Results.Ok(new Written([.. written.Select(one => one.Sheet.Id)], [.. posts.Select(post => post.Id)], answers));
    }

    private static WebhookPost Make(PhoneNumber number, Pen.Sheet[] sheets, Outbox outbox) =>
        outbox.Make(
            "message",
            number.Id,
            [.. sheets.Select(sheet => sheet.Id)],
            Envelope.Messages(number, sheets.Select(sheet => sheet.Resident), sheets.Select(sheet => sheet.Json))
        );

    private static async Task<int[]> Send(WriteMessages order, WebhookPost[] posts, Outbox outbox)
    {
        var all = posts.SelectMany(post => Enumerable.Repeat(post, order.Copies));
        if (order.AtOnce)
            return await Task.WhenAll(all.Select(post => Task.Run(() => outbox.PostNow(post))));
        foreach (var post in all)
            outbox.Post(post, TimeSpan.FromMilliseconds(order.DelayMilliseconds));
        return [];
    }
}
