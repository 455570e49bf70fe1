using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.PlatformSimulator.Client;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Files;

public sealed partial class FilesTests(TestHub hub) : IClassFixture<TestHub>
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, .. RandomNumberGenerator.GetBytes(600_000)];

    [Fact]
    public async Task A_residents_picture_is_fetched_sealed_and_shown_to_their_own_municipality_only()
    {
        var (fetch, stored) = await FetchAsync("31620000001", "image", Picture, "image/jpeg");
        (stored.Failure, stored.ContentType, stored.Length).ShouldBe((null, "image/jpeg", Picture.Length));

        using var shown = await hub.Client.SendAsync(hub.Request(HttpMethod.Get, $"/api/v1/files/{stored.FileId}"));
        (await shown.Content.ReadAsByteArrayAsync()).ShouldBe(Picture);
        shown.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        shown.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");

        using var foreign = await hub.Client.SendAsync(hub.Request(HttpMethod.Get, $"/api/v1/files/{stored.FileId}", "GM0072"));
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = await hub.Client.SendAsync(hub.Request(HttpMethod.Get, $"/api/v1/files/{stored.FileId}", null));
        nobody.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);

        var path = Directory
            .EnumerateFiles(Path.Combine(hub.Folder, "files"), stored.FileId.ToString("N"), SearchOption.AllDirectories)
            .Single();
        (await File.ReadAllBytesAsync(path)).AsSpan().IndexOf(Picture.AsSpan(1000, 64)).ShouldBe(-1);

        await hub.SendAsync(
            Queues.ErasuresFor("whatsapp"),
            new ResidentErased(TestHub.Municipality, fetch.ResidentId, "whatsapp", [], DateTimeOffset.UtcNow)
        );
        await Eventually.Async(() => !File.Exists(path), "the file is gone");
    }

    [Fact]
    public async Task A_file_whose_term_has_passed_is_removed_and_the_conversation_hears_of_it()
    {
        var (_, stored) = await FetchAsync("31620000009", "image", Picture, "image/jpeg");
        var path = Directory
            .EnumerateFiles(Path.Combine(hub.Folder, "files"), stored.FileId.ToString("N"), SearchOption.AllDirectories)
            .Single();

        await hub.SendAsync(
            Queues.ErasuresFor("whatsapp"),
            new KeepingEnded(TestHub.Municipality, [stored.FileId], [], DateTimeOffset.UtcNow)
        );

        await Eventually.Async(() => hub.Ear.Files.Count(file => file.FileId == stored.FileId) == 2, "news of the file", 30);
        hub.Ear.Files.Last(file => file.FileId == stored.FileId).Failure.ShouldBe("De bewaartermijn van dit bestand is voorbij.");
        File.Exists(path).ShouldBeFalse();
        using var shown = await hub.Client.SendAsync(hub.Request(HttpMethod.Get, $"/api/v1/files/{stored.FileId}"));
        shown.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_raw_body_that_is_still_under_way_when_its_resident_is_erased_is_not_kept()
    {
        var pseudonyms = hub.Get<Pseudonyms>();
        var (gone, stays) = ("phone:31620000011", "phone:31620000012");
        var before = DateTimeOffset.UtcNow;
        await EraseAsync(pseudonyms.Hash(gone));

        // Known to be about them, only naming them, written by them after all, and about somebody else.
        var (about, naming) = (Kept(before, "{}", pseudonyms.Hash(gone)), Kept(before, """{"from":"31620000011"}"""));
        var (again, other) = (
            Kept(DateTimeOffset.UtcNow.AddSeconds(1), "{}", pseudonyms.Hash(gone)),
            Kept(before, "{}", pseudonyms.Hash(stays))
        );
        await hub.Get<HotPublisher>()
            .PublishAsync(
                [
                    .. new[] { about, naming, again, other }.Select(kept => new HotMessage(
                        KeptBody.Queue,
                        JsonSerializer.SerializeToUtf8Bytes(kept),
                        kept.Id.ToString(),
                        null
                    )),
                ],
                default
            );

        await Eventually.Async(() => CountAsync(again, other), found => found == 2, "what may be kept");
        (await CountAsync(about, naming)).ShouldBe(0);
    }

    private async Task EraseAsync(string alias)
    {
        await hub.SendAsync(
            Queues.ErasuresFor("whatsapp"),
            new ResidentErased(TestHub.Municipality, Guid.NewGuid(), "whatsapp", [], DateTimeOffset.UtcNow, [alias])
        );
        await Eventually.Async(
            () => hub.Database.ScalarAsync<long>("select count(*) from channels.forgotten where alias = $1", alias),
            found => found == 1,
            "the erasure is known"
        );
    }

    private KeptBody Kept(DateTimeOffset at, string body, params string[] subjects) =>
        new(Guid.CreateVersion7(), "whatsapp", "demo", hub.Get<Vault>().Seal(KeptBody.Purpose, Encoding.UTF8.GetBytes(body)), subjects, at);

    private Task<long> CountAsync(params KeptBody[] bodies) => LeftAsync([.. bodies.Select(body => body.Id)]);

    [Fact]
    public async Task A_program_that_calls_itself_a_document_is_not_kept()
    {
        var (_, stored) = await FetchAsync("31620000002", "document", [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0], "application/pdf");
        stored.Failure.ShouldBe("Dit soort bestand bewaren we niet.");
    }

    [Fact]
    public async Task A_look_up_that_fails_is_tried_again()
    {
        await hub.Simulator.Client.Fail(new Failure(FailureKind.Media));
        var (_, stored) = await FetchAsync("31620000003", "image", Picture, "image/jpeg");
        stored.Failure.ShouldBeNull();
    }

    [Fact]
    public async Task A_colleagues_file_goes_along_with_the_answer()
    {
        var resident = Guid.CreateVersion7();
        await hub.Get<Vault>().SealForAsync(TestHub.Municipality, resident, "hallo"u8.ToArray(), default);
        using var answer = await UploadAsync(resident, TestHub.Municipality);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var file = (await answer.Content.ReadFromJsonAsync<FileStored>())!;

        await hub.Simulator.Client.Say(TestHub.Number, "31620000004", "Stuurt u mij de kaart?");
        var reply = TestHub.ReplyTo("31620000004", "Hierbij.") with { ResidentId = resident, FileIds = [file.Id] };
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), reply);
        await Eventually.Async(
            () => hub.Ear.Outcomes.Count(outcome => outcome.ReplyId == reply.ReplyId && outcome.State == DeliveryState.Delivered) == 2,
            "text and picture delivered",
            30
        );
        (await hub.Simulator.Client.Received(resident: "31620000004")).Select(message => message.Type).ShouldBe(["text", "image"]);
    }

    [Fact]
    public async Task A_file_is_kept_only_for_a_resident_of_the_own_municipality()
    {
        var resident = Guid.CreateVersion7();
        await hub.Get<Vault>().SealForAsync(TestHub.Municipality, resident, "hallo"u8.ToArray(), default);
        (await UploadAsync(resident, "GM0072")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await UploadAsync(Guid.CreateVersion7(), TestHub.Municipality)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await UploadAsync(resident, TestHub.Municipality)).StatusCode.ShouldBe(HttpStatusCode.Created);

        await hub.Get<Vault>().DestroyKeyAsync(TestHub.Municipality, resident, "test", [], default);
        (await UploadAsync(resident, TestHub.Municipality)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_account_of_another_municipality_cannot_be_taken()
    {
        using var taken = hub.Request(HttpMethod.Post, "/api/v1/accounts", "GM0072", "admin");
        taken.Content = JsonContent.Create(new NewChannelAccount("whatsapp", "demo", TestHub.Number, "GM0072", null, null));
        using var refused = await hub.Client.SendAsync(taken);
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var foreign = hub.Request(HttpMethod.Post, "/api/v1/accounts", "GM0072", "admin");
        foreign.Content = JsonContent.Create(new NewChannelAccount("whatsapp", "demo", "1", TestHub.Municipality, null, null));
        using var notFound = await hub.Client.SendAsync(foreign);
        notFound.StatusCode.ShouldBe(HttpStatusCode.NotFound);

        using var listed = await hub.Client.SendAsync(hub.Request(HttpMethod.Get, "/api/v1/accounts", "GM0072", "admin"));
        (await listed.Content.ReadFromJsonAsync<ChannelAccounts>())!.Items.ShouldBeEmpty();
    }

    private async Task<HttpResponseMessage> UploadAsync(Guid resident, string municipality)
    {
        using var request = hub.Request(HttpMethod.Post, $"/api/v1/files?residentId={resident}", municipality);
        request.Content = new ByteArrayContent(Picture) { Headers = { ContentType = new MediaTypeHeaderValue("image/jpeg") } };
        return await hub.Client.SendAsync(request);
    }

    private async Task<(FetchAttachments Fetch, AttachmentStored Stored)> FetchAsync(
        string resident,
        string kind,
        byte[] content,
        string type
    )
    {
        await hub.Simulator.Client.Write(new ResidentMessage(TestHub.Number, resident, kind, Content: content, ContentType: type));
        await Eventually.Async(() => Message(resident) is not null, "the message with its file", 30);
        var fetch = new FetchAttachments(
            TestHub.Municipality,
            Guid.NewGuid(),
            Guid.NewGuid(),
            "whatsapp",
            "demo",
            TestHub.Number,
            Message(resident)!.Attachments!
        );
        await hub.SendAsync(Queues.RepliesFor("whatsapp"), fetch);
        var id = fetch.Attachments[0].FileId;
        await Eventually.Async(() => hub.Ear.Files.Any(file => file.FileId == id), "news of the file", 30);
        return (fetch, hub.Ear.Files.First(file => file.FileId == id));
    }

    private InboundMessage? Message(string resident) =>
        hub
            .Ear.Inbound.Select(inbound => inbound.Content)
            .OfType<InboundMessage>()
            .FirstOrDefault(message => message.Author.Ids.Contains($"phone:{resident}"));
}
