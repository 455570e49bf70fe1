using System.Net;
using WebcareHub.Contracts.Api;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;

namespace WebcareHub.Blueprint.Tests.Care;

[Collection(nameof(Discussions))]
public sealed class CareOverHttpTests(BlueprintHost host)
{
    [Fact]
    public async Task An_entry_that_was_looked_at_leaves_the_calendar_by_a_release()
    {
        await host.PublishFolderAsync();
        var keeper = host.Colleague("keeper", "GM0088", "operator");
        var until = "/api/v1/reviews?layer=wadden&until=2099-01-01";
        var before = (await host.GetAsync<Reviews>(keeper, until)).Items[0];
        before.MayReview.ShouldBeTrue();
        var path = $"/api/v1/reviews/{before.Section}/{before.Entry}";
        var next = before.On.AddYears(1);

        using var stranger = await host.PostAsync(host.Colleague("x", "GM0088", "webcare"), path, new NewReview("wadden", next));
        stranger.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        using var past = await host.PostAsync(keeper, path, new NewReview("wadden", new DateOnly(2020, 1, 1)));
        (await past.DetailAsync()).ShouldContain("na vandaag");
        var release = await host.PostAsync<Release>(keeper, path, new NewReview("wadden", next));

        release.Notes.ShouldStartWith("Nagekeken: ");
        var after = (await host.GetAsync<Reviews>(keeper, until)).Items;
        after.Single(item => item.Section == before.Section && item.Entry == before.Entry).On.ShouldBe(next);
        using var foreign = await host.SendAsync(HttpMethod.Get, "/api/v1/reviews?layer=GM0193", keeper);
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_nobody_had_an_answer_to_is_counted_at_home_and_together_from_five_municipalities()
    {
        await host.PublishFolderAsync();
        foreach (var municipality in new[] { "GM0014", "GM0034", "GM0037", "GM0047" })
        {
            await host.ConversationAsync(municipality, Asked("proef.kliko"), Answered(null), Ended());
        }

        // At home: one with a standard answer, one that ends twice and is answered by hand once.
        await host.ConversationAsync("GM0080", Asked("proef.kliko"), Answered("afval-gft"), Ended());
        await host.Service<Feed>().CaughtUpAsync("blueprint.unanswered:All", CancellationToken.None);
        (await TogetherAsync()).ShouldBeEmpty();
        await EndTwiceAsync("GM0080");
        await host.Service<Feed>().CaughtUpAsync("blueprint.unanswered:All", CancellationToken.None);

        var own = await host.GetAsync<UnansweredWeeks>(host.Colleague("a", "GM0080"), "/api/v1/unanswered");
        own.Items.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                week => week.Topic.ShouldBe("proef.kliko"),
                week => week.Conversations.ShouldBe(1),
                week => week.Of.ShouldBe(2),
                week => week.Week.DayOfWeek.ShouldBe(DayOfWeek.Monday)
            );
        (await TogetherAsync())
            .ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(week => week.Conversations.ShouldBe(5), week => week.Municipalities.ShouldBe(5));
        (await host.PostgresAsync<long>("select count(*) from blueprint.unanswered_everywhere where unanswered is not null")).ShouldBe(1);
    }

    [Fact]
    public async Task Care_is_told_of_the_own_layers_alone()
    {
        await host.PublishFolderAsync();
        var report = await host.GetAsync<CareReport>(host.Colleague("b", "GM0088"), "/api/v1/care");
        report.Findings.Select(finding => finding.Layer).Distinct().ShouldBeSubsetOf(["nl", "wadden", "GM0088"]);
        using var foreign = await host.SendAsync(HttpMethod.Get, "/api/v1/care?layer=GM0193", host.Colleague("b", "GM0088", "operator"));
        foreign.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    /// <summary>Answered by hand, then open again and acknowledged by itself.</summary>
    private Task<Guid> EndTwiceAsync(string municipality) =>
        host.ConversationAsync(
            municipality,
            Asked("proef.kliko"),
            Answered(null),
            Ended(),
            new Reopened(null, DateTimeOffset.UtcNow),
            Asked(null),
            Answered(null, automatic: true),
            Ended()
        );

    private async Task<IReadOnlyList<UnansweredWeek>> TogetherAsync() =>
        (await host.GetAsync<UnansweredWeeks>(host.Colleague("c", "GM0014"), "/api/v1/unanswered?scope=all")).Items;

    private static QuestionRecognised Asked(string? topic) =>
        new(
            Guid.NewGuid(),
            Guid.NewGuid(),
            topic,
            null,
            "normal",
            "webcare",
            [],
            new Dictionary<string, int>(),
            1,
            new Dictionary<string, string>(),
            DateTimeOffset.UtcNow
        );

    private static ReplyRequested Answered(string? answer, bool automatic = false) =>
        new(Guid.NewGuid(), null, answer, null, null, null, null, [], automatic, BlueprintHost.Operator, null, DateTimeOffset.UtcNow);

    private static Resolved Ended() => new("answered", null, BlueprintHost.Operator, DateTimeOffset.UtcNow);
}
