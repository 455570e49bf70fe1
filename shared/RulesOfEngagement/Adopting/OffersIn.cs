namespace WebcareHub.RulesOfEngagement;

/// <summary>What lies above a layer in another form than holds there.</summary>
internal sealed class OffersIn(View view)
{
    private const string Unexplained = "dit hoort bij veiligheid of de wet";

    public IReadOnlyList<Offer> All() => [.. view.Above.SelectMany(Of)];

    /// <summary>In the order of the layer, what was withdrawn behind it.</summary>
    private IEnumerable<Offer> Of(int above)
    {
        var layer = view.Newest[above];
        var order = layer.ByKey.Keys.Select((key, at) => (key, at)).ToDictionary(each => each.key, each => each.at);
        return view
            .Newest.Skip(above + 1)
            .SelectMany(below => Force.Named(below.Adoption, layer.Code))
            .Distinct()
            .SelectMany(release => view.History.Changes(release).Keys)
            .Distinct()
            .OrderBy(key => order.GetValueOrDefault(key, int.MaxValue))
            .Select(key => Of(above, key))
            .OfType<Offer>();
    }

    private Offer? Of(int above, EntryKey key)
    {
        var layer = view.Newest[above];
        var newest = layer.ByKey.GetValueOrDefault(key);
        var holding = view.Force.Of(above, key);
        var mandatory = holding.Because == Because.Mandatory;
        var here = mandatory ? view.Force.WithoutDuty(above, key) : holding;
        if (here.Entry?.Form == newest?.Form)
        {
            return null;
        }
        var release = view.History.Since(layer.Code, key).Release ?? layer.Source.Release;
        var deferred = here.Choice is { Kind: ChoiceKind.Defer } choice && Covers(choice, layer, key, newest) ? choice : null;
        var offer = new Offer(
            key.Section,
            key.Id,
            view.Title(key),
            view.Force.ThemeOf(above, key),
            layer.Code,
            release,
            here.Entry is null ? null : here.Release,
            Kind(here.Entry, newest),
            mandatory,
            mandatory ? Why(newest) : null,
            View.Differences(here.Entry, newest),
            mandatory ? null : deferred,
            mandatory || deferred is null ? null : here.By!.Code,
            Missing(newest),
            ""
        );
        return offer with { Sentence = Sentence(offer, newest) };
    }

    private static OfferKind Kind(ParsedEntry? here, ParsedEntry? newest) =>
        here is null ? OfferKind.New
        : newest is null ? OfferKind.Withdrawn
        : OfferKind.Changed;

    /// <summary>What it leans on and does not hold here.</summary>
    private IReadOnlyList<string> Missing(ParsedEntry? entry) =>
        entry is null
            ? []
            : [.. References.Of(entry).Where(lean => view.Holds.Find(lean.Section, lean.Id) is null).Select(lean => $"{lean}")];

    /// <summary>Why it is mandatory, within a sentence.</summary>
    public static string Why(ParsedEntry? entry) =>
        (View.Text(entry, "reason") ?? View.Text(entry, "note") ?? Unexplained).Trim().TrimEnd('.');

    /// <summary>A deferral is about the form of its release; a later change is offered again.</summary>
    private bool Covers(EntryChoice choice, ParsedLayer layer, EntryKey key, ParsedEntry? newest) =>
        view.History.Form(new(layer.Code, choice.Release), key)?.Form == newest?.Form;

    private string Sentence(Offer offer, ParsedEntry? newest)
    {
        var version = LayerNames.Upper(view.Names.Version(offer.Layer, offer.Release));
        var entry = LayerNames.Entry(new(offer.Section, offer.Id), offer.Title);
        var does = offer.Kind switch
        {
            OfferKind.New => (newest?.Mode) switch
            {
                EntryMode.Adjust => $"past {entry} aan",
                EntryMode.Off => $"zet {entry} uit",
                _ => $"heeft iets nieuws: {entry}",
            },
            OfferKind.Withdrawn => $"trekt {entry} in",
            _ => $"wijzigt {entry}",
        };
        return (offer.Mandatory, offer.Deferred) switch
        {
            (true, _) => $"{version} {does}; dat is verplicht en geldt hier al, want {LayerNames.Inside(offer.Why!)}.",
            (_, { } deferred) =>
                $"{version} {does}; {view.Names.Of(offer.DeferredBy!)} stelt dat uit{LayerNames.Because(deferred.Reason)}.",
            _ when offer.Kind == OfferKind.New => $"{version} {does}; dat geldt hier nog niet.",
            _ => $"{version} {does}; hier geldt nog {(offer.Holds is { } holds ? $"versie {holds}" : "de oude vorm")}.",
        };
    }
}
