namespace WebcareHub.PlatformSimulator.X;

/// <summary>Pictures: uploaded by municipalities, and those of residents.</summary>
internal static class XMedia
{
    private const int Largest = 5 * 1024 * 1024;
    private static readonly string[] Categories = ["tweet_image", "tweet_gif", "dm_image", "dm_gif"];

    public static async Task<IResult> PostAsync(HttpRequest request, XWorld world)
    {
        if (world.Who(request.Headers.Authorization) is not { } member)
            return XProblem.Unauthorized;
        if (!request.HasFormContentType)
            return XProblem.Invalid("media is required.");
        var form = await request.ReadFormAsync();
        if (form.Files.GetFile("media") is not { Length: > 0 } file || !Categories.Contains(form["media_category"].ToString()))
            return XProblem.Invalid("media and media_category are required.");
        if (file.Length > Largest)
            return XProblem.Of(413, "Payload Too Large", "File size exceeds 5242880 bytes.");
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        var id = XWorld.NewId();
        world.Media[id] = (member.Account.Id, content.ToArray(), file.ContentType);
        return Results.Json(
            new
            {
                data = new
                {
                    id,
                    media_key = $"3_{id}",
                    size = file.Length,
                    expires_after_secs = 86400,
                },
            }
        );
    }

    /// <summary>Files of messages are not anybody's to fetch.</summary>
    public static IResult Get(string id, HttpRequest request, XWorld world) =>
        world.Who(request.Headers.Authorization) is null ? Results.Unauthorized()
        : world.Media.TryGetValue(id, out var file) ? Results.Bytes(file.Content, file.Type)
        : Results.NotFound();
}
