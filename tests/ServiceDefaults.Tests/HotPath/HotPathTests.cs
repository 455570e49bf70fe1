using System.Diagnostics;
using System.Net;
using System.Text;
using RabbitMQ.Client;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.Testing;

namespace WebcareHub.ServiceDefaults.Tests.HotPath;

public sealed class HotPathTests : RecordedQueue
{
    [Fact]
    public async Task What_is_published_arrives_as_it_was()
    {
        using Activity activity = new Activity("test").Start();
        await Publisher.PublishAsync([Message("m1", "{\"text\":\"één\"}"), Message("m2", "{}", null)], default);
        await Eventually.Async(() => Recorder.Handled.Count == 2, "both arrived");
        HotDelivery first = Recorder.Handled.Single(delivery => delivery.MessageId == "m1");
        Encoding.UTF8.GetString(first.Body.Span).ShouldBe("{\"text\":\"één\"}");
        first.Municipality.ShouldBe("GM0088");
        first.TraceParent.ShouldBe(activity.Id);
        Recorder.Handled.Single(delivery => delivery.MessageId == "m2").Municipality.ShouldBeNull();
    }

    [Fact]
    public async Task A_message_alone_travels_with_its_headers()
    {
        await Publisher.PublishAsync([Message("alone", "{}")], default);
        await Eventually.Async(() => Recorder.Handled.Count == 1, "it arrived");
        Recorder
            .Handled.Single()
            .ShouldSatisfyAllConditions(
                delivery => delivery.MessageId.ShouldBe("alone"),
                delivery => delivery.Municipality.ShouldBe("GM0088")
            );
    }

    [Fact]
    public async Task Ten_thousand_messages_of_many_publishers_all_arrive_once()
    {
        Recorder.Subject = delivery => delivery.MessageId;
        Stopwatch watch = Stopwatch.StartNew();
        await Parallel.ForAsync(
            0,
            10_000,
            new ParallelOptions { MaxDegreeOfParallelism = 200 },
            async (number, ct) => await Publisher.PublishAsync([Message($"m{number}", new string('x', 800))], ct)
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"{10_000 / watch.Elapsed.TotalSeconds:N0} confirmed publishes/s");
        await Eventually.Async(() => Recorder.Handled.Count >= 10_000, "all arrived", 30);
        Recorder.Handled.Select(delivery => delivery.MessageId).Distinct().Count().ShouldBe(10_000);
        Recorder.Handled.Count.ShouldBe(10_000);
    }

    [Fact]
    public async Task A_broker_that_vanishes_loses_nothing_that_was_confirmed()
    {
        List<string> confirmed = [];
        using CancellationTokenSource stop = new();
        Task publishing = Task.Run(() => PublishAsync(confirmed, stop.Token));
        for (int cut = 0; cut < 3; cut++)
        {
            await GoesOnAsync(confirmed);
            (await _service.Broker.CloseConnectionsAsync()).ShouldBeGreaterThan(0);
        }

        await GoesOnAsync(confirmed);
        await stop.CancelAsync();
        await publishing;
        await Eventually.Async(
            () => confirmed.ToHashSet().IsSubsetOf(Recorder.Handled.Select(delivery => delivery.MessageId)),
            "all confirmed arrived",
            30
        );
    }

    [Fact]
    public async Task A_broker_that_stays_away_is_refused_quickly()
    {
        await _service.Broker.SetAwayAsync(true);
        await Eventually.Async(() => !Publisher.IsConnected, "the connection is gone");
        Stopwatch watch = Stopwatch.StartNew();
        await Should.ThrowAsync<BrokerAwayException>(() => Publisher.PublishAsync([Message("m", "{}")], default));
        watch.Elapsed.TotalSeconds.ShouldBeLessThan(1);
    }

    [Fact]
    public async Task One_poisoned_message_in_a_batch_is_dead_lettered_alone_and_can_be_replayed()
    {
        Recorder.Fail = batch => batch.Any(delivery => Recorder.Holds(delivery, "poison")) ? new FormatException("poison") : null;
        await Publisher.PublishAsync(
            [.. Enumerable.Range(0, 100).Select(n => Message($"m{n}", n == 50 ? "{\"poison\":1}" : "{}"))],
            default
        );
        await Eventually.Async(() => Recorder.Handled.Count == 99, "the others are handled");
        DeadLetter letter = (await Eventually.Async(DeadLettersAsync, page => page.Items.Count == 1, "the dead letter is shown")).Items[0];
        letter.Queue.ShouldBe(Queue);
        letter.Reason.ShouldContain(nameof(FormatException));
        (await _service.Database.ScalarAsync<string[]>("select subjects from hub.dead_letters")).ShouldBe([
            _service.Get<Pseudonyms>().Hash("phone:31612345678"),
        ]);

        Recorder.Fail = _ => null;
        (await ReplayAsync(letter.Id)).ShouldBe(HttpStatusCode.NoContent);
        await Eventually.Async(() => Recorder.Handled.Count == 100, "the replayed one is handled");
        (await ReplayAsync(letter.Id)).ShouldBe(HttpStatusCode.Conflict);
        (await DeadLettersAsync()).Items.Single().Replayed.ShouldBeTrue();
    }

