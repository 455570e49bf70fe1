using System.Text;
using WebcareHub.Channels.Signatures;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Channels;

public sealed class SignatureTests
{
    [Theory]
    [InlineData("meta-sha256-01")]
    [InlineData("meta-sha256-02")]
    public void The_vectors_of_the_platform_verify(string vector)
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var (body, header, secret) = Vector(vector, "X-Hub-Signature-256");
        MetaSignature.Verify(body, header, secret).ShouldBeTrue();
        MetaSignature.Verify([.. body, (byte)' '], header, secret).ShouldBeFalse();
        MetaSignature.Verify(body, header, "other"u8).ShouldBeFalse();
        MetaSignature.Verify(body, header[..^1] + (header[^1] == '0' ? '1' : '0'), secret).ShouldBeFalse();
    }

    [Fact]
    public void A_signature_of_the_old_kind_is_no_signature()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var (body, header, secret) = Vector("meta-sha1-legacy-01", "X-Hub-Signature");
        MetaSignature.Verify(body, header, secret).ShouldBeFalse();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("sha256=")]
    [InlineData("sha256=zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz")]
    [InlineData("SHA256=f39034b29165ec6a5104d9aef27266484ab26c8caa7bca8bcb2dd02e8be61b17")]
    public void Anything_else_is_no_signature(string? header) => MetaSignature.Verify("hello world"u8, header, "sesame"u8).ShouldBeFalse();

    [Fact]
    public void The_vectors_of_x_verify()
    {
        Assert.SkipUnless(Payloads.AreThere, "The recorded payloads are not here.");
        var (body, header, secret) = Vector("x-sha256-03", "x-twitter-webhooks-signature");
        XSignature.Verify(body, header, secret).ShouldBeTrue();
        XSignature.Verify([.. body, 1], header, secret).ShouldBeFalse();
        var (token, answer, crcSecret) = Vector("x-crc-01", "response_token");
        XSignature.AnswerChallenge(Encoding.UTF8.GetString(token), crcSecret).ShouldBe(answer);
    }

    private static (byte[] Body, string Header, byte[] Secret) Vector(string name, string header) =>
        (
            Payloads.Read($"signatures/{name}.body"),
            Payloads.Header($"signatures/{name}.headers.txt", header),
            Encoding.UTF8.GetBytes(Payloads.Header($"signatures/{name}.headers.txt", "App-Secret"))
        );
}
