using System.Text;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Channels.Files;

namespace WebcareHub.Ingest.WhatsApp.Tests.Files;

public sealed class SniffTests
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    [Theory]
    [InlineData("FFD8FFE000104A464946", null, "image/jpeg")]
    [InlineData("89504E470D0A1A0A", "image/jpeg", "image/png")]
    [InlineData("52494646AAAAAAAA57454250", null, "image/webp")]
    [InlineData("255044462D312E37", null, "application/pdf")]
    [InlineData("4F676753", "audio/ogg; codecs=opus", "audio/ogg")]
    [InlineData("000000206674797069736F6D", null, "video/mp4")]
    [InlineData("504B0304", "image/png", null)]
    [InlineData("4D5A9000", "image/png", null)]
    [InlineData("7F454C46020101", null, null)]
    [InlineData("", null, null)]
    public void The_first_bytes_decide(string hex, string? declared, string? type) =>
        Sniff.TypeOf(Convert.FromHexString(hex), declared).ShouldBe(type);

    [Theory]
    [InlineData("[Content_Types].xml", Word, true)]
    [InlineData("word/document.xml", Word, true)]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.text", true)]
    [InlineData("bomb.bin", Word, false)]
    [InlineData("mimetype", Word, false)]
    [InlineData("../../etc/passwd", Word, false)]
    [InlineData("[Content_Types].xml", "application/zip", false)]
    [InlineData("", Word, false)]
    public void An_archive_is_a_document_only_when_it_begins_as_one(string entry, string declared, bool kept) =>
        Sniff
            .TypeOf([.. "PK\u0003\u0004"u8, .. new byte[22], (byte)entry.Length, 0, 0, 0, .. Encoding.Latin1.GetBytes(entry)], declared)
            .ShouldBe(kept ? declared : null);

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "image/svg+xml")]
    [InlineData("<?xml version='1.0'?><svg><script>alert(1)</script></svg>", "image/svg+xml")]
    [InlineData("<!doctype html><script>alert(1)</script>", "image/png")]
    [InlineData("GIF/*<script>*/", "image/gif")]
    public void What_could_run_is_text_whatever_it_is_called(string content, string declared) =>
        Sniff.TypeOf(Encoding.UTF8.GetBytes(content), declared).ShouldBe("text/plain");

    [Fact]
    public void Any_bytes_have_a_type_from_the_list_or_none()
    {
        Prop.ForAll<byte[], string>((bytes, declared) => !CanRun(bytes, declared)).QuickCheckThrowOnFailure();
        Scripts.ShouldAllBe(script => TypeOf("x", script) == "text/plain");
    }

    [Fact]
    public void A_page_with_script_is_only_text() =>
        Sniff.TypeOf(Encoding.UTF8.GetBytes("<html><script>alert(1)</script>"), "text/html").ShouldBe("text/plain");

    private static readonly string[] Scripts =
    [
        "text/html",
        "image/svg+xml",
        "application/javascript",
        "text/xml",
        "application/xhtml+xml",
    ];

    private static bool CanRun(byte[] bytes, string? declared) => Scripts.Contains(Sniff.TypeOf(bytes, declared));

    private static string? TypeOf(string content, string declared) => Sniff.TypeOf(Encoding.UTF8.GetBytes(content), declared);
}
