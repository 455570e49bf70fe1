using WebcareHub.Contracts.Api;
using static WebcareHub.Integration.Tests.Routing.RoutingHub;

namespace WebcareHub.Integration.Tests.Routing;

public sealed class ReferralTests
{
    [Fact]
    public async Task A_rule_that_refers_shows_the_partner_among_what_applies_here()
    {
        await using var hub = await StartAsync();
        await hub.PublishAsync(
            "GM0088",
            1,
            new()
            {
                ["layer.yaml"] = """
                layer: { title: Schiermonnikoog, kind: municipality }
                defaults: { owner: T }
                partners:
                  - { id: waterschap, title: Wetterskip, url: https://www.wetterskipfryslan.nl, text: Voor sloten en dijken. }
                rules:
                  - { id: sloot, title: De sloot is van het waterschap, when: { text: sloot }, then: { refer: waterschap } }
                """,
            }
        );
        await hub.SendAsync(Some.Message(Some.Person(), "De sloot is vol"));
        await hub.WaitForAsync("routing.conversations", 1);
        var id = await hub.Database.ScalarAsync<Guid>("select id from routing.conversations");

        var guidance = await GetAsync<Guidance>(hub.Client(), $"/api/v1/conversations/{id}/guidance");

        guidance
            .Entries.ShouldHaveSingleItem()
            .ShouldBe(new("waterschap", "Verwijs naar Wetterskip", "Voor sloten en dijken. https://www.wetterskipfryslan.nl", "GM0088"));
    }
}
