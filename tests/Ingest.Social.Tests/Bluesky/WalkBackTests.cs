using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using WebcareHub.Ingest.Social.Bluesky.Calling;
using WebcareHub.Ingest.Social.Bluesky.Pulling;
using WebcareHub.Ingest.Social.Bluesky.Reading;

namespace WebcareHub.Ingest.Social.Tests.Bluesky;

/// <summary>Against a list that answers as the network does: newest first, by the author's clock when that is behind.</summary>
public sealed class WalkBackTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
    private readonly List<(string Uri, DateTimeOffset At)> list = [];
    private int questions;
    private bool emptyPages;

    [Fact]
    public async Task New_ones_come_oldest_first_and_once()
    {
        var place = await ReadAllAsync(new Place(Now.AddMinutes(-5), []));
        Write(3, Now.AddMinutes(-4));
        place = await ReadAllAsync(place, "0 1 2");
        Write(2, Now.AddMinutes(-2));
        place = await ReadAllAsync(place, "3 4");
        await ReadAllAsync(place, "");
    }

    [Fact]
    public async Task A_hundred_thousand_are_handed_on_without_one_missing()
    {
        Write(100_000, Now.AddHours(-20));
        var (all, place) = await AllAsync(new Place(Now.AddHours(-21), []));
        all.Count.ShouldBe(100_000);
        all.Distinct().Count().ShouldBe(100_000);
        place.Gap.ShouldBeNull();
        place.Write().Length.ShouldBeLessThan(20_000);
    }

    [Fact]
    public async Task What_shares_a_millisecond_with_the_end_of_a_page_is_not_left_out()
    {
        Write(1_000, Now.AddHours(-3), atOnce: 7);
        var (all, _) = await AllAsync(new Place(Now.AddHours(-4), []));
        all.Order().ShouldBe(Enumerable.Range(0, 1_000));
    }

    [Fact]
    public async Task What_comes_in_during_a_long_walk_is_found_after_it()
    {
        Write(1_000, Now.AddHours(-3));
        var first = await WalkAsync(new Place(Now.AddHours(-4), []));
        first.More.ShouldBeTrue();
        Write(5, Now.AddMinutes(-1));
        var (rest, place) = await AllAsync(first.Next);
        var (last, _) = await AllAsync(place);
        Names(first.Fresh).Concat(rest).Concat(last).Order().ShouldBe(Enumerable.Range(0, 1_005));
    }

    [Fact]
    public async Task Odd_empty_pages_are_no_end()
    {
        emptyPages = true;
        Write(120, Now.AddMinutes(-5));
        var (all, _) = await AllAsync(new Place(Now.AddHours(-1), []));
        all.Count.ShouldBe(120);
    }

    [Fact]
    public async Task A_server_that_only_gives_empty_pages_is_not_asked_for_ever()
    {
        var asked = 0;
        var walked = await WalkBack.FromAsync(
            new Place(Now.AddHours(-1), []),
            _ => Task.FromResult(Answer(new JsonObject { ["notifications"] = new JsonArray(), ["cursor"] = $"{asked++}" })),
            uri => uri,
            Now
        );
        (walked.More, walked.Next.Gap, asked).ShouldBe((false, null, WalkBack.EmptyAtOnce));
    }

    [Fact]
    public async Task A_page_that_fails_halfway_loses_nothing()
    {
        Write(300, Now.AddMinutes(-30));
        var failed = await WalkAsync(new Place(Now.AddHours(-1), []), failAt: 3);
        failed.Failure!.Status.ShouldBe(502);
        var (rest, _) = await AllAsync(failed.Next);
        Names(failed.Fresh).Concat(rest).Order().ShouldBe(Enumerable.Range(0, 300));
    }

    [Fact]
    public async Task A_first_page_that_fails_leaves_the_place_as_it_was()
    {
        var place = new Place(Now.AddHours(-1), ["a"]);
        (await WalkAsync(place, failAt: 1)).Next.ShouldBe(place);
    }

    [Fact]
    public async Task An_author_whose_clock_is_behind_is_heard()
    {
        Write(10, Now.AddMinutes(-30));
        var place = await ReadAllAsync(new Place(Now.AddHours(-1), []), "0 1 2 3 4 5 6 7 8 9");
        list.Insert(0, (Address(10, Now), Now.AddHours(-5)));
        place = await ReadAllAsync(place, "10");
        list.Add((Address(11, Now), Now.AddYears(-3)));
        place = await ReadAllAsync(place, "11");
        await ReadAllAsync(place, "");
    }

    [Fact]
    public async Task What_slides_up_when_others_are_taken_back_is_not_new()
    {
        Write(200, Now.AddHours(-2));
        var place = (await AllAsync(new Place(Now.AddHours(-3), []))).Place;
        list.RemoveRange(0, 60);
        await ReadAllAsync(place, "");
    }

    [Fact]
    public void However_they_come_each_is_handed_on_once() =>
        Prop.ForAll(
                Gen.ListOf(Gen.Choose(0, 130)).ToArbitrary(),
                bursts =>
                {
                    list.Clear();
                    var at = Now.AddHours(-10);
                    var place = new Place(at, []);
                    var all = new List<int>();
                    foreach (var burst in bursts.Take(20))
                    {
                        Write(burst, at = at.AddMinutes(20));
                        var (read, next) = AllAsync(place).GetAwaiter().GetResult();
                        all.AddRange(read);
                        place = Place.Read(next.Write())!;
                    }

                    return all.SequenceEqual(Enumerable.Range(0, list.Count));
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("onzin")]
    [InlineData("[1]")]
    public void A_cursor_that_is_none_of_ours_is_none(string cursor) => Place.Read(cursor).ShouldBeNull();

    private void Write(int count, DateTimeOffset from, int atOnce = 1)
    {
        var first = list.Count;
        var added = Enumerable.Range(0, count).Select(i => (Address(first + i, from), from.AddMilliseconds(i / atOnce)));
        list.InsertRange(0, added.Reverse());
    }

    private static string Address(int number, DateTimeOffset made) =>
        $"at://did:plc:inwoner{number}/app.bsky.feed.post/{Tid.Write(made.ToUnixTimeMilliseconds() * 1000, 0)}";

    private async Task<Place> ReadAllAsync(Place place, string? expected = null)
    {
        var (all, next) = await AllAsync(place);
        string.Join(' ', all).ShouldBe(expected ?? "");
        return Place.Read(next.Write())!;
    }

    private async Task<(List<int> All, Place Place)> AllAsync(Place place)
    {
        var slices = new List<int[]>();
        for (var more = true; more; )
        {
            var walked = await WalkAsync(place);
            walked.Failure.ShouldBeNull();
            slices.Add([.. Names(walked.Fresh)]);
            (place, more) = (walked.Next, walked.More);
        }

        // A walk in several questions gives the newest slice first, each oldest first.
        slices.Reverse();
        return ([.. slices.SelectMany(slice => slice)], place);
    }

    private async Task<WalkBack.Walked> WalkAsync(Place place, int failAt = 0)
    {
        questions = 0;
        return await WalkBack.FromAsync(place, cursor => Task.FromResult(++questions == failAt ? Failed : Page(cursor)), uri => uri, Now);
    }

    private XrpcAnswer Page(string? cursor)
    {
        if (emptyPages && cursor?.StartsWith('e') != true)
        {
            return Answer(new JsonObject { ["notifications"] = new JsonArray(), ["cursor"] = "e" + cursor });
        }

        var before = cursor?.TrimStart('e') is { Length: > 0 } told ? Moment(told) : DateTimeOffset.MaxValue;
        if (list.Count > 0 && list[0].At < list[^1].At || list.Count < 20)
        {
            list.Sort((one, other) => other.At.CompareTo(one.At));
        }

        var first = list.FindIndex(one => one.At < before);
        var page = first < 0 ? [] : list.Skip(first).Take(50).ToArray();
        return Answer(
            new JsonObject
            {
                ["notifications"] = new JsonArray([.. page.Select(View)]),
                ["cursor"] = page.Length == 50 ? Written(page[^1].At) : null,
            }
        );
    }

    private static JsonObject View((string Uri, DateTimeOffset At) one) =>
        new()
        {
            ["uri"] = one.Uri,
            ["reason"] = "mention",
            ["indexedAt"] = Written(one.At),
        };

    private static IEnumerable<int> Names(IEnumerable<JsonElement> fresh) =>
        fresh.Select(one =>
            int.Parse(AtUri.Did(one.GetProperty("uri").GetString())!["did:plc:inwoner".Length..], CultureInfo.InvariantCulture)
        );

    private static string Written(DateTimeOffset at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string told) => DateTimeOffset.Parse(told, CultureInfo.InvariantCulture);

    private static XrpcAnswer Failed { get; } = new(502, "UpstreamFailure", default);

    private static XrpcAnswer Answer(JsonObject body)
    {
        using var document = JsonDocument.Parse(body.ToJsonString());
        return new(200, null, document.RootElement.Clone());
    }
}
