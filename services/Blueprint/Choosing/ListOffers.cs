using Microsoft.AspNetCore.Http.HttpResults;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.Blueprint.Teams;
using WebcareHub.RulesOfEngagement;
using WebcareHub.ServiceDefaults;
using Api = WebcareHub.Contracts.Api;

namespace WebcareHub.Blueprint.Choosing;

/// <summary><c>GET /api/v1/offers</c>: what the layers above have that does not hold here. What is mandatory holds already and is no offer.</summary>
internal static class ListOffers
{
    internal static async Task<Results<Ok<Api.Offers>, NotFound>> Get(
        string? layer,
        Caller caller,
        Bookcase bookcase,
        BlueprintTeams teams,
        TimeProvider time,
        CancellationToken ct
    )
    {
        var code = layer ?? caller.Municipality;
        if (!LayerCode.IsValid(code) || code == LayerCode.National || !caller.MayRead(code))
        {
            return TypedResults.NotFound();
        }

        var chooser = Chooser.Of(await bookcase.NowAsync(ct), code, Days.Of(time.GetUtcNow()));
        return TypedResults.Ok(
            new Api.Offers(
                code,
                chooser.Edition.NameOf(code),
                await teams.MayWriteAsync(caller, code, ct),
                chooser.IsPinned,
                chooser.Adoption.Follow,
                chooser.Adoption.SharesBacktests,
                [.. chooser.Offers.Where(offer => !offer.Mandatory).Select(offer => Shown(chooser, offer))],
                chooser.Adoption.SharesEntries
            )
        );
    }

    private static Api.Offer Shown(Chooser chooser, Offer offer)
    {
        var release = chooser.Edition.Layers.GetValueOrDefault(offer.Layer)?.Releases.FirstOrDefault(each => each.Number == offer.Release);
        return new(
            offer.Section,
            offer.Id,
            offer.Title,
            offer.Theme,
            offer.Kind switch
            {
                OfferKind.New => "new",
                OfferKind.Changed => "changed",
                _ => "withdrawn",
            },
            offer.Layer,
            chooser.Edition.NameOf(offer.Layer),
            offer.Release ?? 0,
            release?.At,
            release?.Notes,
            offer.Sentence,
            [.. offer.Fields.Select(Reading.Shown.Difference)],
            EntryText.Read(chooser.Edition.Files(offer.Layer), offer.Section, offer.Id),
            offer.Deferred?.Reason,
            EntryText.Find(chooser.Files, offer.Section, offer.Id) is not null
        );
    }
}
