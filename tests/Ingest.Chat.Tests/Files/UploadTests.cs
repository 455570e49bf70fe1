using System.Net;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Ingest.Chat.Files;

namespace WebcareHub.Ingest.Chat.Tests.Files;

/// <summary>What may be uploaded, and what a file may be called.</summary>
public sealed class UploadTests(TestHub hub)
{
    public static TheoryData<string, byte[], int> Uploads =>
        new()
        {
            { "a program", [(byte)'M', (byte)'Z', 0x90, 0, 3, 0, 0, 0, 4, 0], 415 },
            { "a zip that says it is a picture", [(byte)'P', (byte)'K', 3, 4, 20, 0, 0, 0, 8, 0], 415 },
            { "nothing", [], 413 },
            { "too much", new byte[UploadFile.Limit + 10], 413 },
            { "a picture", [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4], 200 },
        };

    [Theory]
    [MemberData(nameof(Uploads))]
    public async Task An_upload_is_what_its_bytes_say(string what, byte[] bytes, int status)
    {
        var visitor = await new Visitor(hub).BegunAsync();
        using var content = new ByteArrayContent(bytes) { Headers = { ContentType = new("image/jpeg") } };
        using var answer = await visitor.SendAsync(
            HttpMethod.Put,
            $"/files/{Guid.NewGuid()}",
            content,
            request => request.Headers.ExpectContinue = true
        );

        ((int)answer.StatusCode).ShouldBe(status, what);
    }

    [Fact]
    public async Task An_upload_goes_with_one_message_and_only_of_its_own_visitor()
    {
        var (visitor, other) = (await new Visitor(hub).BegunAsync(), await new Visitor(hub).BegunAsync());
        var id = Guid.NewGuid();
        using var content = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4]);
        using var kept = await visitor.SendAsync(HttpMethod.Put, $"/files/{id}", content);

        using var stolen = await other.SayAsync(Guid.NewGuid(), "Met uw foto", id);
        stolen.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await visitor.SaidAsync("Met mijn foto", id);
        using var twice = await visitor.SayAsync(Guid.NewGuid(), "Nog eens", id);
        twice.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Nobody_fills_the_house_with_files_that_are_never_sent()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        var statuses = new List<HttpStatusCode>();
        for (var n = 0; n < 12; n++)
        {
            using var content = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 4]);
            using var answer = await visitor.SendAsync(HttpMethod.Put, $"/files/{Guid.NewGuid()}", content);
            statuses.Add(answer.StatusCode);
        }

        statuses.Take(10).ShouldAllBe(status => status == HttpStatusCode.OK);
        statuses.Skip(10).ShouldAllBe(status => status == HttpStatusCode.TooManyRequests || status == HttpStatusCode.UnprocessableEntity);
    }

    [Theory]
    [InlineData("foto%20van%20de%20dijk.jpg", "foto van de dijk.jpg")]
    [InlineData("..%2F..%2Fetc%2Fpasswd", "passwd")]
    [InlineData("C%3A%5Cgeheim%5Cfoto.jpg", "foto.jpg")]
    [InlineData("%E2%80%AEgpj.exe", "gpj.exe")]
    [InlineData("%00%07", "bestand")]
    [InlineData("%EF%BF%BD", "bestand")]
    [InlineData("<script>.jpg", "script.jpg")]
    [InlineData("", "bestand")]
    [InlineData(null, "bestand")]
    public void A_name_is_a_name(string? header, string name) => UploadFile.NameOf(header).ShouldBe(name);

    [Fact]
    public void Whatever_the_header_holds_a_name_comes_of_it() =>
        Prop.ForAll<string>(told =>
                UploadFile.NameOf(told) is { Length: > 0 and <= 120 } name && !name.Any(char.IsControl) && !name.Contains('/')
            )
            .QuickCheckThrowOnFailure();
}
