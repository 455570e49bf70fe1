using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Files;

/// <summary>A real command stands in for the scanner: it reads standard input and refuses what holds the mark.</summary>
public sealed class ScanTests(TestHub hub) : IClassFixture<TestHub>, IAsyncLifetime
{
    private const string Sentence = "De virusscanner keurde dit bestand af.";
    private static readonly byte[] Clean = [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[300_000]];
    private static readonly byte[] Infected = [.. Clean, .. "WEBCARE-TEST-VIRUS"u8];

    public async ValueTask InitializeAsync()
    {
        var scanner = Path.Combine(hub.Folder, "scan.sh");
        await File.WriteAllTextAsync(
            scanner,
            "yes scanning | head -c 300000; grep --text --quiet WEBCARE-TEST-VIRUS; case $? in 0) exit 1;; *) exit 0;; esac\n"
        );
        await hub.RestartAsync("Files:Scan", $"sh {scanner}");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_residents_file_that_the_scanner_refuses_is_not_offered_and_the_conversation_hears_why()
    {
        var refused = await FetchAsync("31650000001", Infected);
        refused.Failure.ShouldBe(Sentence);
        using var shown = await hub.Client.SendAsync(hub.Request(HttpMethod.Get, $"/api/v1/files/{refused.FileId}"));
        shown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        Directory.EnumerateFiles(Path.Combine(hub.Folder, "files"), $"{refused.FileId:N}*", SearchOption.AllDirectories).ShouldBeEmpty();

        var stored = await FetchAsync("31650000002", Clean);
        stored.Failure.ShouldBeNull();
    }

    [Fact]
    public async Task A_colleagues_file_that_the_scanner_refuses_is_not_stored_and_they_read_why()
    {
        var resident = Guid.CreateVersion7();
        await hub.Get<Vault>().SealForAsync(TestHub.Municipality, resident, "hallo"u8.ToArray(), default);
        using var refused = await UploadAsync(resident, Infected);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString().ShouldBe(Sentence);
        (await hub.Database.ScalarAsync<long>("select count(*) from channels.files where resident_id = $1", resident)).ShouldBe(0);

        using var stored = await UploadAsync(resident, Clean);
        stored.StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Theory]
    [InlineData("there-is-no-such-scanner")]
    [InlineData("false-alarm")]
    public async Task With_a_scanner_that_does_not_work_nothing_is_stored(string command)
    {
        var scanner = Path.Combine(hub.Folder, "broken.sh");
        await File.WriteAllTextAsync(scanner, "exit 2\n");
        await hub.RestartAsync("Files:Scan", command == "false-alarm" ? $"sh {scanner}" : command);
        var resident = Guid.CreateVersion7();
        await hub.Get<Vault>().SealForAsync(TestHub.Municipality, resident, "hallo"u8.ToArray(), default);
        using var refused = await UploadAsync(resident, Clean);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!.ShouldContain("werkt nu niet");
    }

    private async Task<HttpResponseMessage> UploadAsync(Guid resident, byte[] content)
    {
        using var request = hub.Request(HttpMethod.Post, $"/api/v1/files?residentId={resident}");
        request.Content = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        return await hub.Client.SendAsync(request);
    }

    private async Task<AttachmentStored> FetchAsync(string resident, byte[] content)
    {
        await hub.Simulator.Client.Write(
            new ResidentMessage(TestHub.Number, resident, "image", Content: content, ContentType: "image/jpeg")
        );
        InboundMessage? Message() =>
            hub
                .Ear.Inbound.Select(inbound => inbound.Content)
                .OfType<InboundMessage>()
                .FirstOrDefault(message => message.Author.Ids.Contains($"phone:{resident}"));
        await Eventually.Async(() => Message() is not null, "the message with its file", 30);
        var file = Message()!.Attachments!.Single();
        await hub.SendAsync(
            Queues.RepliesFor("whatsapp"),
            new FetchAttachments(TestHub.Municipality, Guid.NewGuid(), Guid.NewGuid(), "whatsapp", "demo", TestHub.Number, [file])
        );
        await Eventually.Async(() => hub.Ear.Files.Any(told => told.FileId == file.FileId), "news of the file", 60);
        return hub.Ear.Files.First(told => told.FileId == file.FileId);
    }
}
