using WebcareHub.Channels.Receiving;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Testing;

namespace WebcareHub.Ingest.WhatsApp.Tests.Files;

/// <summary>Raw bodies have a term of their own.</summary>
public sealed partial class FilesTests
{
    [Fact]
    public async Task A_raw_body_whose_term_has_passed_is_removed()
    {
        var (body, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await hub.Database.ScalarAsync<int>(
            "insert into channels.bodies select id, 'whatsapp', 'demo', $2, '{}', now() from unnest($1) id",
            (Guid[])[body, other],
            hub.Get<Vault>().Seal(KeptBody.Purpose, "{}"u8)
        );

        await hub.SendAsync(Queues.ErasuresFor("whatsapp"), new KeepingEnded(TestHub.Municipality, [], [body], DateTimeOffset.UtcNow));

        await Eventually.Async(
            () => hub.Database.ScalarAsync<long>("select count(*) from channels.bodies where body_id = $1", body),
            left => left == 0,
            "the body goes"
        );
        (await hub.Database.ScalarAsync<long>("select count(*) from channels.bodies where body_id = $1", other)).ShouldBe(1);
    }
}
