using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Pools;
using WebcareHub.Integration.Tests.Routing;
using WebcareHub.Routing.Pools;
using WebcareHub.Routing.Timers;
using WebcareHub.ServiceDefaults;
using WebcareHub.Testing;

namespace WebcareHub.Integration.Tests.Pools.Day;

/// <summary>
/// A day of thirty municipalities in three regions, lived through Routing's handlers on the real database: nobody starves, shares are fair, nobody
/// gets what somebody has, and every question opens and closes for a reason.
/// </summary>
public sealed class SimulatedDayTests
{
    private const int Seed = 5;

    private static readonly string[] KnownCauses =
    [
        OverflowCauses.Closed,
        OverflowCauses.NobodyOnline,
        OverflowCauses.WaitingLongerThan,
        OverflowCauses.WaitingPerColleague,
    ];

    private static readonly string[] KnownEnds = [OverflowEnds.Resolved, OverflowEnds.TakenBack, OverflowEnds.Calm];

    [Fact]
    public async Task A_busy_day_of_three_regions_leaves_nobody_waiting_and_treats_all_by_their_terms()
    {
        var world = new World(Seed, Scale.BusyDay);
        var clock = new SteppedClock(DayRun.Midnight + DayRun.Opens);
        await using var hub = await StartAsync(world, clock);
        var day = new DayRun(hub, clock, world);

        await day.LiveAsync();

        var log = await DayLog.ReadAsync(hub);
        var table = DayTable.Of(world, log, day.ServedInTheSouth);
        Console.WriteLine(table);
        TestContext.Current.TestOutputHelper?.WriteLine(table);
        NobodyWaits(world, log, day);
        SharesAreFair(world, day);
        ReasonsStandBeside(log);
    }

    private static void NobodyWaits(World world, DayLog log, DayRun day)
    {
        day.Starved.ShouldBe(0, "somebody was free while something waited for them");
        day.Doubles.ShouldBe(0, "a question went to two");
        log.MostHolders.ShouldBe(1, "by the log a question was with two at once");
        log.Questions.Count.ShouldBe(world.Asked.Count);
        log.Questions.Where(question => question.AnsweredAt is null).ShouldBeEmpty("not answered");
        // In this day every deadline can be met.
        log.Questions.Where(question => question.AnsweredAt > question.DueAt).ShouldBeEmpty("late");
        log.Questions.Where(question => question.Topic == "paspoort").ShouldAllBe(question => !question.WasOpen && !question.Helped);
        log.GivenBack.ShouldBe(1);
    }

    private static void SharesAreFair(World world, DayRun day)
    {
        var measured = day.ServedInTheSouth.Take(world.MeasuredClaims).CountBy(town => town).ToDictionary();
        var towns = world.TownsOf(World.South).Where(town => world.Asked.Any(asked => asked.Town == town.Code)).ToArray();
        var all = towns.Sum(town => town.Share);
        foreach (var town in towns)
        {
            var expected = world.MeasuredClaims * (double)town.Share / all;
            var served = measured.GetValueOrDefault(town.Code);
            // A small day has too few questions to show five percent.
            Math.Abs(served - expected).ShouldBeLessThanOrEqualTo(Math.Max(1, 0.05 * expected), $"{town.Code} with share {town.Share}");
        }
    }

    private static void ReasonsStandBeside(DayLog log)
    {
        log.Opened.Keys.ShouldAllBe(cause => KnownCauses.Contains(cause));
        log.Closed.Keys.ShouldAllBe(end => KnownEnds.Contains(end));
        log.WithoutReason.ShouldBe(0);
        log.StillOpen.ShouldBe(0);
        log.Opened.Values.Sum().ShouldBe(log.Closed.Values.Sum());
        log.Opened.Count.ShouldBeGreaterThan(1);
        log.Closed.Count.ShouldBeGreaterThan(1);
    }

    private static async Task<RoutingHub> StartAsync(World world, SteppedClock clock)
    {
        // The timers go when the day says so.
        var hub = await RoutingHub.StartAsync(clock: clock, also: builder => Remove<TimerLoop>(builder.Services));
        await hub.PublishAsync("nl", 2, DayBlueprint.National);
        foreach (var town in world.Towns)
            await hub.PublishAsync(town.Code, 1, DayBlueprint.Own(town));
        var keeper = new Caller("keeper", "De beheerder", world.Towns[0].Code, ["manager"]);
        foreach (var region in World.Regions)
        {
            await hub.PublishAsync(region, 1, DayBlueprint.Region(region, world.TownsOf(region)));
            await hub.Get<Offices>()
                .NameAsync(region, new(keeper.Municipality, keeper.Id, keeper.Name, Office.Poolkeeper), "operator", default);
            await ShareHandsAsync(hub, keeper, region, world);
        }
        return hub;
    }

    private static async Task ShareHandsAsync(RoutingHub hub, Caller keeper, string region, World world)
    {
        var desk = hub.Get<PoolDesk>();
        foreach (var town in world.TownsOf(region))
            Ok(await Join.Put(region, town.Code, new JoinPool(town.Share, true, [], []), keeper, desk, default));
        foreach (var colleague in world.Colleagues.Where(one => one.Region == region))
            Ok(
                await Admit.Put(
                    region,
                    colleague.Caller.Municipality,
                    colleague.Caller.Id,
                    new AdmitAgent(colleague.Caller.Name),
                    keeper,
                    desk,
                    default
                )
            );
    }

    private static void Ok(Results<Ok<PoolDetail>, NotFound, ProblemHttpResult> done) => done.Result.ShouldBeOfType<Ok<PoolDetail>>();

    private static void Remove<T>(IServiceCollection services)
    {
        foreach (var service in services.Where(service => service.ImplementationType == typeof(T)).ToArray())
            services.Remove(service);
    }
}
