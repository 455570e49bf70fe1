using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>
/// Counts what comes in while a crisis is in force, into one generation. The groups are in memory; what was written goes with its position, so that
/// who counts on after another, or after a batch that failed, reads them again. For one thread at a time.
/// </summary>
internal sealed class Counter(Rulebook rulebook)
{
    private const string Conversation = "conversation-";
    private InForce? _inForce;
    private (int Generation, long Position) _counted = (0, -1);

    /// <summary>What is said and answered counts for nothing now, as far as was counted last.</summary>
    internal bool Rests(DateTimeOffset now) => _inForce?.Rests(now) == true;

    internal async Task CountAsync(Portion batch, CancellationToken ct)
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
        tally.Ended.UnionWith(crises.Values.Where(each => !each.Active).Select(each => each.Id));
        await RumourRows.ApplyAsync(batch, ct);
        await MessageRows.WriteAsync(batch, tally, inForce, ct);
        _counted = (batch.Generation, batch.Events[^1].Sequence);
        // A signature of somebody forgotten may be the face of a group.
        if (tally.Erased.Count > 0)
            _counted = (0, -1);
    }

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

    private async Task<InForce> KnownAsync(Portion batch, Blueprint blueprint, CancellationToken ct)
    {
        var written = (batch.Generation, await MessageRows.PositionAsync(batch.Connection, batch.Generation, ct));
        if (_inForce is null || written != _counted)
            _inForce = await CrisisRows.RestoreAsync(batch.Connection, batch.Generation, blueprint, ct);
        return _inForce;
    }

    private static Guid? ConversationOf(RecordedEvent recorded) =>
        recorded.Stream.Key.StartsWith(Conversation, StringComparison.Ordinal)
        && Guid.TryParse(recorded.Stream.Key.AsSpan(Conversation.Length), out var id)
            ? id
            : null;
}
