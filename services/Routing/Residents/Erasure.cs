using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.Routing.Conversations;
using WebcareHub.Routing.Pools;
using WebcareHub.Routing.SamePerson;
using WebcareHub.Routing.WorkList;

namespace WebcareHub.Routing.Residents;

/// <summary>
/// Forgets a resident: the key goes, and with it all that was recorded under it; then every readable copy in Routing's tables. What was counted
/// stays. Bears repetition: a second call finishes what a first one began.
/// </summary>
internal sealed class Erasure(EventStore.EventStore store, Vault vault, TimeProvider time)
{
    public static readonly AgentRef Retention = new("system", "WebcareHub");
    private const string TermPassed = "Bewaartermijn verstreken";

    /// <summary>Null when this municipality has no such resident.</summary>
    public Task<ErasureReceipt?> EraseAsync(string municipality, Guid resident, AgentRef by, string reason, CancellationToken ct) =>
        ForgetAsync(municipality, resident, by, reason, person => DestroyAsync(person, reason, ct), ct);

    /// <summary>
    /// The same when their time has come: all their conversations were resolved before this moment. Asked again once nobody can write to them
    /// any more: null when they wrote meanwhile.
    /// </summary>
    public Task<ErasureReceipt?> EraseWhenPastAsync(string municipality, Guid resident, DateTimeOffset before, CancellationToken ct) =>
        ForgetAsync(
            municipality,
            resident,
            Retention,
            TermPassed,
            person => person.IsPast(before) ? DestroyAsync(person, TermPassed, ct) : null,
            ct
        );

    /// <summary>The same for a resident whose key is gone already: after a restored backup.</summary>
    public Task<ErasureReceipt?> ForgetCopiesAsync(string municipality, Guid resident, string reason, CancellationToken ct) =>
        ForgetAsync(municipality, resident, Retention, reason, _ => Task.CompletedTask, ct);

    /// <summary>The files an event brought into the conversation.</summary>
    public static IEnumerable<Guid> Files(RecordedEvent recorded) =>
        recorded.Data switch
        {
            MessageReceived e => e.Attachments.Select(file => file.FileId),
            ReplyRequested e => e.FileIds,
            _ => [],
        };

    private async Task<ErasureReceipt?> ForgetAsync(
        string municipality,
        Guid resident,
        AgentRef by,
        string reason,
        Func<ForgottenPerson, Task?> destroy,
        CancellationToken ct
    )
    {
        var now = time.GetUtcNow();
        await using var session = await store.OpenAsync([municipality], Traces.Here(), ct);
        var person = await ForgottenPerson.LockAsync(session.Connection, municipality, resident, ct);
        if (person is null)
            return null;
        var streams = await session.ReadManyAsync([.. person.Conversations.Select(c => Streams.Conversation(municipality, c.Id))], ct);
        var files = streams.Values.SelectMany(events => events).SelectMany(Files).Distinct().ToArray();
        var receipt = new ErasureReceipt(resident, now, person.Conversations.Count, files.Length);
        if (person.Already)
            return receipt;
        if (destroy(person) is not { } destroying)
            return null;
        // From here on nothing of theirs can be read; what follows can be repeated.
        await destroying;
        Append(session, person, by, reason, now);
        await PartAsync(session, municipality, resident, (by, now), ct);
        foreach (var command in person.Remove(files, now))
            session.Also(command);
        await session.CommitAsync(ct);
        return receipt;
    }

    /// <summary>Nobody is the same as they were, or is not.</summary>
    private static async Task PartAsync(
        EventSession session,
        string municipality,
        Guid resident,
        (AgentRef By, DateTimeOffset At) told,
        CancellationToken ct
    )
    {
        var links = await Links.OfAsync(session.Connection, municipality, resident, ct);
        var dismissals = await Dismissals.OfAsync(session.Connection, municipality, resident, ct);
        var events = links
            .SelectMany(link => Links.Parting(link, told.By, told.At))
            .Concat(dismissals.SelectMany(dismissal => Dismissals.Restoring(dismissal, told.By, told.At)));
        await Links.AppendAsync(session, municipality, [.. events], ct);
        foreach (var link in links)
            session.Also(Links.Remove(municipality, link));
        foreach (var dismissal in dismissals)
            session.Also(Dismissals.Remove(municipality, dismissal));
    }

    private async Task DestroyAsync(ForgottenPerson person, string reason, CancellationToken ct)
    {
        foreach (var resident in person.Residents)
            await vault.DestroyKeyAsync(person.Municipality, resident, reason, person.Aliases, ct);
    }

    private static void Append(EventSession session, ForgottenPerson person, AgentRef by, string reason, DateTimeOffset now)
    {
        var after = new List<Conversation>();
        foreach (var conversation in person.Conversations.Where(conversation => !conversation.Erased))
        {
            object[] events =
                conversation.Status == ConversationStatus.Resolved
                    ? [new PersonalDataErased(by, reason, now)]
                    : [new Resolved("no-reply", null, by, now), new PersonalDataErased(by, reason, now)];
            events = [.. events, .. Sharing.Ending(conversation, events, null, now, by)];
            session.Append(
                Streams.Conversation(conversation.Municipality, conversation.Id),
                conversation.Version,
                events,
                conversation.ResidentId
            );
            after.Add(events.Aggregate(conversation, Conversation.Evolve) with { Version = conversation.Version + events.Length });
        }
        if (after.Count > 0)
            session.Also(WorkListRow.Write(after));
    }
}
