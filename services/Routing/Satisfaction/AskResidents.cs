using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Timers;
using WebcareHub.Routing.WorkList;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Satisfaction;

/// <summary>
/// Asks residents what they thought of the help, a while after it was done. That they were asked and the message that asks it are written
/// together: nobody is asked twice.
/// </summary>
internal sealed class AskResidents(Database database, EventStore.EventStore store, Rulebook rulebook, ILogger<AskResidents> log)
    : ITimedWork
{
    private readonly Pace _pace = new();

    public async Task<int> DoAsync(DateTimeOffset now, CancellationToken ct)
    {
        if (_pace.Rests(now))
            return 0;
        var done = 0;
        foreach (var municipality in (await DueToAsk.MunicipalitiesAsync(database, ct)).Where(tenant => !Exercise.Is(tenant)))
        {
            try
            {
                if (AskForScore.MayAsk(await rulebook.NowAsync(municipality, ct), now))
                    done += await AskAsync(municipality, now, ct);
            }
            catch (Exception failure) when (!Infrastructure.IsAway(failure) && !ct.IsCancellationRequested)
            {
                log.LogError(failure, "Residents of {Municipality} are not asked how it was", municipality);
            }
        }
        return _pace.Did(done, now);
    }

    private async Task<int> AskAsync(string municipality, DateTimeOffset now, CancellationToken ct)
    {
        await using var session = await store.OpenForTimerAsync(null, ct);
        var inForce = (await rulebook.AtAsync(session, ct)).For(municipality);
        var due = await DueToAsk.TakeAsync(session.Connection, municipality, inForce.Blueprint.Asking, now, ct);
        var streams = await session.ReadManyAsync([.. due.Select(each => Streams.Conversation(municipality, each.Id))], ct);
        var after = new List<Conversation>(due.Count);
        foreach (var conversation in due)
        {
            var stream = Streams.Conversation(municipality, conversation.Id);
            var last = streams[stream].Select(recorded => recorded.Data).OfType<MessageReceived>().MaxBy(message => message.SentAt);
            var events = AskForScore.Decide(conversation, new(Guid.CreateVersion7(), last?.ReplyTo), inForce, now);
            if (events.Count == 0)
                continue;
            session.Append(stream, conversation.Version, events, conversation.ResidentId);
            after.Add(events.Aggregate(conversation, Conversation.Evolve) with { Version = conversation.Version + events.Count });
        }
        if (after.Count > 0)
            session.Also(WorkListRow.Write(after));
        await session.CommitAsync(ct);
        return after.Count;
    }
}
