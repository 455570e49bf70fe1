using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.Benchmarks;

/// <summary>Signed posts of about 1.5 KB, one message each, as the platforms send them.</summary>
/// <param name="municipalities">The places in the register of those who get them, in turn.</param>
internal sealed class Webhooks(IReadOnlyList<int> municipalities, string secret, int residentsEach = 150)
{
    internal Webhooks(int municipalities, string secret, int residentsEach = 150)
        : this([.. Enumerable.Range(0, municipalities)], secret, residentsEach) { }

    internal const string Path = "/channels/whatsapp/demo";
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    /// <summary>The platform's id of a municipality's number.</summary>
    internal static string Number(int municipality) => (900_000_000_000 + municipality).ToString(CultureInfo.InvariantCulture);

    /// <summary>The n-th post: its body and signature. Every message id is new.</summary>
    internal HttpRequestMessage Post(int n, string run)
    {
        int municipality = municipalities[n % municipalities.Count];
        int resident = n / municipalities.Count % residentsEach;
        string phone = $"316{municipality:000}{resident:00000}";
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string text = SampleTexts.Dutch[n % SampleTexts.Dutch.Count];
        return Signed(
            Path,
            $$"""
            {"object":"whatsapp_business_account","entry":[{"id":"88000{{municipality}}","changes":[{"value":{"messaging_product":"whatsapp",
            "metadata":{"display_phone_number":"3185{{municipality:0000000}}","phone_number_id":"{{Number(municipality)}}"},
            "contacts":[{"profile":{"name":"Inwoner {{resident}}"},"wa_id":"{{phone}}"}],
            "messages":[{"from":"{{phone}}","id":"wamid.{{run}}.{{n}}","timestamp":"{{now}}","text":{"body":"{{text}}"},"type":"text"}]},
            "field":"messages"}]}]}{{_padding}}
            """
        );
    }

    /// <summary>The same as a message to a page.</summary>
    internal HttpRequestMessage PostMeta(int n, string run)
    {
        string page = Number(municipalities[n % municipalities.Count]);
        long now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        return Signed(
            "/channels/meta/demo",
            $$"""
            {"object":"page","entry":[{"id":"{{page}}","time":{{now}},"messaging":[{"sender":{"id":"7{{n
                / municipalities.Count
                % residentsEach:0000000}}"},
            "recipient":{"id":"{{page}}"},"timestamp":{{now}},"message":{"mid":"m_{{run}}{{n}}",
            "text":"{{SampleTexts.Dutch[n % SampleTexts.Dutch.Count]}}"} }]}]}{{_padding}}{{_padding[..300]}}
            """
        );
    }

    /// <summary>The same as a post that names the municipality on X.</summary>
    internal HttpRequestMessage PostX(int n, string run)
    {
        string account = Number(municipalities[n % municipalities.Count]);
        string id = (Convert.ToInt64(run[..6], 16) * 10_000_000_000 + n).ToString(CultureInfo.InvariantCulture);
        string author = (800_000_000 + n / municipalities.Count % residentsEach).ToString(CultureInfo.InvariantCulture);
        return Signed(
            "/channels/x/demo",
            $$$"""
            {"data":{"filter":{"user_id":"{{{account}}}"},"event_type":"post.mention.create","payload":{"id":"{{{id}}}","author_id":"{{{author}}}",
            "conversation_id":"{{{id}}}","created_at":"{{{DateTimeOffset.UtcNow:yyyy-MM-ddTHH:mm:ss.fffZ}}}",
            "text":"@gemeente {{{SampleTexts.Dutch[n % SampleTexts.Dutch.Count]}}}"} } }{{{_padding}}}{{{_padding[..300]}}}
            """,
            inBase64: true
        );
    }

    private HttpRequestMessage Signed(string path, string text, bool inBase64 = false)
    {
        byte[] body = Encoding.UTF8.GetBytes(text);
        byte[] hash = HMACSHA256.HashData(_secret, body);
        HttpRequestMessage request = new(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add(
            inBase64 ? "x-twitter-webhooks-signature" : "X-Hub-Signature-256",
            "sha256=" + (inBase64 ? Convert.ToBase64String(hash) : Convert.ToHexStringLower(hash))
        );
        return request;
    }

    // Bodies as large as the recorded ones: white space counts for the signature and for reading.
    private static readonly string _padding = new(' ', 800);
}
