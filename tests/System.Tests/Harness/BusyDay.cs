using System.Text;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.SystemTests.Harness;

/// <summary>
/// A day on which one resident does all that leaves traces, and some forty others write too. Whatever is personal of that resident holds a word
/// that nobody else uses.
/// </summary>
internal sealed class BusyDay(HubUnderTest hub)
{
    private const string Number = "100000088";
    private const string Phone = "31699001122";
    private const string Handle = "NL.kwartelhandvat88";
    private const string Name = "Zebediah Kwartelstaart";
    private const string Neighbour = "31688776655";
    private const int Others = 39;
    private const string Received = "select count(*) from events.mt_events where type = 'message_received'";

    /// <summary>Parts of words, because a search index keeps stems.</summary>
    public static readonly string[] Traces =
    [
        "699001122",
        "kwartelhandvat",
        "Zebediah",
        "Kwartelst",
        "kanarievog",
        "glasbakvog",
        "tuinkabout",
        "53.471123",
        "jpegmerk",
        "pdfmerk",
        "kwastlop",
        "fluitket",
        "ladeka",
        "gifbek",
        "rommelpo",
        "brokkenpo",
        "spoorlo",
        "twijfelgev",
        "overdracht-",
        "🪿",
        "voorbar",
    ];

    private readonly HttpClient colleague = HubUnderTest.Api(hub.Routing.Address, hub.Token("GM0088", "agent-1", "webcare", "admin"));

    public HttpClient Files { get; } = HubUnderTest.Api(hub.Ingest.Address, hub.Token("GM0088", "agent-1", "webcare"));

    public Guid Conversation { get; private set; }

    public Guid Resident { get; private set; }

    public Guid Picture { get; private set; }

    public Guid NeighboursPicture { get; private set; }

    public async Task SpendAsync()
    {
        await hub.Residents.Write(new WriteMessages(Crowd.Of(Others)));
        await hub.Residents.Write(Photo(Neighbour, "Maaike de Buurvrouw", "De lamp is stuk"));
        await TheyWriteAsync();
        await ColleaguesAnswerAsync();
        await NobodyUnderstandsAsync();
        await SettleAsync();
    }

