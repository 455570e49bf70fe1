namespace WebcareHub.Integration.Tests.Routing;

public sealed class Duplicates
{
    [Fact]
    public async Task The_same_message_fifty_times_at_once_in_two_processes_is_one_message()
    {
        await using var hub = await RoutingHub.StartAsync(2);
        var message = Some.Message(Some.Person(), "Mijn container is niet geleegd");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => hub.SendAsync(message with { DeliveryId = Guid.CreateVersion7() })));
        var last = Some.Message(Some.Person(), "klaar");
        await hub.SendAsync(last);
        await hub.WaitForAsync("routing.conversations", 2);
        await Task.Delay(500);

        (await hub.CountAsync("routing.conversations")).ShouldBe(2);
        (await hub.CountAsync("events.mt_events where type = 'message_received'")).ShouldBe(2);
    }

    [Fact]
    public async Task Ten_messages_of_a_new_resident_at_once_are_one_conversation_with_ten()
    {
        await using var hub = await RoutingHub.StartAsync(2);
        for (var round = 0; round < 20; round++)
        {
            var person = Some.Person();
            await Task.WhenAll(Enumerable.Range(0, 10).Select(number => hub.SendAsync(Some.Message(person, $"bericht {number}"))));
        }
        await hub.WaitForAsync("events.mt_events where type = 'message_received'", 200);

        (await hub.CountAsync("routing.conversations")).ShouldBe(20);
        (await hub.CountAsync("routing.residents")).ShouldBe(20);
        (
            await hub.Database.ScalarAsync<long>(
                "select min(n) from (select count(*) n from events.mt_events where type = 'message_received' group by stream_id) x"
            )
        ).ShouldBe(10);
    }

    [Fact]
    public async Task Ids_that_the_platform_says_are_one_person_lead_to_one_conversation()
    {
        await using var hub = await RoutingHub.StartAsync();
        var (phone, user) = (Some.Phone(), $"bsuid:NL.{Guid.NewGuid():N}");

        await hub.SendAsync(Some.Message(new([phone], "Kees"), "een"));
        await hub.WaitForAsync("routing.conversations", 1);
        await hub.SendAsync(Some.Message(new([user, phone], "Kees"), "twee"));
        // Two workers route side by side: the platform's word must be heard before it can be believed.
        await hub.WaitForAsync("events.mt_events where type = 'message_received'", 2);
        await hub.SendAsync(Some.Message(new([user], "Kees"), "drie"));
        await hub.WaitForAsync("events.mt_events where type = 'message_received'", 3);

        (await hub.CountAsync("routing.conversations")).ShouldBe(1);
    }
}
