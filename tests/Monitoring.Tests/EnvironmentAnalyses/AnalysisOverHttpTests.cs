using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Npgsql;
using WebcareHub.Contracts.Api;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.EnvironmentAnalyses.Counting;
using WebcareHub.RulesOfEngagement.Likeness;
using WebcareHub.Testing;

namespace WebcareHub.Monitoring.Tests.EnvironmentAnalyses;

/// <summary>From the messages of a surge to the page a crisis team reads: counted exactly, about nobody, and frozen for good.</summary>
public sealed class AnalysisOverHttpTests(MonitoringHost host) : IClassFixture<MonitoringHost>
{
    private const string Named = "annie bakker van de proefweg 12 zit vast in het water, bel 0612345678 of @annie_b";
    private static readonly string Page = $"/environment-analyses/{Surge.Crisis}";
    private static readonly EnvironmentAdvice Advice = new(
        "Zeg waar zandzakken zijn.",
        "Vraag kijkers weg te blijven.",
        "Noem de zorgen.",
        "Blijf weg bij de dijk.",
        null
    );

    [Fact]
    public async Task An_analyst_freezes_what_a_surge_says_and_it_never_changes()
    {
        var surge = new Surge(host);
        await surge.BeginAsync();
        await surge.ComeAsync();
        await surge.TogetherAsync(Named);
        await surge.TogetherAsync("Hier is niets aan de hand, maar waar haal ik zandzakken?", "GM0193", 1);
        foreach (var said in surge.All.DistinctBy(said => said.Conversation).Where((_, at) => at % 3 == 0))
            await surge.AnsweredAsync(said);
        await CaughtUpAsync();

        var analyst = host.As("ana", "GM0072", "analyst");
        var page = await host.ReadAsync<EnvironmentAnalysis>(analyst, Page);
        (page.MayWrite, page.NextNumber, page.Picture.Exercise).ShouldBe((true, 1, true));
        CountsWhatWasSaid(page.Picture, surge.All);
        AsksWhatWasAsked(page.Picture, surge.All);
        page.Picture.Rumours.ShouldHaveSingleItem().Spread.ShouldBe("Facebook, 3 keer gezien");
        AboutNobody(page.Text);

        var frozen = await FreezeAsync(analyst);
        await SomebodyIsForgottenAsync(surge, page.Picture);
        await NothingChangesAsync(analyst, frozen);
        await MadeAnewAsync(analyst, page.Picture);
        await OthersAsync();
        await AsItWasAsync(surge, analyst);
    }

    private static void CountsWhatWasSaid(EnvironmentPicture picture, List<Surge.Said> all)
    {
        picture.Messages.ShouldBe(all.Count);
        picture.Questions.ShouldBe(People(all));
        picture.Questions!.Value.ShouldBeLessThan(all.Count, "who gets no answer writes again");
        picture
            .Channels.Select(each => (each.Channel, each.Messages))
            .ShouldBe(all.CountBy(said => said.Channel).OrderByDescending(each => each.Value).Select(each => (each.Key, (int?)each.Value)));
        var hours = all.CountBy(said => said.At.UtcDateTime.Date.AddHours(said.At.UtcDateTime.Hour)).ToDictionary();
        picture.Hours.Sum(hour => hour.Messages).ShouldBe(all.Count);
        picture.Hours.ShouldAllBe(hour => hour.Messages == hours.GetValueOrDefault(hour.Hour.UtcDateTime));

        int Holding(string words) => People(all.Where(said => Regex.IsMatch(said.Text, words, RegexOptions.IgnoreCase)));
        picture
            .Behaviour.Concat(picture.Perception)
            .ToDictionary(sign => sign.Title, sign => sign.Questions)
            .ShouldBe(
                new Dictionary<string, int?>
                {
                    ["Mensen halen zandzakken"] = Holding(@"\bzandzak"),
                    ["Mensen komen kijken"] = Holding(@"\bte\s+kijken\b"),
                    ["Angst"] = Holding(@"\bbang\b|\bgevaarlijk"),
                    ["Boosheid"] = Holding(@"\bschande"),
                },
                ignoreOrder: true
            );
        picture.Behaviour.Single(sign => sign.Title == "Mensen komen kijken").Risk.ShouldBeTrue();
    }

