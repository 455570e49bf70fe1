using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Integration.Tests.Routing;
using WebcareHub.RulesOfEngagement;
using WebcareHub.Testing;

namespace WebcareHub.Integration.Tests.Backtesting;

/// <summary>The running system with one blueprint, and what it recorded about every message.</summary>
internal sealed class RecordedRun : IAsyncDisposable
{
    private RoutingHub _hub = null!;

    /// <summary>A message with the decision about it, by the platform's id.</summary>
    internal sealed record Decided(RecordedEvent Message, MessageReceived Received, QuestionRecognised Recognised);

    internal RoutingHub Hub => _hub;

    internal IReadOnlyDictionary<string, Decided> Decisions { get; private set; } = null!;

    internal static async Task<RecordedRun> OfAsync(IReadOnlyList<LayerFiles> blueprint, int messages)
    {
        var clock = new SteppedClock(ManyMessages.Steps[0].AddHours(-1));
        var run = new RecordedRun { _hub = await RoutingHub.StartAsync(clock: clock) };
        foreach (var layer in blueprint)
            await run._hub.PublishAsync(layer.Code, layer.Code == "nl" ? 2 : 1, new(layer.Files));
        var sent = 0;
        foreach (var (at, items) in ManyMessages.Steps.Zip(ManyMessages.Of(messages)))
        {
            clock.MoveTo(at);
            await run._hub.SendAsync([.. items]);
            sent += items.Count;
            await run._hub.WaitForAsync("events.mt_events where type = 'question_recognised'", sent);
        }
        run.Decisions = await run.ReadAsync();
        return run;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private async Task<IReadOnlyDictionary<string, Decided>> ReadAsync()
    {
        await using var session = await _hub.Get<EventStore.EventStore>().OpenAsync(ManyMessages.Towns, null, default);
        await using var command = new Npgsql.NpgsqlCommand(
            "select tenant_id, id from events.mt_streams where id like 'conversation-%'",
            session.Connection
        );
        var streams = new List<StreamKey>();
        await using (var row = await command.ExecuteReaderAsync())
            while (await row.ReadAsync())
                streams.Add(new(row.GetString(0), row.GetString(1)));
        var events = (await session.ReadManyAsync(streams, default)).Values.SelectMany(stream => stream).ToList();
        var recognised = events.Select(recorded => recorded.Data).OfType<QuestionRecognised>().ToDictionary(each => each.MessageId);
        return events
            .Where(recorded => recorded.Data is MessageReceived)
            .Select(recorded => (recorded, Received: (MessageReceived)recorded.Data))
            .ToDictionary(
                pair => pair.Received.PlatformId!,
                pair => new Decided(pair.recorded, pair.Received, recognised[pair.Received.MessageId])
            );
    }
}
