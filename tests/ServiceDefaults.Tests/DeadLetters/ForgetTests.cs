using System.Net;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.Bus;
using WebcareHub.ServiceDefaults.DeadLetters;
using WebcareHub.Testing;

namespace WebcareHub.ServiceDefaults.Tests.DeadLetters;

public sealed class ForgetTests : IAsyncLifetime
{
    private readonly Guid _broken = Guid.CreateVersion7(DateTimeOffset.UnixEpoch);
    private TestService _service = null!;

    public async ValueTask InitializeAsync()
    {
        _service = await TestService.StartAsync();
        await Eventually.Async(() => _service.Broker.IsBoundAsync(ForgetResident.Queue), bound => bound, "who forgets is there");
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task A_dead_letter_that_cannot_be_opened_does_not_stop_the_erasure_of_others()
    {
        Vault vault = _service.Get<Vault>();
        byte[] naming = vault.Seal(DeadLetterBox.Purpose, """{"from":"31612345678"}"""u8);
        Guid[] ids = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];
        await AddAsync(_broken, [.. naming[..^1], (byte)(naming[^1] ^ 1)]);
        await AddAsync(ids[0], naming);
        await AddAsync(ids[1], vault.Seal(DeadLetterBox.Purpose, """{"from":"31687654321"}"""u8));
        await AddAsync(ids[2], vault.Seal("something else", "{}"u8));

        string alias = _service.Get<Pseudonyms>().Hash("phone:31612345678");
        await _service
            .Get<OutgoingBus>()
            .SendAsync(
                ForgetResident.Queue,
                new ResidentErased("GM0088", Guid.NewGuid(), "whatsapp", [], DateTimeOffset.UtcNow, [alias]),
                default
            );

        await Eventually.Async(
            () => _service.Database.ScalarAsync<long>("select count(*) from hub.dead_letters where id = $1 and sealed is null", ids[0]),
            empty => empty == 1,
            "the letter that names them is emptied",
            30
        );
        (await _service.Database.ScalarAsync<long>("select count(*) from hub.dead_letters where sealed is not null")).ShouldBe(3);
    }

    [Fact]
    public async Task A_dead_letter_that_cannot_be_opened_is_not_replayed()
    {
        await AddAsync(_broken, [1, 2, 3]);
        using HttpRequestMessage request = _service.Request(
            HttpMethod.Post,
            $"/api/v1/dead-letters/{_broken}/replay",
            _service.Token(roles: "admin")
        );
        using HttpResponseMessage response = await _service.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await response.Content.ReadAsStringAsync()).ShouldContain("cannot be opened");
    }

    private Task<int> AddAsync(Guid id, byte[] body) =>
        _service.Database.ScalarAsync<int>(
            """
            insert into hub.dead_letters (id, tenant_id, queue, message_id, content_type, sealed, reason, subjects, attempts, first_failed_at)
            values ($1, 'GM0088', 'test.said', 'm', 'application/json', $2, 'FormatException', '{}', 2, now())
            """,
            id,
            body
        );
}
