using System.Text;
using WebcareHub.Channels.Files;

namespace WebcareHub.Ingest.WhatsApp.Tests.Files;

public sealed class SniffTests
{
    [Theory]
    [InlineData("FFD8FFE000104A464946", null, "image/jpeg")]
    [InlineData("89504E470D0A1A0A", "image/jpeg", "image/png")]
    [InlineData("52494646AAAAAAAA57454250", null, "image/webp")]
    [InlineData("255044462D312E37", null, "application/pdf")]
    [InlineData("4F676753", "audio/ogg; codecs=opus", "audio/ogg")]
    [InlineData("000000206674797069736F6D", null, "video/mp4")]
    [InlineData(
        "504B0304",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )]
    [InlineData("504B0304", "image/png", null)]
    [InlineData("4D5A9000", "image/png", null)]
    [InlineData("7F454C46020101", null, null)]
    [InlineData("", null, null)]
    public void The_first_bytes_decide(string hex, string? declared, string? type) =>
        Sniff.TypeOf(Convert.FromHexString(hex), declared).ShouldBe(type);

    [Fact]
    public void A_page_with_script_is_only_text() =>
        Sniff.TypeOf(Encoding.UTF8.GetBytes("<html><script>alert(1)</script>"), "text/html").ShouldBe("text/plain");
}