    [Fact]
    public async Task What_the_broker_gave_up_on_is_shown_as_a_dead_letter_and_can_be_replayed()
    {
        await using IConnection connection = await new ConnectionFactory
        {
            Uri = new(_service.Broker.ConnectionString),
        }.CreateConnectionAsync();
        await using IChannel channel = await connection.CreateChannelAsync();
        BasicProperties properties = new()
        {
            MessageId = "tired",
            Headers = new Dictionary<string, object?> { [BusHeaders.Municipality] = "GM0088" },
        };
        await channel.BasicPublishAsync("", $"{Queue}.limit", true, properties, "{}"u8.ToArray());

        DeadLetter letter = (await Eventually.Async(DeadLettersAsync, page => page.Items.Count == 1, "the dead letter is shown")).Items[0];
        letter.Queue.ShouldBe(Queue);
        letter.Reason.ShouldContain("1000");
        Recorder.Handled.ShouldBeEmpty();
        (await ReplayAsync(letter.Id)).ShouldBe(HttpStatusCode.NoContent);
        await Eventually.Async(() => Recorder.Handled.Count == 1, "the replayed one is handled");
        Recorder.Handled.Single().MessageId.ShouldBe("tired");
    }

    [Fact]
    public async Task While_the_database_is_away_consumption_waits_and_nothing_is_dead_lettered()
    {
        Recorder.Fail = _ => new TimeoutException();
        await Publisher.PublishAsync([.. Enumerable.Range(0, 10).Select(n => Message($"m{n}", "{}"))], default);
        await Eventually.Async(() => Recorder.Attempts > 3, "it tries again");
        Recorder.Handled.ShouldBeEmpty();
        Recorder.Fail = _ => null;
        await Eventually.Async(() => Recorder.Handled.Count == 10, "it resumes by itself");
        (await _service.Database.ScalarAsync<long>("select count(*) from hub.dead_letters")).ShouldBe(0);
    }

    [Fact]
    public async Task Another_municipality_sees_nor_replays_it()
    {
        Recorder.Fail = _ => new FormatException();
        await Publisher.PublishAsync([Message("m", "{}")], default);
        DeadLetter letter = (await Eventually.Async(DeadLettersAsync, page => page.Items.Count == 1, "dead")).Items[0];
        (await DeadLettersAsync("GM0193")).Items.ShouldBeEmpty();
        (await ReplayAsync(letter.Id, "GM0193")).ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>One after the other, until told to stop; keeps which were confirmed.</summary>
    private async Task PublishAsync(List<string> confirmed, CancellationToken stop)
    {
        for (int number = 0; !stop.IsCancellationRequested; number++)
        {
            try
            {
                await Publisher.PublishAsync([Message($"m{number}", "{}")], default);
                confirmed.Add($"m{number}");
            }
            catch (BrokerAwayException)
            {
                await Task.Delay(10, CancellationToken.None);
            }
        }
    }

    private static Task GoesOnAsync(List<string> confirmed)
    {
        int before = confirmed.Count;
        return Eventually.Async(() => confirmed.Count > before + 50, "publishing goes on by itself", 30);
    }

    private static HotMessage Message(string id, string json, string? municipality = "GM0088") =>
        new(Queue, Encoding.UTF8.GetBytes(json), id, municipality);

    private Task<DeadLetterPage> DeadLettersAsync() => DeadLettersAsync("GM0088");

    private async Task<DeadLetterPage> DeadLettersAsync(string municipality)
    {
        using HttpRequestMessage request = _service.Request(HttpMethod.Get, "/api/v1/dead-letters", _service.Token(municipality, "admin"));
        using HttpResponseMessage response = await _service.Client.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<DeadLetterPage>())!;
    }

    private async Task<HttpStatusCode> ReplayAsync(Guid id, string municipality = "GM0088")
    {
        using HttpRequestMessage request = _service.Request(
            HttpMethod.Post,
            $"/api/v1/dead-letters/{id}/replay",
            _service.Token(municipality, "admin")
        );
        using HttpResponseMessage response = await _service.Client.SendAsync(request);
        return response.StatusCode;
    }
}