    private static int People(IEnumerable<Surge.Said> said) => said.Select(one => one.Conversation).Distinct().Count();

    /// <summary>Grouped here from the source alone, in one go.</summary>
    private static void AsksWhatWasAsked(EnvironmentPicture picture, List<Surge.Said> all)
    {
        var groups = new Groups();
        var largest = all.Select(said => (Said: said, Signature: MinHash.Of(Wording.Of(said.Text, said.Name))))
            .Where(each => each.Signature is not null)
            .GroupBy(each => groups.Add(each.Signature!, 0, each.Said.At), each => each.Said)
            .OrderByDescending(People)
            .Take(5)
            .ToArray();
        picture.Top.Take(5).Select(question => question.Questions).ShouldBe(largest.Select(People));
        var inThem = largest.SelectMany(group => group).Select(said => said.Conversation).ToHashSet();
        var others = People(all.Where(said => !inThem.Contains(said.Conversation)));
        picture.Other.ShouldBe(others is > 0 and < 5 ? null : others);
        picture.Top.ShouldContain(question => question.Words.Contains("zandzakken"));
        picture.Top.ShouldContain(question => question.Words.Contains("school"));
        picture.Top.ShouldAllBe(question => question.Answered == EnvironmentAnswered.Partly);
    }

    private static void AboutNobody(string text)
    {
        text.ShouldNotContain("@");
        Regex.IsMatch(text, @"\d{6,}").ShouldBeFalse(text);
        text.ShouldNotContain("06-");
        foreach (var name in Surge.Names.Concat(["annie", "bakker", "Kees", "proefweg", "voorbeeld.nl"]))
            Regex.IsMatch(text, $@"\b{name}\b", RegexOptions.IgnoreCase).ShouldBeFalse($"{name}: {text}");
    }

    private async Task<EnvironmentVersion> FreezeAsync(string analyst)
    {
        using var handle = await SendAsync(analyst, "/advice", Advice with { Information = "Vraag het @sanne_88" }, HttpMethod.Put);
        (await handle.Content.ReadAsStringAsync()).ShouldContain("een accountnaam");
        using var saved = await SendAsync(analyst, "/advice", Advice, HttpMethod.Put);
        saved.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await host.ReadAsync<EnvironmentAnalysis>(analyst, Page)).Advice.ShouldBe(Advice);

