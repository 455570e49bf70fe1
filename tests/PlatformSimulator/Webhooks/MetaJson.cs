using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WebcareHub.PlatformSimulator.Webhooks;

/// <summary>JSON bytes as Meta writes and signs them: non-ASCII as lower-case \uXXXX, slashes escaped.</summary>
internal static class MetaJson
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(JsonNode node)
    {
        var json = node.ToJsonString(Relaxed);
        var text = new StringBuilder(json.Length + 64);
        for (var place = 0; place < json.Length; place++)
        {
            var sign = json[place];
            if (sign == '\\')
                place += CopyEscape(json, place, text);
            else if (sign == '/')
                text.Append("\\/");
            else if (sign > '~')
                text.Append("\\u").Append(((int)sign).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(sign);
        }
        return Encoding.ASCII.GetBytes(text.ToString());
    }

    /// <summary>Copies one escape, hexadecimals in lower case; returns how many characters follow the backslash.</summary>
    private static int CopyEscape(string json, int place, StringBuilder text)
    {
        var length = json[place + 1] == 'u' ? 5 : 1;
        var escape = json.Substring(place, length + 1);
        text.Append(length == 5 ? escape.ToLowerInvariant() : escape);
        return length;
    }
}
