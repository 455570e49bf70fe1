using System.Text.Json;
using System.Text.RegularExpressions;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>Reads the body of a send as strictly as the platform: what it refuses is refused here with the same code.</summary>
internal sealed partial class MessageRules(Templates templates, MediaShelf media)
{
    private const int LongestCallback = 512;

    private static readonly string[] Known =
    [
        "messaging_product",
        "recipient_type",
        "to",
        "recipient",
        "type",
        "context",
        "biz_opaque_callback_data",
        .. MessageBodies.Types,
    ];

    public (Outgoing? Message, GraphError? Error) Read(JsonElement body)
    {
        try
        {
            return (Parse(body), null);
        }
        catch (RefusedException refused)
        {
            return (null, refused.Error);
        }
    }

    private Outgoing Parse(JsonElement body)
    {
        if (body.ValueKind is not JsonValueKind.Object)
            throw Refuse("The body must be a JSON object.");
        foreach (var property in body.EnumerateObject())
            if (!Known.Contains(property.Name, StringComparer.Ordinal))
                throw Refuse($"Unexpected key \"{property.Name}\" on param \"\".");
        if (body.Text("messaging_product") != "whatsapp")
            throw Refuse("The parameter messaging_product is required.");
        if (body.Text("recipient_type") is not (null or "individual"))
            throw Refuse("Param recipient_type must be one of {INDIVIDUAL}.");
        var (to, input, byUserId) = Recipient(body);
        var type = body.Text("type") ?? "text";
        if (!MessageBodies.Types.Contains(type, StringComparer.Ordinal))
            throw Refuse($"Param type must be one of {{{string.Join(", ", MessageBodies.Types).ToUpperInvariant()}}}.");
        if (!body.TryGetProperty(type, out var content))
            throw Refuse($"The parameter {type} is required.");
        var callback = body.Text("biz_opaque_callback_data");
        if (callback?.Length > LongestCallback)
            throw Refuse("Param biz_opaque_callback_data must be at most 512 characters long.");
        var read = new MessageBodies(templates, media).Read(type, content);
        return new Outgoing(to, input, byUserId, type, read.Text, read.Template, Context(body), read.MediaId, callback);
    }

    private static (string To, string Input, bool ByUserId) Recipient(JsonElement body)
    {
        if (body.Text("to") is { } to)
        {
            var digits = NotADigit().Replace(to, "");
            return digits.Length is >= 7 and <= 15 && NumberForm().IsMatch(to)
                ? (digits, to, false)
                : throw Refuse("Param to must be a valid phone number.");
        }
        if (body.Text("recipient") is not { } recipient)
            throw Refuse("The parameter to is required.");
        return UserIdForm().IsMatch(recipient)
            ? (recipient, recipient, true)
            : throw Refuse("Param recipient must be a business-scoped user ID.");
    }

    private static string? Context(JsonElement body)
    {
        if (!body.TryGetProperty("context", out var context))
            return null;
        return context.ValueKind is JsonValueKind.Object && context.Text("message_id") is { Length: > 0 } id
            ? id
            : throw Refuse("The parameter context['message_id'] is required.");
    }

    private static RefusedException Refuse(string details) => new(GraphError.Parameter(details));

    [GeneratedRegex(@"[^\d]")]
    private static partial Regex NotADigit();

    [GeneratedRegex(@"^\+?[\d\s().-]+$")]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^[A-Z]{2}\.[A-Za-z0-9.]{1,128}$")]
    private static partial Regex UserIdForm();
}
