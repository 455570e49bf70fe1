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

    [Fact]
    public async Task A_body_that_cannot_be_opened_does_not_stop_the_erasure_of_others()
    {
        var seal = hub.Get<Vault>().Seal(KeptBody.Purpose, """{"from":"31620000013"}"""u8);
        byte[] broken = [.. seal[..^1], (byte)(seal[^1] ^ 1)];
        // In the order of their ids: what is broken comes first, last, and in a page of its own.
        var ids = Enumerable.Range(0, 250).Select(number => Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(number))).ToArray();
        byte[][] bodies =
        [
            .. ids.Select(
                (_, number) =>
                    number is 1 or 2 or 220 ? seal
                    : number == 3 ? []
                    : broken
            ),
        ];
        await hub.Database.ScalarAsync<int>(
            "insert into channels.bodies select id, 'whatsapp', 'demo', body, '{}', now() from unnest($1, $2) as u (id, body)",
            ids,
            bodies
        );

        await EraseAsync(hub.Get<Pseudonyms>().Hash("phone:31620000013"));

        await Eventually.Async(() => LeftAsync(ids), left => left == 247, "the bodies that name them go, the others stay");
        (await LeftAsync(ids[1], ids[2], ids[220])).ShouldBe(0);
    }

    private Task<long> LeftAsync(params Guid[] bodies) =>
        hub.Database.ScalarAsync<long>("select count(*) from channels.bodies where body_id = any ($1)", (object)bodies);
}
