using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Contracts.Api;
using WebcareHub.ServiceDefaults;

namespace WebcareHub.Blueprint.Joining;

/// <summary><c>GET /api/v1/memberships</c>: how the caller's municipality takes part.</summary>
internal static class ShowMembership
{
    internal static async Task<Ok<Membership>> Get(Caller caller, Bookcase bookcase, CancellationToken ct)
    {
        var edition = await bookcase.NowAsync(ct);
        var registered = edition.Blueprint.Register.Any(each => each.Code == caller.Municipality && each.ValidTo is null);
        var release = edition.Newest(caller.Municipality)?.Number;
        var voice = edition.Blueprint.For(caller.Municipality).Voice;
        return TypedResults.Ok(
            new Membership(
                caller.Municipality,
                voice.Name,
                registered,
                release,
                Above(edition, caller.Municipality),
                registered && release is null && caller.Roles.Contains("admin"),
                new NewMembership(voice.Salutation, Name: voice.Name)
            )
        );
    }

    /// <summary>The layers above, national first.</summary>
    internal static IReadOnlyList<MembershipLayer> Above(Edition edition, string municipality) =>
        [
            .. edition
                .ChainOf(municipality)
                .Where(code => code != municipality && edition.Newest(code) is not null)
                .Select(code => new MembershipLayer(code, edition.NameOf(code), edition.Newest(code)!.Number)),
        ];

    /// <summary>The own layer; none when it was never made.</summary>
    internal static IEnumerable<MembershipLayer> Own(Edition edition, string municipality) =>
        edition.Newest(municipality) is { } release ? [new(municipality, edition.NameOf(municipality), release.Number)] : [];
}
