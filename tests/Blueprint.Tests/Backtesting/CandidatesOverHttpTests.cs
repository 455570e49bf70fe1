using System.Net;
using WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Tests.Backtesting;

[Collection(nameof(Discussions))]
public sealed class CandidatesOverHttpTests(BlueprintHost host)
{
    private const string File = "proef-kandidaat.yaml";
    private const string Text = "De container is vol.";

    [Fact]
    public async Task A_draft_is_tried_as_its_writer_has_it_and_by_nobody_else()
    {
        await host.PublishFolderAsync();
        await host.RecordAsync("GM0193", Text);
        var writer = host.Colleague("joris", "GM0193", "editor", "webcare");
        var edit = new Dictionary<string, string?> { [File] = Trials.ContainersFirst("proef-concept") };
        await host.SendAsync<Draft>(HttpMethod.Put, writer, "/api/v1/drafts/GM0193", new SaveDraft(0, edit));
        var asked = Trials.Of(new(Layer: "GM0193", Draft: true));

        var id = await host.TryAsync(writer, asked);
        var report = await host.ReportAsync(writer, id);

        (await host.BacktestAsync(writer, id)).Title.ShouldStartWith("uw concept van ");
        FirstInLine(report, "gemeente Zwolle");
        (await host.StatusAsync(HttpMethod.Post, Trials.Path, host.Colleague("wim", "GM0193", "editor"), asked)).ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task A_proposal_is_tried_by_who_may_see_it()
    {
        await host.PublishFolderAsync();
        await host.RecordAsync("GM0060", Text);
        var (writer, other) = (host.Colleague("eva", "GM0060", "webcare"), host.Colleague("hans", "GM0060", "webcare"));
        var member = new NameMember("Eva", TeamRole.Editor);
        await host.SendAsync<TeamMember>(HttpMethod.Put, host.As("GM0363", "operator"), "/api/v1/teams/nl/members/GM0060/eva", member);
        var last = (await host.GetAsync<Releases>(writer, "/api/v1/releases?layer=nl")).Items[0].Number;
        var form = new NewProposal("nl", "Containers", "Het helpt.", [], [new(File, Trials.ContainersFirst("nl.proef.voorstel"))], last);
        var proposal = (await host.PostAsync<ProposalDetail>(writer, "/api/v1/proposals", form)).Proposal.Id;
        var asked = Trials.Of(new(Proposal: proposal));

        var id = await host.TryAsync(writer, asked);
        var report = await host.ReportAsync(writer, id);

        (await host.BacktestAsync(writer, id)).Title.ShouldBe("voorstel 'Containers'");
        FirstInLine(report, "landelijk");
        (await host.StatusAsync(HttpMethod.Post, Trials.Path, other, asked)).ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_layer_of_a_region_changes_what_its_members_do_and_nobody_else()
    {
        await host.PublishFolderAsync();
        await host.RecordAsync("GM0072", Text);
        await host.RecordAsync("GM0093", Text);
        var (member, outsider) = (host.As("GM0072", "webcare"), host.As("GM0093", "webcare"));
        var last = (await host.GetAsync<Releases>(member, "/api/v1/releases?layer=wadden")).Items[0].Number;
        var region = await host.GetAsync<ReleaseContent>(member, $"/api/v1/releases/wadden/{last}");
        var files = new Dictionary<string, string>(region.Files) { [File] = Trials.ContainersFirst("wadden.proef") };
        var asked = Trials.Of(new(Layer: "wadden", Files: files)) with { Scope = BacktestScope.Region, Against = BacktestBaseline.InForce };

        var inside = await host.ReportAsync(member, await host.TryAsync(member, asked));
        var outside = await host.ReportAsync(outsider, await host.TryAsync(outsider, asked));

        FirstInLine(inside, "regio Wadden");
        inside.Municipalities.Select(town => town.Code).ShouldBe(["GM0072"]);
        (inside.Changed, inside.NotSharing).ShouldBe((1, 1));
        (outside.Messages, outside.Changed).ShouldBe((1, 0));
    }

    private static void FirstInLine(BacktestReport report, string layer)
    {
        var sample = report.Priority().ShouldHaveSingleItem();
        (sample.To, sample.Text, sample.Why).ShouldBe(("urgent", Text, $"Containers eerst ({layer})"));
    }
}
