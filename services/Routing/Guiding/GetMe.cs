using WebcareHub.Contracts.Api;
using WebcareHub.Rulebooks;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Routing.Guiding;

/// <summary>Who is signed in.</summary>
internal static class GetMe
{
    public static async Task<Me> Get(Caller caller, Rulebook rulebook, CancellationToken ct)
    {
        var blueprint = (await rulebook.NowAsync(caller.Municipality, ct)).Blueprint;
        return new Me(caller.Id, caller.Name, caller.Municipality, blueprint.Voice.Name, caller.Roles);
    }
}
