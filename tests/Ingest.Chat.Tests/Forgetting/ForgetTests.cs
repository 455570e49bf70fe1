using System.Net;
using System.Text;
using System.Text.Json;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Ingest.Chat.Forgetting;

namespace WebcareHub.Ingest.Chat.Tests.Forgetting;

/// <summary>Whose a conversation is, under which key it stands, and that nothing of it is left.</summary>
public sealed class ForgetTests(TestHub hub)
{
    private const string Word = "Kwartelkoning";

    [Fact]
    public async Task Once_the_resident_is_known_nothing_opens_with_the_master_key_any_more()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        await visitor.SaidAsync($"Er zit een {Word} in mijn tuin");
        var resident = await visitor.KnownAsync(Guid.CreateVersion7(), Guid.CreateVersion7());
        await visitor.SaidAsync($"En nog een {Word}");

        var visit = visitor.PersonId["chat:".Length..];
        (await hub.CountAsync($"select count(*) from chat.items where visit_id = '{visit}' and resident_id = '{resident}'")).ShouldBe(2);
        (await hub.CountAsync($"select count(*) from chat.items where visit_id = '{visit}' and resident_id is null")).ShouldBe(0);
        (await visitor.FollowAsync(2)).ShouldAllBe(item => item.GetProperty("text").GetString()!.Contains(Word));
    }

    [Fact]
    public async Task A_file_is_handed_over_and_its_upload_is_gone()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        var upload = await UploadAsync(visitor, "%PDF-1.7 bezwaar"u8.ToArray(), "mijn bezwaar.pdf");
        var heard = (InboundMessage)(await visitor.SaidAsync("Hierbij mijn bezwaar", upload)).Content;
        var file = heard.Attachments!.Single();
        (file.ContentType, file.FileName).ShouldBe(("application/pdf", "mijn bezwaar.pdf"));
        var (resident, conversation) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await visitor.KnownAsync(resident, conversation);
        await hub.SendAsync(
            Queues.RepliesFor(Channel.Chat),
            new FetchAttachments(TestHub.Municipality, conversation, resident, Channel.Chat, "site", TestHub.Account, [file])
        );
        await Testing.Eventually.Async(
            () => hub.Ear.Files.Any(stored => stored.FileId == file.FileId && stored.Failure is null),
            "a stored file"
        );
        await hub.App.Services.GetServices<IHostedService>().OfType<Sweep>().Single().RoundAsync(default);

        (await hub.CountAsync($"select count(*) from chat.files where file_id = '{file.FileId}' and content is not null")).ShouldBe(0);
        using var read = await visitor.SendAsync(HttpMethod.Get, $"/files/{file.FileId}");
        (await read.Content.ReadAsStringAsync()).ShouldBe("%PDF-1.7 bezwaar");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_who_was_erased_nothing_is_left_known_or_not(bool known)
    {
        var visitor = await new Visitor(hub).BegunAsync();
        var upload = await UploadAsync(visitor, "%PDF-1.7"u8.ToArray(), "x.pdf");
        await visitor.SaidAsync($"Vergeet mij, {Word}", upload);
        var resident = known ? await visitor.KnownAsync(Guid.CreateVersion7(), Guid.CreateVersion7()) : Guid.CreateVersion7();
        var alias = hub.Get<Pseudonyms>().Hash(visitor.PersonId);
        var open = new TaskCompletionSource();
        var follows = visitor.FollowAsync(1, after: 1, kind: "gone", open);
        await Task.WhenAny(open.Task, follows);
        await hub.SendAsync(
            Queues.ErasuresFor(Channel.Chat),
            new ResidentErased(TestHub.Municipality, resident, Channel.Chat, [], DateTimeOffset.UtcNow, [alias])
        );

        (await follows).Count.ShouldBe(1);
        var visit = visitor.PersonId["chat:".Length..];
        foreach (var table in new[] { "visits", "items", "files" })
        {
            (await hub.CountAsync($"select count(*) from chat.{table} where visit_id = '{visit}'")).ShouldBe(0, table);
        }

        using var late = await visitor.SayAsync(Guid.NewGuid(), "Ben ik er nog?");
        late.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task No_words_stand_in_a_table_as_they_were_said()
    {
        var visitor = await new Visitor(hub).BegunAsync();
        await visitor.SaidAsync($"Een {Word} met naam en toenaam");
        foreach (var table in new[] { "visits", "items", "files", "sites" })
        {
            var rows = await Testing.Sql.ColumnAsync<string>(hub.Database.ConnectionString, $"select t::text from chat.{table} t");
            rows.ShouldAllBe(row => !row.Contains(Word) && !row.Contains(Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Word))));
            rows.ShouldAllBe(row => !row.Contains(visitor.Token!));
        }
    }

    private static async Task<Guid> UploadAsync(Visitor visitor, byte[] bytes, string name)
    {
        var id = Guid.NewGuid();
        using var content = new ByteArrayContent(bytes);
        using var answer = await visitor.SendAsync(
            HttpMethod.Put,
            $"/files/{id}",
            content,
            request => request.Headers.Add("File-Name", Uri.EscapeDataString(name))
        );
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("name").GetString().ShouldBe(name);
        return id;
    }
}
