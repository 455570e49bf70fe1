namespace WebcareHub.RulesOfEngagement;

/// <summary>The entries that hold in a layer in another form than above.</summary>
internal sealed class DriftIn(View view)
{
    public IReadOnlyList<Drift> All() => [.. Keys().Select(Of).OfType<Drift>()];

    /// <summary>The drift of one entry; null when it is as above.</summary>
    public Drift? Of(EntryKey key)
    {
        if (view.Origin(key) is not { } origin || key.Section == "voice")
        {
            return null;
        }
        return view.Touching(key) switch
        {
            { } at when at > origin => Different(at, origin, key),
            { } at when view.Newest[at].Code == view.Code && at > 0 => Added(at, key),
            _ => Behind(origin, key),
        };
    }

    /// <summary>What any layer under the national one says, and what holds in an earlier form; nearest layer first.</summary>
    private IEnumerable<EntryKey> Keys() =>
        Enumerable
            .Range(0, view.Holding.Count)
            .Reverse()
            .SelectMany(at => at == 0 ? [] : view.Holding[at].ByKey.Keys)
            .Concat(view.Above.SelectMany(at => view.Force.Substitutes(at).Keys))
            .Distinct();

    private Drift? Different(int at, int origin, EntryKey key)
    {
        var (layer, entry) = (view.Newest[at], view.Holding[at].ByKey[key]);
        var off = entry.Mode == EntryMode.Off;
        var above = view.NewestAbove(at).Find(key.Section, key.Id);
        var fields = off ? [] : View.Differences(above, view.Holds.Find(key.Section, key.Id));
        if (!off && fields.Count == 0)
        {
            return null;
        }
        var (release, since) = view.History.Since(layer.Code, key);
        var upstream = Upstream(origin, key, since);
        var drift = new Drift(
            key.Section,
            key.Id,
            view.Title(key),
            view.Force.ThemeOf(at, key),
            off ? DriftKind.SwitchedOff : DriftKind.Adjusted,
            layer.Code,
            view.Newest[origin].Code,
            view.Newest[origin].Source.Release,
            fields,
            release,
            since,
            View.Text(entry, "reason"),
            View.Text(entry, "origin"),
            upstream,
            ""
        );
        return drift with { Sentence = Sentence(drift, origin, key) };
    }

    private string Sentence(Drift drift, int origin, EntryKey key)
    {
        var subject = LayerNames.Upper(view.Names.Of(drift.Layer));
        var what = LayerNames.Entry(key, drift.Title);
        var because = LayerNames.Because(drift.Reason);
        var own =
            drift.Kind == DriftKind.SwitchedOff
                ? $"{subject} heeft {what} uitgezet{Since(drift.SinceAt)}{because}."
                : $"{subject} wijkt{Since(drift.SinceAt)} bij {what} af van {Newest(origin)} in {Fields(drift.Fields)}{because}.";
        return own + (drift.Upstream.Count > 0 ? $" Sindsdien is daar ook {Fields(drift.Upstream)} gewijzigd." : "");
    }

    private Drift Added(int at, EntryKey key)
    {
        var (layer, entry) = (view.Newest[at], view.Holding[at].ByKey[key]);
        var (release, since) = view.History.Since(layer.Code, key);
        var (reason, origin) = (View.Text(entry, "reason"), View.Text(entry, "origin"));
        var from = origin is null ? "zelf toegevoegd" : $"overgenomen van {view.Names.Origin(origin)}";
        var sentence =
            $"{LayerNames.Upper(view.Names.Of(layer.Code))} heeft {LayerNames.Entry(key, view.Title(key))} {from}{Since(since)}{LayerNames.Because(reason)}.";
        return new(
            key.Section,
            key.Id,
            view.Title(key),
            view.Force.ThemeOf(at, key),
            DriftKind.Added,
            layer.Code,
            null,
            null,
            [],
            release,
            since,
            reason,
            origin,
            [],
            sentence
        );
    }

    /// <summary>Nobody below wrote it; an earlier form than the newest holds. What is new above and was never chosen is an offer, no drift.</summary>
    private Drift? Behind(int above, EntryKey key)
    {
        var layer = view.Newest[above];
        var (holding, newest) = (view.Force.Of(above, key), layer.ByKey.GetValueOrDefault(key));
        if (holding.Entry?.Form == newest?.Form || (holding.Entry is null && holding.Because != Because.Deferred))
        {
            return null;
        }
        var (release, since) = view.History.Since(layer.Code, key);
        return new(
            key.Section,
            key.Id,
            view.Title(key),
            view.Force.ThemeOf(above, key),
            DriftKind.Behind,
            holding.By?.Code ?? view.Code,
            layer.Code,
            layer.Source.Release,
            View.Differences(newest, holding.Entry),
            release,
            since,
            holding.Choice?.Reason,
            null,
            View.Differences(holding.Entry, newest),
            new Explanation(view).Of(key).Sentence
        );
    }

    /// <summary>From the release above that held when the difference was made, as far as that is known.</summary>
    private IReadOnlyList<FieldDifference> Upstream(int origin, EntryKey key, DateTimeOffset? since)
    {
        var layer = view.Newest[origin];
        var then = since is null ? null : view.History.At(layer.Code, since.Value);
        var before = then is { } release ? view.History.Form(new(layer.Code, release), key) : view.Force.Of(origin, key).Entry;
        return View.Differences(before, layer.ByKey.GetValueOrDefault(key));
    }

    private string Newest(int at) => view.Names.Version(view.Newest[at].Code, view.Newest[at].Source.Release);

    private static string Since(DateTimeOffset? since) => since is { } at ? $" sinds {LayerNames.Day(at)}" : "";

    private static string Fields(IReadOnlyList<FieldDifference> fields) =>
        LayerNames.Enumerate([.. fields.Select(field => FieldComparison.Name(field.Field)).Distinct().Take(3)]);
}
