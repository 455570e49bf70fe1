using WebcareHub.Contracts.Bus;
using WebcareHub.EventStore;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults.HotPath;
using WebcareHub.ServiceDefaults.Telemetry;

namespace WebcareHub.Routing.Inbound;

/// <summary>
/// The hot path: a batch of items becomes events and work-list rows in one transaction, decided by one epoch of the blueprint. Nothing is read
/// from streams; what decisions need stands in the work list.
/// </summary>
internal sealed class RouteInbound(EventStore.EventStore store, Rulebook rulebook, Pseudonyms pseudonyms, TimeProvider time) : IHotHandler
{
    private const int Attempts = 5;

    public async Task HandleAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await OnceAsync(batch, ct);
                return;
            }
            catch (StaleEpochException) when (attempt < Attempts)
            {
                // A crisis or a release came into force meanwhile: a large batch would go on by what no longer holds for as long as it takes.
            }
        }
    }

    public IReadOnlyList<string> SubjectsOf(HotDelivery delivery) =>
        [.. Item.Read(delivery, pseudonyms).People.SelectMany(person => person.Ids)];

    private async Task OnceAsync(IReadOnlyList<HotDelivery> batch, CancellationToken ct)
    {
        var items = batch.Select(delivery => Item.Read(delivery, pseudonyms)).ToArray();
        var now = time.GetUtcNow();
        var deliveries = DeliveryRows.Of(items.Select(item => item.Inbound));
        var routable = items
            .Where(item => item.Inbound is { Municipality: not null, Content: not InboundNothing })
            .DistinctBy(item => (item.Municipality, item.Inbound.EventKey))
            .ToArray();
        var tenants = routable.Select(item => item.Municipality).Concat(deliveries.Select(row => row.Tenant)).Distinct().ToArray();
        if (tenants.Length == 0)
            return;
        await using var session = await store.OpenAsync(tenants, null, ct);
        if (deliveries.Count > 0)
            session.Also(DeliveryRows.Write(deliveries));
        if (routable.Length > 0)
            await RouteAsync(session, routable, now, ct);
        await session.CommitAsync(ct);
        Signals.Routed.Add(routable.Length);
    }

    private async Task RouteAsync(EventSession session, Item[] items, DateTimeOffset now, CancellationToken ct)
    {
        var people = People.Of(items, pseudonyms);
        var known = await EchoThreads.PlaceAsync(
            session.Connection,
            await Acceptance.TakeAsync(session.Connection, items, people, now, ct),
            ct
        );
        known = await AnsweredThreads.PlaceAsync(session.Connection, known, ct);
        var edition = await rulebook.AtAsync(session, ct);
        var conversations = await Acceptance.ConversationsAsync(
            session.Connection,
            known.SelectMany(item => new[] { item.Latest, item.Target?.Conversation }).OfType<Guid>(),
            ct
        );
        var sealing = await Sealing.ForAsync(session, known, ct);
        var work = new BatchWork(edition, conversations, sealing, now);
        foreach (var item in known.OrderBy(item => !item.Item.IsMessage).ThenBy(item => item.Item.At))
            work.Route(item);
        work.Write(session);
        foreach (var command in Aliases.Leave(known, pseudonyms))
            session.Also(command);
        await Addresses.WriteAsync(session, known, people, sealing, ct);
        session.HoldTo(edition.Epoch);
    }
}
