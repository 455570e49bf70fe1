using System.Text.Json;
using WebcareHub.PlatformSimulator.Platform;

namespace WebcareHub.PlatformSimulator.Meta;

/// <summary><c>POST /{page}/message_attachments</c>: a file to be sent by its id.</summary>
internal sealed class Uploads(MediaShelf media)
{
    private const long Largest = 25 * 1024 * 1024;
    private const long LargestPicture = 8 * 1024 * 1024;

    public bool Knows(string id) => media.Find(id) is not null;

    public Task<IResult> Post(Page page, HttpRequest request) =>
        Caller.Answering(async () =>
        {
            request.MayUse(page);
            if (!request.HasFormContentType)
                throw Caller.Refuse("The parameter filedata is required.");
            var form = await request.ReadFormAsync();
            if (page.IsInstagram && form["platform"] != "instagram")
                throw Caller.Refuse("The parameter platform must be instagram.");
            var type = JsonDocument.Parse(form["message"].ToString()).RootElement.Part("attachment").Text("type");
            if (type is not ("image" or "video" or "audio" or "file") || form.Files.GetFile("filedata") is not { Length: > 0 } file)
                throw Caller.Refuse("The parameters attachment[type] and filedata are required.");
            if (file.Length > (page.IsInstagram && type == "image" ? LargestPicture : Largest))
                throw Caller.Refuse("The file is too large.");
            using var content = new MemoryStream();
            await file.CopyToAsync(content);
            return Results.Json(new { attachment_id = media.Put(content.ToArray(), file.ContentType, file.FileName).Id });
        });
}
