using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WebcareHub.Benchmarks;

/// <summary>Signed WhatsApp posts of about 1.5 KB, one message each, as Meta sends them.</summary>
internal sealed class Webhooks(int municipalities, string secret)
{
    internal const string Path = "/channels/whatsapp/demo";
    private const int ResidentsEach = 150;
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    /// <summary>The platform's id of a municipality's number.</summary>
    internal static string Number(int municipality) => (900_000_000_000 + municipality).ToString(CultureInfo.InvariantCulture);

    /// <summary>The n-th post: its body and signature. Every message id is new.</summary>
    internal HttpRequestMessage Post(int n, string run)
    {
        int municipality = n % municipalities;
        int resident = n / municipalities % ResidentsEach;
        string phone = $"316{municipality:000}{resident:00000}";
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string text = SampleTexts.Dutch[n % SampleTexts.Dutch.Count];
        byte[] body = Encoding.UTF8.GetBytes(
            $$"""
            {"object":"whatsapp_business_account","entry":[{"id":"88000{{municipality}}","changes":[{"value":{"messaging_product":"whatsapp",
            "metadata":{"display_phone_number":"3185{{municipality:0000000}}","phone_number_id":"{{Number(municipality)}}"},
            "contacts":[{"profile":{"name":"Inwoner {{resident}}"},"wa_id":"{{phone}}"}],
            "messages":[{"from":"{{phone}}","id":"wamid.{{run}}.{{n}}","timestamp":"{{now}}","text":{"body":"{{text}}"},"type":"text"}]},
            "field":"messages"}]}]}{{_padding}}
            """
        );
        HttpRequestMessage request = new(HttpMethod.Post, Path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(_secret, body)));
        return request;
    }

    // Bodies as large as the recorded ones: white space counts for the signature and for reading.
    private static readonly string _padding = new(' ', 800);
}