        using var made = await SendAsync(analyst, "/versions", new FreezeEnvironmentAnalysis(1, Advice));
        made.StatusCode.ShouldBe(HttpStatusCode.Created, await made.Content.ReadAsStringAsync());
        var version = await host.ReadAsync<EnvironmentVersion>(analyst, Page + "/versions/1");
        version.Text.ShouldContain("Versie 1, vastgesteld");
        version.Text.ShouldContain("OEFENING", Case.Sensitive);
        version.Text.ShouldContain("Schadebeperking: Vraag kijkers weg te blijven.");
        return version;
    }

    /// <summary>Who is forgotten is still counted, and nothing leads to them any more.</summary>
    private async Task SomebodyIsForgottenAsync(Surge surge, EnvironmentPicture before)
    {
        var forgotten = surge.All[1];
        await surge.ErasedAsync(forgotten);
        await CaughtUpAsync();
        var rows = $"select count(*) from monitoring.environment_messages where conversation_id = '{forgotten.Conversation}'";
        (await host.PostgresAsync<long>(rows)).ShouldBe(0);
        var after = await host.ReadAsync<EnvironmentAnalysis>(host.As("ana", "GM0072", "analyst"), Page);
        (after.Picture.Messages, after.Picture.Questions).ShouldBe((before.Messages, before.Questions));
    }

    private async Task NothingChangesAsync(string analyst, EnvironmentVersion frozen)
    {
        using var again = await SendAsync(
            analyst,
            "/versions",
            new FreezeEnvironmentAnalysis(1, Advice with { CoreMessage = "Iets anders." })
        );
        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.Content.ReadAsStringAsync()).ShouldContain("al vastgesteld");
        string[] attempts =
        [
            "update monitoring.environment_versions set version = '{}'",
            "delete from monitoring.environment_versions",
            "truncate monitoring.environment_versions",
        ];
        foreach (var attempt in attempts)
            (await Should.ThrowAsync<PostgresException>(() => host.PostgresAsync<int>(attempt))).MessageText.ShouldContain("never changes");

        var text = await ReadAsync(analyst, "/versions/1.txt");
        Encoding.UTF8.GetString(text).ShouldBe(frozen.Text);
        var pdf = Encoding.Latin1.GetString(await ReadAsync(analyst, "/versions/1.pdf"));
        pdf.ShouldStartWith("%PDF-1.4");
        pdf.ShouldContain("Voorgestelde kernboodschap");
        AboutNobody(string.Join(' ', Regex.Matches(pdf, @"\((.*?)(?<!\\)\) Tj").Select(piece => piece.Groups[1].Value)));
    }

    /// <summary>Counted anew from the log, in another process as it were, it is the same; the versions stay.</summary>
    private async Task MadeAnewAsync(string analyst, EnvironmentPicture before)
    {
        await host.CountAnewAsync(EnvironmentProjection.Environment);
        var page = await host.ReadAsync<EnvironmentAnalysis>(analyst, Page);
        (page.Picture.Messages, page.NextNumber).ShouldBe((before.Messages, 2));
        page.Picture.Channels.ShouldBe(before.Channels);
        page.Versions.ShouldHaveSingleItem().By.ShouldBe("ana");
        var hours = await host.ReadAsync<EnvironmentHours>(analyst, Page + "/hours");
        hours.Hours.Sum(hour => hour.Messages).ShouldBe(before.Messages);
    }

    private async Task OthersAsync()
    {
        using var stranger = await host.SendAsync(HttpMethod.Get, host.As("piet", "GM0193", "analyst", "admin"), Page);
        stranger.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var colleague = host.As("jan", "GM0088", "webcare");
        (await host.ReadAsync<EnvironmentAnalysis>(colleague, Page)).MayWrite.ShouldBeFalse();
        using var refused = await SendAsync(colleague, "/versions", new FreezeEnvironmentAnalysis(2, Advice));
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    /// <summary>Whatever comes after a moment, the page of that moment stays what was shown then; also when all is counted anew.</summary>
    private async Task AsItWasAsync(Surge surge, string analyst)
    {
        var (page, hours) = (await LookAsync(analyst, ""), await LookAsync(analyst, "/hours"));
        await surge.GoesOnAsync(MonitoringHost.Now.AddMinutes(30));
        ((SteppedClock)host.Get<TimeProvider>()).MoveTo(MonitoringHost.Now.AddHours(2));
        using var saved = await SendAsync(analyst, "/advice", Advice with { Damage = "Sluit de dijk af." }, HttpMethod.Put);
        using var made = await SendAsync(analyst, "/versions", new FreezeEnvironmentAnalysis(2, Advice));
        made.StatusCode.ShouldBe(HttpStatusCode.Created);
        await CaughtUpAsync();

        var then = $"?at={MonitoringHost.Now:yyyy-MM-ddTHH:mm:ssZ}";
        for (var round = 0; round < 2; round++)
        {
            (await LookAsync(analyst, then)).ShouldBe(page);
            (await LookAsync(analyst, "/hours" + then)).ShouldBe(hours);
            (await LookAsync(analyst, "")).ShouldNotBe(page);
            (await LookAsync(analyst, "/hours")).ShouldNotBe(hours);
            await host.CountAnewAsync(EnvironmentProjection.Environment);
        }

        using var before = await host.SendAsync(HttpMethod.Get, analyst, Page + "?at=2026-12-01T00:00:00Z");
        before.StatusCode.ShouldBe(HttpStatusCode.NotFound, "it was not declared by then");
    }

    private async Task<string> LookAsync(string token, string path)
    {
        var page = await host.ReadAsync<JsonObject>(token, Page + path);
        _ = (page.Remove("lag"), page.Remove("mayWrite"));
        return page.ToJsonString();
    }

    private Task CaughtUpAsync() => host.Get<Feed>().CaughtUpAsync(CountMessages.Checkpoint, CancellationToken.None);

    private Task<HttpResponseMessage> SendAsync(string token, string path, object body, HttpMethod? method = null) =>
        host.SendAsync(method ?? HttpMethod.Post, token, Page + path, body);

    private async Task<byte[]> ReadAsync(string token, string path)
    {
        using var answer = await host.SendAsync(HttpMethod.Get, token, Page + path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
