using WebcareHub.Testing;

namespace WebcareHub.Integration.Tests.Routing;

/// <summary>A release and an adoption come into force while messages flow over two nodes.</summary>
public sealed class ReleaseInFlowTests
{
    private static readonly string[] Towns = [.. Enumerable.Range(1, 10).Select(number => $"GM{number:D4}")];
    private static readonly TimeSpan Switched = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task No_message_is_decided_by_a_mix_and_every_node_switches_within_two_seconds()
    {
        await using var hub = await RoutingHub.StartAsync(processes: 2);
        await hub.PublishAsync("nl", 2, Marked("twee"));
        using var enough = new CancellationTokenSource();
        var flowing = Task.Run(() => FlowAsync(hub, enough.Token));
        await DecidedAsync(hub, "d.data #>> '{Releases,nl}' = '2'");

        var national = await PublishedAsync(hub, "nl", 3, Marked("drie"));
        await DecidedAsync(hub, $"(d.data ->> 'At')::timestamptz > '{national + Switched:O}'");
        var adoption = await PublishedAsync(hub, Towns[0], 1, new() { ["adoption.yaml"] = "adoption: { base: { nl: 2 } }" });
        await DecidedAsync(hub, $"d.tenant_id = '{Towns[0]}' and (d.data ->> 'At')::timestamptz > '{adoption + Switched:O}'");
        await enough.CancelAsync();
        var sent = await flowing;
        await hub.WaitForAsync("events.mt_events where type = 'question_recognised'", sent);

        await NoneAsync(hub, $"({Whole}) is not true", "decided by a mix");
        await NoneAsync(hub, $"{Late(national)} and (d.data #>> '{{Releases,nl}}')::int < 3", "by the old release after two seconds");
        await NoneAsync(
            hub,
            $"{Late(adoption)} and d.tenant_id = '{Towns[0]}' and label <> 'twee'",
            "against the choice after two seconds"
        );
        (
            await hub.Database.ScalarAsync<long>(
                $"select count(distinct d.tenant_id) {MarkedRelease.Decisions} where d.data #>> '{{Releases,nl}}' = '3'"
            )
        ).ShouldBe(10);
        hub.Epochs.ShouldBe([4, 4]);
    }

    // Both marks of one release, and of the release that the event names for this town.
    private static readonly string Whole = MarkedRelease.IsWhole(
        "case when (d.data #>> '{Releases,nl}')::int = 2 or d.data #>> array['Releases', d.tenant_id] = '1' then 'twee' else 'drie' end"
    );

    private static string Late(DateTimeOffset published) => $"(d.data ->> 'At')::timestamptz > '{published + Switched:O}'";

    private static Dictionary<string, string> Marked(string mark) => MarkedRelease.Of(TestBlueprint.National(), mark);

    /// <returns>When it was surely in force.</returns>
    private static async Task<DateTimeOffset> PublishedAsync(RoutingHub hub, string layer, int number, Dictionary<string, string> files)
    {
        await hub.PublishAsync(layer, number, files);
        return DateTimeOffset.UtcNow;
    }

    /// <summary>Two hundred messages a second, of new residents of ten towns.</summary>
    private static async Task<long> FlowAsync(RoutingHub hub, CancellationToken enough)
    {
        var sent = 0L;
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!enough.IsCancellationRequested)
        {
            await hub.SendAsync([.. Towns.Select(town => Some.Message(Some.Person(), "Ik wil parkeren", municipality: town))]);
            sent += Towns.Length;
            await beat.WaitForNextTickAsync(CancellationToken.None);
        }
        return sent;
    }

    private static Task<long> DecidedAsync(RoutingHub hub, string where) =>
        Eventually.Async(
            () => hub.Database.ScalarAsync<long>($"select count(*) {MarkedRelease.Decisions} where {where}"),
            count => count > 0,
            where,
            30
        );

    private static async Task NoneAsync(RoutingHub hub, string where, string what) =>
        (await hub.Database.ScalarAsync<long>($"select count(*) {MarkedRelease.Decisions} where {where}")).ShouldBe(0, what);
}
