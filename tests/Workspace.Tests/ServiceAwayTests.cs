using System.Net;

namespace WebcareHub.Workspace.Tests;

/// <summary>The screen says that it tries again by itself when the service is away; then it must.</summary>
public sealed class ServiceAwayTests : IDisposable
{
    [Fact]
    public async Task A_screen_opened_while_the_service_is_away_fills_itself_when_it_is_back()
    {
        api.Refuse("me", HttpStatusCode.ServiceUnavailable);
        api.Refuse("conversations", HttpStatusCode.ServiceUnavailable);
        api.Refuse($"conversations/{Here}", HttpStatusCode.ServiceUnavailable);
        var view = api.View();
        await view.Start(Here);
        (view.Ready, view.Away, view.ListProblem, view.OpenProblem).ShouldBe((false, true, Texts.ErrorApiAway, Texts.ErrorApiAway));

        api.Accept();
        await view.CatchUp(anyway: true);

        (view.Ready, view.Away, view.ListProblem, view.OpenProblem).ShouldBe((true, false, null, null));
        (view.Me?.Name, view.Rows.Count, view.Open?.Row.Id).ShouldBe(("Sietske", 1, Here));
    }

    public void Dispose() => api.Dispose();

    private static readonly Guid Here = new("00000000-0000-0000-0000-00000000000a");
    private readonly SlowApi api = new();
}
