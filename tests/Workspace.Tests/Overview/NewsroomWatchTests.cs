using WebcareHub.Contracts.Api;
using WebcareHub.Workspace.Api;
using WebcareHub.Workspace.Overview.Now;

namespace WebcareHub.Workspace.Tests.Overview;

/// <summary>Hundreds may watch: one of them looks, all of them see.</summary>
public sealed class NewsroomWatchTests
{
    [Fact]
    public async Task However_many_watch_one_looks_each_turn_and_all_see_the_same()
    {
        var (looks, seen) = (0, new List<Newsroom?>());
        var watching = Enumerable
            .Range(0, 300)
            .Select(_ => new NewsroomWatch.Watcher(() => Task.FromResult(Newsroom(++looks)), (newsroom, _) => seen.Add(newsroom)))
            .ToList();

        await NewsroomWatch.Turn(watching, turn: 0);
        await NewsroomWatch.Turn(watching, turn: 301);

        looks.ShouldBe(2);
        seen.Select(newsroom => newsroom!.Total.Waiting).ShouldBe([.. Enumerable.Repeat(1, 300), .. Enumerable.Repeat(2, 300)]);
    }

    [Fact]
    public async Task When_the_look_is_refused_all_hear_why_and_the_next_turn_another_looks()
    {
        var (said, seen) = (new List<string?>(), new List<Newsroom?>());
        NewsroomWatch.Watcher[] watching =
        [
            new(() => throw new ApiRefusal(401, "signed-out", "U bent afgemeld.", []), (newsroom, problem) => Note(newsroom, problem)),
            new(() => Task.FromResult(Newsroom(7)), (newsroom, problem) => Note(newsroom, problem)),
        ];

        await NewsroomWatch.Turn(watching, turn: 0);
        said.ShouldBe(["U bent afgemeld.", "U bent afgemeld."]);
        await NewsroomWatch.Turn(watching, turn: 1);
        seen[^1].ShouldNotBeNull().Total.Waiting.ShouldBe(7);
        said[^1].ShouldBeNull();

        void Note(Newsroom? newsroom, string? problem)
        {
            seen.Add(newsroom);
            said.Add(problem);
        }
    }

    [Fact]
    public async Task Who_left_sees_no_more_and_an_empty_room_looks_no_more()
    {
        var looks = 0;
        var seen = new TaskCompletionSource();
        var watch = new NewsroomWatch(TimeProvider.System);
        NewsroomWatch.Watcher watcher = new(
            () => Task.FromResult(Newsroom(Interlocked.Increment(ref looks))),
            (_, _) => seen.TrySetResult()
        );
        var seat = watch.Join(new("GM0072", false), TimeSpan.FromMilliseconds(5), watcher);
        await seen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        seat.Dispose();
        await Task.Delay(50, TestContext.Current.CancellationToken);
        var before = Volatile.Read(ref looks);
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Volatile.Read(ref looks).ShouldBe(before);
    }

    private static Newsroom Newsroom(int waiting) =>
        new(
            "GM0072",
            "gemeente Harlingen",
            [],
            DateTimeOffset.UnixEpoch,
            true,
            5,
            new(0, null, 0, null, waiting, null, 0, 0, 0, 0, 0),
            [],
            [],
            [],
            [],
            new(0, 0, false, null)
        );
}
