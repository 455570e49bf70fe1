using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.PlatformSimulator.Tests;

public sealed class WindowTests
{
    [Fact]
    public async Task Free_text_after_24_hours_is_accepted_and_fails_later_with_131047()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Client.Say(Scene.Number, Scene.Resident, "Hallo");
        await scene.Client.Behave(new Behaviour(ClockOffsetSeconds: 24 * 3600 + 60));

        (await scene.Send(Scene.Text("Te laat"))).EnsureSuccessStatusCode();

        await Eventually.Async(() => scene.Hub.Statuses.Any(), "a status arrives");
        var status = scene.Hub.Statuses.Single();
        status["status"]!.GetValue<string>().ShouldBe("failed");
        status["errors"]![0]!["code"]!.GetValue<int>().ShouldBe(131047);
        (await scene.Client.Chat(Scene.Number, Scene.Resident)).WindowOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Within_24_hours_the_message_is_sent_delivered_and_read_with_its_callback_data()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Client.Say(Scene.Number, Scene.Resident, "Hallo");
        var message = Scene.Text("Op tijd");
        message["biz_opaque_callback_data"] = "reply-1/0";

        (await scene.Send(message)).EnsureSuccessStatusCode();

        await Eventually.Async(() => scene.Hub.Statuses.Count() == 3, "three statuses arrive");
        scene.Hub.Statuses.Select(status => status["status"]!.GetValue<string>()).ShouldBe(["sent", "delivered", "read"]);
        scene.Hub.Statuses.ShouldAllBe(status => status["biz_opaque_callback_data"]!.GetValue<string>() == "reply-1/0");
    }

    [Fact]
    public async Task A_new_message_of_the_resident_opens_the_window_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.Client.Say(Scene.Number, Scene.Resident, "Hallo");
        await scene.Client.Behave(new Behaviour(ClockOffsetSeconds: 30 * 3600));
        await scene.Client.Say(Scene.Number, Scene.Resident, "Nog een vraag");

        (await scene.Send(Scene.Text("Natuurlijk"))).EnsureSuccessStatusCode();

        await Eventually.Async(async () => (await scene.Client.Received()).Single().State == "read", true.Equals, "the message is read");
    }
}
