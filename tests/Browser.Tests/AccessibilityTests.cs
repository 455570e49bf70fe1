using WebcareHub.BrowserTests.Harness;

namespace WebcareHub.BrowserTests;

/// <summary>axe finds nothing on any page, wide and narrow; a strict policy forbids anything inline or from elsewhere.</summary>
public sealed class AccessibilityTests(HubWithBrowser hub)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task Every_page_is_clean(int width, int height)
    {
        var visitor = await hub.Visitor(width, height);
        await visitor.GotoAsync("/aanmelden");
        await visitor.ShouldBeClean("aanmelden");
        var page = await hub.SignedIn("Fenna Dijkstra", width, height);
        await page.ShouldBeClean("werkvoorraad");
        foreach (
            var path in new[]
            {
                "beheer/ontvangen",
                "beheer/mislukt",
                "beheer/kanalen",
                "beheer/verwerkingslog",
                "toegankelijkheid",
                "niet-gevonden",
            }
        )
        {
            await page.GotoAsync("/" + path);
            await page.Locator("h1").WaitForAsync();
            await page.ShouldBeClean(path.Replace('/', '-'));
        }
    }

    [Fact]
    public async Task Nothing_runs_inline_and_nothing_comes_from_elsewhere()
    {
        var page = await hub.Visitor();
        var answer = await page.GotoAsync("/aanmelden");
        var policy = answer!.Headers["content-security-policy"];
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
    }

    [Fact]
    public async Task Who_is_not_signed_in_sees_no_work_list()
    {
        var page = await hub.Visitor();
        await page.GotoAsync("/werkvoorraad");
        new Uri(page.Url).AbsolutePath.ShouldBe("/aanmelden");
    }
}
