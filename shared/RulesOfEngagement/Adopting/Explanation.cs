namespace WebcareHub.RulesOfEngagement;

/// <summary>How an entry stands in a layer, in one sentence.</summary>
internal sealed class Explanation(View view)
{
    public EntryState Of(EntryKey key)
    {
        if (view.Origin(key) is not { } origin)
        {
            return State(
                key,
                EntryStanding.Unknown,
                view.Code,
                null,
                $"Er is geen '{key.Id}' onder '{key.Section}' in {view.Names.Of(view.Code)}."
            );
        }
        var touching = view.Touching(key) ?? origin;
        var isOwn = view.Newest[touching].Code == view.Code;
        return isOwn && touching == origin ? Local(touching, key)
            : isOwn || (touching > origin && IsPlain(touching, key)) ? Deviating(touching, origin, key)
            : FromAbove(Spoken(touching, origin, key), key);
    }

    /// <summary>The layer above to speak of: the one about which something was chosen or is open, else the one whose form it is.</summary>
    private int Spoken(int touching, int origin, EntryKey key) =>
        view.Above.Where(at => at >= origin && view.Knows(at, key) && !IsPlain(at, key)).Cast<int?>().LastOrDefault() ?? touching;

    /// <summary>The newest form holds and nobody said anything about it.</summary>
    private bool IsPlain(int at, EntryKey key)
    {
        var holding = view.Force.Of(at, key);
        return holding.Because is Because.NoBase or Because.Base
            && holding.Entry?.Form == view.Newest[at].ByKey.GetValueOrDefault(key)?.Form;
    }

    private EntryState Local(int at, EntryKey key)
    {
        var entry = view.Holding[at].ByKey[key];
        var (layer, what) = (view.Newest[at].Code, LayerNames.Entry(key, view.Title(key)));
        var who = LayerNames.Upper(view.Names.Of(layer));
        return View.Text(entry, "origin") is { } origin
            ? State(key, EntryStanding.Copied, layer, null, $"{who} heeft {what} overgenomen van {view.Names.Origin(origin)}.")
            : State(key, EntryStanding.AddedLocally, layer, null, $"{who} heeft {what} zelf toegevoegd.");
    }

    private EntryState Deviating(int at, int origin, EntryKey key)
    {
        var entry = view.Holding[at].ByKey[key];
        var (layer, what) = (view.Newest[at].Code, LayerNames.Entry(key, view.Title(key)));
        var who = LayerNames.Upper(view.Names.Of(layer));
        var because = LayerNames.Because(View.Text(entry, "reason"));
        var holds = view.Force.Of(origin, key).Release;
        return entry.Mode == EntryMode.Off
            ? State(key, EntryStanding.SwitchedOff, layer, holds, $"{who} heeft {what} uitgezet{because}.")
            : State(key, EntryStanding.Deviates, layer, holds, $"{who} wijkt bij {what} af van {Version(origin, holds)}{because}.");
    }

    private EntryState FromAbove(int at, EntryKey key)
    {
        var holding = view.Force.Of(at, key);
        var (by, release) = (holding.By?.Code ?? view.Code, view.Newest[at].Source.Release);
        return holding.Because switch
        {
            Because.Mandatory => State(key, EntryStanding.Mandatory, view.Newest[at].Code, release, Mandatory(at, key)),
            Because.Adopted => Adopted(at, key, holding),
            Because.Deferred => State(key, EntryStanding.Deferred, by, Held(holding), Deferred(at, key, holding)),
            Because.Base => Kept(at, key, holding),
            _ => State(key, EntryStanding.Followed, by, release, Followed(at, key, holding)),
        };
    }

    private string Mandatory(int at, EntryKey key) =>
        $"{LayerNames.Upper(LayerNames.Entry(key, view.Title(key)))} is verplicht vanuit {Newest(at)}, want {LayerNames.Inside(OffersIn.Why(view.Newest[at].ByKey.GetValueOrDefault(key)))}.";

    private string Followed(int at, EntryKey key, Holding holding)
    {
        var what = LayerNames.Upper(LayerNames.Entry(key, view.Title(key)));
        return holding.Because == Because.Theme
            ? $"{what} volgt {Newest(at)} vanzelf, want {view.Names.Of(holding.By!.Code)} volgt het thema {view.Force.ThemeOf(at, key)}."
            : $"{what} volgt {Newest(at)} vanzelf.";
    }

    private EntryState Adopted(int at, EntryKey key, Holding holding)
    {
        var (who, what) = (LayerNames.Upper(view.Names.Of(holding.By!.Code)), LayerNames.Entry(key, view.Title(key)));
        var day = holding.Choice!.Since is { } since ? $" op {LayerNames.Day(since)}" : "";
        var version = Version(at, holding.Choice.Release);
        return holding.Entry is null
            ? State(key, EntryStanding.Withdrawn, holding.By.Code, null, $"{who} heeft{day} overgenomen dat {what} vervalt in {version}.")
            : State(key, EntryStanding.Adopted, holding.By.Code, holding.Release, $"{who} heeft{day} {what} overgenomen uit {version}.");
    }

    private string Deferred(int at, EntryKey key, Holding holding)
    {
        var (who, what) = (LayerNames.Upper(view.Names.Of(holding.By!.Code)), LayerNames.Entry(key, view.Title(key)));
        var meanwhile = holding.Entry is null ? "het geldt hier nog niet" : $"versie {holding.Release} blijft gelden";
        return $"{who} stelt {what} uit {Version(at, holding.Choice!.Release)} uit en {meanwhile}{LayerNames.Because(holding.Choice.Reason)}.";
    }

    private EntryState Kept(int at, EntryKey key, Holding holding)
    {
        var newest = view.Newest[at].ByKey.GetValueOrDefault(key);
        var what = LayerNames.Upper(LayerNames.Entry(key, view.Title(key)));
        var (by, held) = (holding.By!.Code, Version(at, holding.Release));
        return (holding.Entry, newest) switch
        {
            (null, null) => State(key, EntryStanding.Withdrawn, by, null, $"{what} is vervallen in {held}."),
            (null, _) => State(key, EntryStanding.Offered, by, null, $"{what} is nieuw in {Since(at, key)} en geldt hier nog niet."),
            (_, null) => State(
                key,
                EntryStanding.WithdrawnAbove,
                by,
                holding.Release,
                $"{what} is ingetrokken in {Since(at, key)}, maar blijft hier gelden zoals in versie {holding.Release}."
            ),
            var (here, now) when here.Form == now.Form => State(
                key,
                EntryStanding.Kept,
                by,
                holding.Release,
                $"{what} geldt hier zoals in {held}."
            ),
            _ => State(
                key,
                EntryStanding.Kept,
                by,
                holding.Release,
                $"{what} geldt hier zoals in {held}; een nieuwe vorm uit {Since(at, key)} wacht op een keuze."
            ),
        };
    }

    private EntryState State(EntryKey key, EntryStanding standing, string layer, int? release, string sentence) =>
        new(key.Section, key.Id, view.Title(key), standing, layer, release, sentence);

    private static int? Held(Holding holding) => holding.Entry is null ? null : holding.Release;

    private string Version(int at, int? release) => view.Names.Version(view.Newest[at].Code, release);

    private string Newest(int at) => Version(at, view.Newest[at].Source.Release);

    private string Since(int at, EntryKey key) =>
        Version(at, view.History.Since(view.Newest[at].Code, key).Release ?? view.Newest[at].Source.Release);
}
