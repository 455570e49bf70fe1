namespace WebcareHub.RulesOfEngagement;

/// <summary>Why an entry of a layer above holds in the form it holds in.</summary>
internal enum Because
{
    /// <summary>Nobody below has a base for that layer.</summary>
    NoBase,
    Mandatory,
    Theme,
    Adopted,
    Deferred,

    /// <summary>Nobody chose: the form of the base.</summary>
    Base,
}

/// <summary>How an entry of one layer above holds.</summary>
/// <param name="Release">The release whose form it is; null when the number is not known.</param>
/// <param name="By">The layer whose choice or base it is; null when there is none.</param>
/// <param name="Choice">The choice; null when it is none.</param>
internal sealed record Holding(ParsedEntry? Entry, int? Release, Because Because, ParsedLayer? By, EntryChoice? Choice);

/// <summary>
/// The rules of force: mandatory in the newest release, then a followed theme, then an adopted release, then the base. The nearest layer that
/// chose wins; a base counts where no layer chose.
/// </summary>
/// <param name="chain">The layers of a municipality, national first, each in its newest release.</param>
internal sealed class Force(IReadOnlyList<ParsedLayer> chain, History history)
{
    public IReadOnlyList<ParsedLayer> Chain => chain;

    /// <summary>The entries of a layer that hold in another form than its newest; null: does not hold at all.</summary>
    public IReadOnlyDictionary<EntryKey, ParsedEntry?> Substitutes(int above)
    {
        var layer = chain[above];
        var named = chain
            .Skip(above + 1)
            .SelectMany(below => Named(below.Adoption, layer.Code))
            .Distinct()
            .SelectMany(release => history.Changes(release).Keys)
            .Distinct();
        var substitutes = new Dictionary<EntryKey, ParsedEntry?>();
        foreach (var key in named)
        {
            var (holds, newest) = (Of(above, key).Entry, layer.ByKey.GetValueOrDefault(key));
            if (holds?.Form != newest?.Form)
            {
                substitutes[key] = holds;
            }
        }
        return substitutes;
    }

    /// <summary>How the entry of the layer at this place in the chain holds.</summary>
    public Holding Of(int above, EntryKey key)
    {
        var layer = chain[above];
        var newest = layer.ByKey.GetValueOrDefault(key);
        return IsMandatory(newest) ? new(newest, layer.Source.Release, Because.Mandatory, layer, null) : WithoutDuty(above, key);
    }

    /// <summary>How it would hold were it not mandatory: what was there before.</summary>
    public Holding WithoutDuty(int above, EntryKey key)
    {
        var layer = chain[above];
        var newest = layer.ByKey.GetValueOrDefault(key);
        var (below, choice) = Chosen(above, key);
        var based = chain.Skip(above + 1).LastOrDefault(each => each.Adoption.Base.ContainsKey(layer.Code));
        return (below, choice?.Kind) switch
        {
            ({ } follower, null) => new(newest, layer.Source.Release, Because.Theme, follower, null),
            (_, ChoiceKind.Adopt) => At(layer, key, choice!.Release, new(null, null, Because.Adopted, below, choice)),
            _ when based is null => new(newest, layer.Source.Release, Because.NoBase, null, choice),
            (_, ChoiceKind.Defer) => At(layer, key, based.Adoption.Base[layer.Code], new(null, null, Because.Deferred, below, choice)),
            _ => At(layer, key, based.Adoption.Base[layer.Code], new(null, null, Because.Base, based, null)),
        };
    }

    /// <summary>The releases of a layer that a block of choices leans on.</summary>
    public static IEnumerable<LayerRelease> Named(LayerAdoption adoption, string layer)
    {
        if (adoption.Base.TryGetValue(layer, out var release))
        {
            yield return new(layer, release);
        }
        foreach (var choice in adoption.Choices.Where(choice => choice.Layer == layer && choice.Kind == ChoiceKind.Adopt))
        {
            yield return new(layer, choice.Release);
        }
    }

    public static bool IsMandatory(ParsedEntry? entry) => entry?.Fields.GetValueOrDefault("mandatory")?.Node.IsTrue() ?? false;

    /// <summary>The nearest layer below that follows the theme or chose; a layer that follows has no choice beside it.</summary>
    private (ParsedLayer? Below, EntryChoice? Choice) Chosen(int above, EntryKey key)
    {
        var theme = ThemeOf(above, key);
        for (var at = chain.Count - 1; at > above; at--)
        {
            var adoption = chain[at].Adoption;
            if (adoption.Follow.Contains(theme))
            {
                return (chain[at], null);
            }
            if (adoption.Choices.FirstOrDefault(choice => Is(choice, chain[above].Code, key)) is { } choice)
            {
                return (chain[at], choice);
            }
        }
        return (null, null);
    }

    /// <summary>An entry that does not say has the theme of what it adjusts; what was withdrawn, the theme it had.</summary>
    public string ThemeOf(int above, EntryKey key)
    {
        for (var at = above; at >= 0; at--)
        {
            var entry = chain[at].ByKey.GetValueOrDefault(key) ?? Earlier(chain[at].Code, key);
            if (entry?.Fields.GetValueOrDefault("theme")?.Node.Text() is { } theme)
            {
                return theme;
            }
        }
        return "webcare";
    }

    /// <summary>As it was last written in the earlier releases that the choices name.</summary>
    public ParsedEntry? Earlier(string layer, EntryKey key) =>
        chain
            .SelectMany(below => Named(below.Adoption, layer))
            .OrderByDescending(release => release.Release)
            .Select(release => history.Of(release)?.ByKey.GetValueOrDefault(key))
            .FirstOrDefault(entry => entry is not null);

    private Holding At(ParsedLayer layer, EntryKey key, int release, Holding holding) =>
        history.Of(new(layer.Code, release)) is { } then
            ? holding with
            {
                Entry = then.ByKey.GetValueOrDefault(key),
                Release = release,
            }
            : holding with
            {
                Entry = layer.ByKey.GetValueOrDefault(key),
                Release = layer.Source.Release,
            };

    private static bool Is(EntryChoice choice, string layer, EntryKey key) =>
        choice.Layer == layer && choice.Section == key.Section && choice.Id == key.Id;
}
