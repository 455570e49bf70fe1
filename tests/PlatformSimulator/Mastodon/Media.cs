namespace WebcareHub.PlatformSimulator.Mastodon;

internal static class Media
{
    /// <summary>202 while the server is still at work on the file.</summary>
    public static async Task<IResult> Post(HttpContext context, HttpRequest request)
    {
        var server = Door.ServerOf(context);
        var form = await request.ReadFormAsync();
        if (form.Files.GetFile("file") is not { } file)
            throw new RefusedCallException(422, "バリデーションに失敗しました: Fileを入力してください");
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        lock (server.Gate)
        {
            var upload = server.Take(file.ContentType, content.ToArray(), form["description"].FirstOrDefault());
            var ready = server.Setup.MediaLooks == 0;
            return Results.Json(Shapes.File(server, upload, ready), statusCode: ready ? 200 : 202);
        }
    }

    /// <summary>206 until it is ready.</summary>
    public static IResult Get(HttpContext context, string id)
    {
        var server = Door.ServerOf(context);
        lock (server.Gate)
        {
            var upload = server.FindUpload(id) ?? throw new RefusedCallException(404, "Record not found");
            var ready = ++upload.Looks >= server.Setup.MediaLooks;
            return Results.Json(Shapes.File(server, upload, ready), statusCode: ready ? 200 : 206);
        }
    }

    /// <summary>The file itself: open to who has its address, and never to a token.</summary>
    public static IResult GetFile(HttpContext context, string server, string file, Servers servers)
    {
        var upload = servers.Of(server, context.Request).FindUpload(file.Split('.')[0]);
        return upload is null ? Results.NotFound()
            : context.Request.Headers.Authorization.Count > 0 ? Results.BadRequest()
            : Results.Bytes(upload.Content, upload.ContentType);
    }
}