    public async Task<ErasureReceipt> EraseAsync()
    {
        using var answer = await colleague.PostAsJsonAsync(
            $"api/v1/residents/{Resident}/erasure",
            new EraseResident(ErasureReasons.Request)
        );
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ErasureReceipt>())!;
    }

    private async Task TheyWriteAsync()
    {
        var first = await hub.Residents.Write(They("text", "Mijn kanarievogel zit in de container"));
        await hub.Residents.Write(Photo(Phone, Name, "Let op de tuinkabouter") with { UserId = Handle });
        await hub.Residents.Write(
            They("document") with
            {
                FileName = "kwastloper-2.pdf",
                ContentType = "application/pdf",
                Content = Encoding.ASCII.GetBytes("%PDF-1.4 pdfmerk"),
            }
        );
        await hub.Residents.Write(They("location") with { Latitude = 53.471123, Longitude = 6.1609 });
        await WaitAsync(Received, Others + 5);
        await hub.Residents.Write(They("edit", "Mijn glasbakvogel zit in de glasbak") with { About = first.MessageIds[0] });
        // About a message that never came: it keeps waiting for it.
        await hub.Residents.Write(They("edit", "Een voorbarige verbetering") with { About = "wamid.voorbarig" });
        await WaitAsync("select count(*) from events.mt_events where type = 'message_edited'", 1);
        await WaitAsync("select count(*) from routing.pending", 1);
        await WaitAsync("select count(*) from channels.files where state = 1", 3);
        Conversation = await hub.ReadAsync<Guid>($"select id from routing.conversations where resident_name = '{Name}'");
        Resident = await hub.ReadAsync<Guid>($"select resident_id from routing.conversations where id = '{Conversation}'");
        Picture = await hub.ReadAsync<Guid>(
            $"select file_id from channels.files where resident_id = '{Resident}' and content_type = 'image/jpeg'"
        );
        NeighboursPicture = await hub.ReadAsync<Guid>($"select file_id from channels.files where resident_id <> '{Resident}'");
    }

    private async Task ColleaguesAnswerAsync()
    {
        await CommandAsync("notes", new NewNote("Mevrouw Kwartelstaart belde over haar ladekast"));
        await ReplyAsync("Beste mevrouw Kwartelstaart, de fluitketel staat bij ons.");
        var sent = await Eventually.Async(
            () => hub.Residents.Received(Number, Phone),
            received => received is [{ State: "read" }],
            "the answer is read",
            60
        );
        await hub.Residents.Write(They("reaction", "🪿") with { About = sent[0].Id });
        await WaitAsync("select count(*) from events.mt_events where type = 'reaction_given'", 1);
        await hub.Residents.Fail(new Failure(FailureKind.Error, 1, 131009, Resident: Phone));
        await ReplyAsync("Dit raakt spoorloos.");
        await WaitAsync("select count(*) from events.mt_events where type = 'reply_failed'", 1);
        await hub.Residents.Fail(new Failure(FailureKind.TimeoutBeforeAccept, Milliseconds: 500, Resident: Phone));
        await ReplyAsync("Dit wordt een twijfelgeval.");
        await WaitAsync("select count(*) from events.mt_events where type = 'reply_uncertain'", 1);
        var row = (await OpenAsync()).Row;
        await CommandAsync("hand-over", new HandOver(row.Version, row.WorkList, null, "overdracht-notitie van Kwartelstaart"));
        await AnswerOthersAsync();
    }

    private async Task AnswerOthersAsync()
    {
        foreach (var (municipality, _) in HubUnderTest.Accounts)
        {
            using var desk = hub.Desk(municipality, "agent-2", "webcare", "spokesperson");
            foreach (var row in (await desk.List("waiting")).Items.Where(row => row.Id != Conversation).Take(3))
                await desk.Reply(row.Id, row.Version, $"Dag {row.ResidentName}, dat zoeken we uit.");
        }
    }

    /// <summary>A post that is no JSON, a post with one strange item, and a message in the queue that no version of ours wrote.</summary>
    private async Task NobodyUnderstandsAsync()
    {
        await hub.Residents.PostRaw(
            Encoding.UTF8.GetBytes($$"""{"object":"whatsapp_business_account","from":"{{Phone}}","text":"rommelpost van Kwartelstaart",""")
        );
        await hub.Residents.PostRaw(
            Encoding.UTF8.GetBytes(
                $$$"""
                {"object":"whatsapp_business_account","entry":[{"changes":[{"field":"messages","value":{"metadata":{"phone_number_id":"{{{Number}}}"},
                "contacts":[{"wa_id":"{{{Phone}}}","profile":{"name":"{{{Name}}}"}}],"messages":[
                {"from":"{{{Phone}}}","id":"wamid.brokkenpost","timestamp":"{{{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}}}","type":"text","text":{"body":"brokkenpost"}},
                {"from":"{{{Phone}}}","id":"wamid.brokkenpost2","timestamp":"1","type":"edit","edit":{"text":"brokkenpost twee"}}]}}]}]}
                """
            )
        );
        await hub.Servers.Broker.PublishAsync(
            Queues.RoutingInbound,
            $$$"""{"municipality":"GM0088","content":{"author":{"ids":["phone:{{{Phone}}}"]},"text":"gifbeker"}}"""
        );
        // What could be read of the second post is a message like any other.
        await WaitAsync(Received, Others + 6);
        await WaitAsync("select count(*) from channels.bodies", 2);
        await WaitAsync("select count(*) from hub.dead_letters", 1);
    }

    /// <summary>Until all that was said is counted, searchable and told.</summary>
    private async Task SettleAsync()
    {
        await hub.Residents.WebhooksDelivered(TimeSpan.FromSeconds(60));
        await Eventually.Async(
            () =>
                hub.Count(
                    "select (select count(*) from events.mt_events where type = 'message_received') - (select sum(messages) from routing.hourly_counts)"
                ),
            behind => behind == 0,
            "everything is counted",
            60
        );
        await WaitAsync("select count(*) from events.mt_events where type = 'reply_read'", 10);
    }

    private static ResidentMessage They(string kind, string? text = null) => new(Number, Phone, kind, text, Name, Handle);

    private static ResidentMessage Photo(string phone, string name, string caption)
    {
        byte[] bytes =
        [
            .. File.ReadAllBytes(Path.Combine(ProjectFolders.Root, "tests/PlatformSimulator/Demo/lantaarn.jpg")),
            .. "jpegmerk"u8,
        ];
        return new(Number, phone, "image", caption, name, Content: bytes, ContentType: "image/jpeg");
    }

    private async Task<ConversationDetail> OpenAsync()
    {
        using var desk = hub.Desk("GM0088");
        return await desk.Open(Conversation);
    }

    private async Task ReplyAsync(string text)
    {
        using var desk = hub.Desk("GM0088", "agent-1", "webcare", "spokesperson");
        await desk.Reply(Conversation, (await desk.Open(Conversation)).Row.Version, text);
    }

    private async Task CommandAsync(string path, object command)
    {
        using var answer = await colleague.PostAsJsonAsync($"api/v1/conversations/{Conversation}/{path}", command);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }

    private Task<long> WaitAsync(string sql, long count) =>
        Eventually.Async(() => hub.Count(sql), found => found >= count, $"{count}: {sql}", 60);
}
