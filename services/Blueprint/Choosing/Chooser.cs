using WebcareHub.Blueprint.Drafting;
using WebcareHub.Blueprint.Joining;
using WebcareHub.Blueprint.Publishing;
using WebcareHub.Blueprint.Reading;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Choosing;

/// <summary>The layer that chooses, with what surrounds it.</summary>
/// <param name="Files">Its files now; those of a new layer when it was never published.</param>
internal sealed record Chooser(Edition Edition, string Layer, IReadOnlyDictionary<string, string> Files, DateOnly Today)
{
    internal static Chooser Of(Edition edition, string layer, DateOnly today) =>
        new(edition, layer, edition.Newest(layer) is { } release ? release.Files : NewLayer.Bare(edition, layer, today), today);

    internal LayerAdoption Adoption => AdoptionOf(Layer);

    /// <summary>Some layer from the own one up holds on to a release.</summary>
    internal bool IsPinned => Edition.ChainOf(Layer).Any(code => AdoptionOf(code).Base.Count > 0);

    internal IEnumerable<Offer> Offers => Edition.Blueprint.Adoption.OffersFor(Layer);

    internal CatalogueEntry? Entry(string section, string id) => Catalogue.Find(Edition.Blueprint, Layer, section, id);

    /// <summary>What would be on offer with these files.</summary>
    internal IReadOnlyList<Offer> OffersWith(IReadOnlyDictionary<string, string> files) =>
        Edition.With(Layer, files).Adoption.OffersFor(Layer);

    /// <summary>Today's release of each layer above.</summary>
    internal IEnumerable<LayerRelease> Above() =>
        Edition
            .ChainOf(Layer)
            .Where(code => code != Layer && Edition.Newest(code) is not null)
            .Select(code => new LayerRelease(code, Edition.Newest(code)!.Number));

    /// <summary>The text of an entry as the nearest layer above wrote it whole.</summary>
    internal string? TextAbove(string section, string id) =>
        Edition
            .ChainOf(Layer)
            .Where(code => code != Layer)
            .Select(code => Edition.Files(code))
            .Select(files => EntryText.Find(files, section, id) is { Mode: "add" } place ? EntryText.Read(files, place) : null)
            .LastOrDefault(text => text is not null);

    internal DraftState Draft() => DraftState.Begin(Layer, Edition.Newest(Layer)?.Number ?? 0);

    private LayerAdoption AdoptionOf(string code) =>
        Edition.Blueprint.Layers.FirstOrDefault(layer => layer.Code == code)?.Adoption ?? LayerAdoption.None;
}

/// <summary>What a choice comes to, or why it cannot be. <c>Said</c> is one Dutch sentence: what holds now; it is the note of the release too.</summary>
internal abstract record Chosen
{
    internal sealed record Publish(IReadOnlyDictionary<string, string> Files, string Said) : Chosen;

    internal sealed record Draft(EntryEdit Edit, string Said) : Chosen;

    internal sealed record Already(string Said) : Chosen;

    internal sealed record Refused(Refusal Refusal) : Chosen;

    internal static Chosen Refuse(string title, string detail, int status = 400) => new Refused(new(status, title, detail));
}
