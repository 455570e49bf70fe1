namespace WebcareHub.RulesOfEngagement;

/// <summary>All entries a municipality (or region) has to do with: those that hold, those switched off, and new ones on offer.</summary>
public sealed class Catalogue
{
    private readonly Blueprint _blueprint;
    private readonly string _layer;
    private readonly IReadOnlyList<ParsedLayer> _chain;
    private readonly Merged _merged;
    private readonly bool _chosen;

    private Catalogue(Blueprint blueprint, string layer)
    {
        (_blueprint, _layer) = (blueprint, layer);
        _chain = blueprint.ChainOf(layer);
        _merged = blueprint.Merge(blueprint.Holding(_chain));
        _chosen = _chain.Any(each => each.Adoption != LayerAdoption.None);
    }

    /// <summary>In the order of the language's headings; within one, national entries first, then as written.</summary>
    /// <param name="layer">A CBS code, a region or province, or <c>nl</c>.</param>
    public static IReadOnlyList<CatalogueEntry> Of(Blueprint blueprint, string layer)
    {
        var catalogue = new Catalogue(blueprint, layer);
        var known = catalogue.Holding().Concat(catalogue.SwitchedOff()).ToList();
        var keys = known.Select(entry => (entry.Section, entry.Id)).ToHashSet();
        return
        [
            .. known.Concat(catalogue.Offered().Where(entry => keys.Add((entry.Section, entry.Id)))).OrderBy(entry => Order(entry.Section)),
        ];
    }

    /// <summary>One entry, or null when no layer of this municipality knows it.</summary>
    public static CatalogueEntry? Find(Blueprint blueprint, string layer, string section, string id)
    {
        var catalogue = new Catalogue(blueprint, layer);
        return catalogue._merged.Find(section, id) is { Scenario: null } merged ? catalogue.Row(merged)
            : catalogue._merged.SwitchedOff(section, id) is { } off ? catalogue.Row(off)
            : catalogue.Offered().FirstOrDefault(entry => entry.Section == section && entry.Id == id);
    }

    /// <summary>For each layer of the chain that was ever published, the release whose form of the entry holds; the layer's newest where nobody chose.</summary>
    public static IReadOnlyDictionary<string, int> Held(Blueprint blueprint, string layer, string section, string id)
    {
        var chain = blueprint.ChainOf(layer);
        var force = new Force(chain, blueprint.History);
        return chain
            .Select((each, at) => (each.Code, Release: at < chain.Count - 1 ? force.Of(at, new(section, id)).Release : each.Source.Release))
            .Where(each => each.Release is not null)
            .ToDictionary(each => each.Code, each => each.Release!.Value);
    }

    /// <summary>One plain field of an entry as written (<see cref="EntryText"/>); null when it is not there or the text is not finished.</summary>
    public static string? FieldOf(string text, string field)
    {
        try
        {
            return YamlTree.Parse(text)?[field].Text()?.TrimEnd('\n');
        }
        catch (BlueprintSyntaxException)
        {
            return null;
        }
    }

    private IEnumerable<CatalogueEntry> Holding() => _merged.All.Where(entry => entry.Scenario is null).Select(Row);

    private IEnumerable<CatalogueEntry> SwitchedOff() => _merged.AllSwitchedOff.Select(Row);

    private IEnumerable<CatalogueEntry> Offered() =>
        _chosen
            ? _blueprint
                .Adoption.OffersFor(_layer)
                .Where(offer => offer.Kind == OfferKind.New)
                .Select(offer => (Offer: offer, Entry: Written(offer.Section, offer.Id)))
                .Where(each => each.Entry is { Scenario: null })
                .Select(each => Row(each.Entry!, each.Offer.Layer, EntryStanding.Offered))
            : [];

    private CatalogueEntry Row(MergedEntry entry) =>
        new(
            entry.Section.Name,
            entry.Id,
            entry.Section.IsList ? entry.Title : BlockTitle(entry.Section),
            entry.Theme,
            entry.Layer,
            Standing(entry),
            Mandatory(entry),
            entry.Text("owner"),
            Values.Date(entry.Text("reviewOn") ?? ""),
            Own(entry)?.Fields.GetValueOrDefault("reason")?.Node.Text(),
            entry.Text("origin")
        )
        {
            Merged = entry,
        };

    private CatalogueEntry Row(FieldOrigin off) =>
        Written(off.Section, off.Entry) is { } entry
            ? Row(entry, off.Layer, off.Layer == _layer ? EntryStanding.SwitchedOff : EntryStanding.Withdrawn) with
            {
                Reason = Layer(off.Layer)
                    ?.ByKey.GetValueOrDefault(new(off.Section, off.Entry))
                    ?.Fields.GetValueOrDefault("reason")
                    ?.Node.Text(),
            }
            : new(off.Section, off.Entry, off.Entry, "webcare", off.Layer, EntryStanding.SwitchedOff, false, null, null, null, null);

    private static CatalogueEntry Row(ParsedEntry entry, string layer, EntryStanding standing) =>
        new(
            entry.Section.Name,
            entry.Id,
            Text(entry, "title") ?? entry.Id,
            Text(entry, "theme") ?? "webcare",
            layer,
            standing,
            Force.IsMandatory(entry),
            Text(entry, "owner"),
            Values.Date(Text(entry, "reviewOn") ?? ""),
            null,
            null
        );

    private EntryStanding Standing(MergedEntry entry)
    {
        if (entry.Layer == _layer && _chain.Count > 1)
        {
            return Own(entry) is { Mode: EntryMode.Adjust } && entry.Section.IsList ? EntryStanding.Deviates
                : entry.Text("origin") is not null ? EntryStanding.Copied
                : EntryStanding.AddedLocally;
        }
        return _chosen ? _blueprint.Adoption.Explain(_layer, entry.Section.Name, entry.Id).Standing
            : Mandatory(entry) ? EntryStanding.Mandatory
            : EntryStanding.Followed;
    }

    private static bool Mandatory(MergedEntry entry) => entry["mandatory"].IsTrue();

    private ParsedEntry? Own(MergedEntry entry) => Layer(entry.Layer)?.ByKey.GetValueOrDefault(new(entry.Section.Name, entry.Id));

    /// <summary>As the layer that added it wrote it, in its newest form.</summary>
    private ParsedEntry? Written(string section, string id) =>
        _chain.Select(layer => layer.ByKey.GetValueOrDefault(new(section, id))).FirstOrDefault(entry => entry is { Mode: EntryMode.Add });

    private ParsedLayer? Layer(string code) => _chain.FirstOrDefault(layer => layer.Code == code);

    private static string? Text(ParsedEntry entry, string field) => entry.Fields.GetValueOrDefault(field)?.Node.Text();

    private static string BlockTitle(Section section) =>
        section.Name switch
        {
            "voice" => "De stem van de gemeente",
            "satisfaction" => "De vraag om een cijfer",
            _ => "Bewaartermijnen",
        };

    private static int Order(string section) => Array.FindIndex(Sections.All, each => each.Name == section);
}
