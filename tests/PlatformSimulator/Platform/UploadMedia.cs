using Microsoft.AspNetCore.Mvc;

namespace WebcareHub.PlatformSimulator.Platform;

internal static class UploadMedia
{
    private const int Mega = 1024 * 1024;

    private static readonly Dictionary<string, int> Largest = new(StringComparer.OrdinalIgnoreCase)
    {
        ["image/jpeg"] = 5 * Mega,
        ["image/png"] = 5 * Mega,
        ["image/webp"] = Mega / 2,
        ["video/mp4"] = 16 * Mega,
        ["video/3gpp"] = 16 * Mega,
        ["audio/aac"] = 16 * Mega,
        ["audio/amr"] = 16 * Mega,
        ["audio/mpeg"] = 16 * Mega,
        ["audio/mp4"] = 16 * Mega,
        ["audio/ogg"] = 16 * Mega,
        ["text/plain"] = 100 * Mega,
        ["application/pdf"] = 100 * Mega,
        ["application/msword"] = 100 * Mega,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = 100 * Mega,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = 100 * Mega,
    };

    public static async Task<IResult> Post(
        string id,
        HttpRequest request,
        [FromHeader] string? authorization,
        Numbers numbers,
        MediaShelf media
    )
    {
        if (numbers.Open(id, authorization).Error is { } refused)
            return refused.ToResult();
        if (!request.HasFormContentType)
            return GraphError.Parameter("The parameter file is required.").ToResult();
        var form = await request.ReadFormAsync();
        if (form["messaging_product"] != "whatsapp")
            return GraphError.Parameter("The parameter messaging_product is required.").ToResult();
        if (form.Files.GetFile("file") is not { Length: > 0 } file)
            return GraphError.Parameter("The parameter file is required.").ToResult();
        var type = form["type"] is [{ Length: > 0 } named] ? named : file.ContentType;
        if (!Largest.TryGetValue(type.Split(';')[0].Trim(), out var largest))
            return GraphError
                .Parameter($"Param file must be a file with one of the following types: {string.Join(", ", Largest.Keys)}.")
                .ToResult();
        if (file.Length > largest)
            return new GraphError(400, 131053, "(#131053) Media upload error", "The file is too large for its type.").ToResult();
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        return Results.Json(new { id = media.Put(content.ToArray(), type, file.FileName).Id });
    }
}
