using WebcareHub.PlatformSimulator.Client;
using WebcareHub.Testing;

namespace WebcareHub.PlatformSimulator.Tests;

public sealed class FailureTests : IAsyncLifetime
{
    private Scene scene = null!;

    public async ValueTask InitializeAsync()
    {
        scene = await Scene.StartAsync();
        await scene.Client.Say(Scene.Number, Scene.Resident, "Hallo");
    }

    public ValueTask DisposeAsync() => scene.DisposeAsync();

    [Theory]
    [InlineData(FailureKind.ServerError, null, 500, 1)]
    [InlineData(FailureKind.TooManyRequests, null, 429, 130429)]
    [InlineData(FailureKind.Error, 131009, 400, 131009)]
    public async Task An_ordered_refusal_happens_as_often_as_ordered(FailureKind kind, int? code, int status, int expected)
    {
        await scene.Client.Fail(new Failure(kind, 2, code));

        for (var turn = 0; turn < 2; turn++)
            (await scene.SendRefused(Scene.Text("Hallo"))).ShouldSatisfyAllConditions(
                r => r.Status.ShouldBe(status),
                r => r.Code.ShouldBe(expected)
            );
        (await scene.Send(Scene.Text("Hallo"))).EnsureSuccessStatusCode();
        (await scene.Client.Counts()).MessagesReceived.ShouldBe(1);
    }

    [Theory]
    [InlineData(FailureKind.TimeoutBeforeAccept, 0)]
    [InlineData(FailureKind.TimeoutAfterAccept, 1)]
    public async Task A_time_out_leaves_the_caller_without_an_answer_before_or_after_accepting(FailureKind kind, int received)
    {
        await scene.Client.Fail(new Failure(kind, Milliseconds: 200));

        await Should.ThrowAsync<HttpRequestException>(() => scene.Send(Scene.Text("Hallo")));

        (await scene.Client.Counts()).MessagesReceived.ShouldBe(received);
        if (received == 1)
            await Eventually.Async(() => scene.Hub.Statuses.Count() == 3, "the statuses arrive all the same");
    }

    [Fact]
    public async Task A_failure_can_be_meant_for_one_resident()
    {
        await scene.Client.Fail(new Failure(FailureKind.ServerError, Resident: Scene.Resident));

        (await scene.Send(Scene.Text("Hallo", "31687654321"))).EnsureSuccessStatusCode();
        (await scene.SendRefused(Scene.Text("Hallo"))).Status.ShouldBe(500);
    }

    [Fact]
    public async Task An_accepted_message_can_fail_later_with_a_chosen_code()
    {
        await scene.Client.Fail(new Failure(FailureKind.FailedStatus, Code: 131026));

        (await scene.Send(Scene.Text("Hallo"))).EnsureSuccessStatusCode();

        await Eventually.Async(() => scene.Hub.Statuses.Any(), "a status arrives");
        scene.Hub.Statuses.Single()["errors"]![0]!["code"]!.GetValue<int>().ShouldBe(131026);
    }

    [Fact]
    public async Task The_same_text_twice_to_one_resident_is_counted_as_repeated()
    {
        (await scene.Send(Scene.Text("Hallo"))).EnsureSuccessStatusCode();
        (await scene.Client.Counts()).RepeatedTexts.ShouldBe(0);

        (await scene.Send(Scene.Text("Hallo"))).EnsureSuccessStatusCode();

        (await scene.Client.Counts()).RepeatedTexts.ShouldBe(1);
        (await scene.Client.Repeated()).ShouldHaveSingleItem().ShouldBe(new RepeatedMessage(Scene.Number, Scene.Resident, "Hallo", 2));
    }

    [Fact]
    public async Task After_a_reset_nothing_is_left()
    {
        await scene.Client.Fail(new Failure(FailureKind.ServerError, 5));
        await scene.Client.Reset();

        (await scene.Client.Counts()).ShouldBe(new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0));
        (await scene.Send(Scene.Text("Hallo"))).EnsureSuccessStatusCode();
    }
}
