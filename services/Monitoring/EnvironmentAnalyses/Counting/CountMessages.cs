using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>
/// Counts what comes in while a crisis is in force. The groups are in memory with the leader; what it wrote goes with its position, so that a
/// new leader, or one whose batch failed, reads them again.
/// </summary>
internal sealed class CountMessages(Rulebook rulebook) : IFeedSubscriber
{
    internal const string Checkpoint = "monitoring.environment-analyses:All";

    private const string Conversation = "conversation-";
    private InForce? _inForce;
    private long _position = -1;

    public string Name => Checkpoint;

    public IReadOnlyCollection<Type>? Types { get; } =
    [
        typeof(CrisisDeclared),
        typeof(NationalScopeAsked),
        typeof(NationalScopeConfirmed),
        typeof(NationalScopeFellBack),
        typeof(PhaseChanged),
        typeof(GripTold),
        typeof(CrisisEnded),
        typeof(RumourRegistered),
        typeof(RumourSpreadNoted),
        typeof(RumourStatusChanged),
        typeof(RumourOwned),
        typeof(RumourAnswered),
        typeof(MessageReceived),
        typeof(ReplyRequested),
        typeof(PersonalDataErased),
    ];

    public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
    {
        await rulebook.NowAsync(Blueprint.National, ct);
        var blueprint = rulebook.Last!.Blueprint;
        var inForce = await KnownAsync(batch, blueprint, ct);
        var crises = await CrisisRows.ApplyAsync(batch, ct);
        var channels = await Channels.OfAsync(batch, inForce.Any || crises.Count > 0, ct);
        var tally = new Tally();
        foreach (var recorded in batch.Events)
        {
            if (crises.TryGetValue(recorded.Sequence, out var facts))
                inForce.Know(facts, blueprint);
            else
                Count(recorded, tally, inForce, (blueprint.LayersOf, channels));
        }
        await RumourRows.ApplyAsync(batch, ct);
        await MessageRows.WriteAsync(batch, tally, [.. crises.Values.Where(each => !each.Active).Select(each => each.Id).Distinct()], ct);
        _position = batch.Events[^1].Sequence;
        // A signature of somebody forgotten may be the face of a group.
        if (tally.Erased.Count > 0)
            _inForce = null;
    }

    /// <summary>What it counted goes; the log makes it anew. Drafts and versions stay.</summary>
    internal static Task RebuildAsync(Feed feed, CancellationToken ct) =>
        feed.ResetAsync(
            Checkpoint,
            ct,
            new("delete from monitoring.environment_words"),
            new("delete from monitoring.environment_messages"),
            new("delete from monitoring.environment_rumours"),
            new("delete from monitoring.environment_crises"),
            new("update monitoring.environment_position set sequence = 0")
        );

    private static void Count(
        RecordedEvent recorded,
        Tally tally,
        InForce inForce,
        (Func<string, IReadOnlyList<string>> LayersOf, IReadOnlyDictionary<string, string> Channels) known
    )
    {
        if (ConversationOf(recorded) is not { } conversation)
            return;
        switch (recorded.Data)
        {
            case MessageReceived message:
                var channel = known.Channels.GetValueOrDefault(recorded.Stream.Key) ?? Channel.Chat;
                foreach (var crisis in inForce.Over(recorded.Stream.Tenant, known.LayersOf))
                    tally.Count(recorded, message, (conversation, channel), crisis);
                break;
            case ReplyRequested { Automatic: false, Aside: false } reply:
                tally.Answers.Add((conversation, reply.At));
                break;
            case PersonalDataErased:
                tally.Erased.Add(conversation);
                break;
        }
    }

    private async Task<InForce> KnownAsync(FeedBatch batch, Blueprint blueprint, CancellationToken ct)
    {
        var position = await MessageRows.PositionAsync(batch.Connection, ct);
        if (_inForce is null || position != _position)
            _inForce = await CrisisRows.RestoreAsync(batch.Connection, blueprint, ct);
        return _inForce;
    }

    private static Guid? ConversationOf(RecordedEvent recorded) =>
        recorded.Stream.Key.StartsWith(Conversation, StringComparison.Ordinal)
        && Guid.TryParse(recorded.Stream.Key.AsSpan(Conversation.Length), out var id)
            ? id
            : null;
}
