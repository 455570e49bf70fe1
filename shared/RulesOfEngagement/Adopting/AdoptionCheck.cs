namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks the choices of the last layer of a chain against the layers above it.</summary>
internal sealed class AdoptionCheck
{
    private readonly IReadOnlyList<ParsedLayer> _chain;
    private readonly History _history;
    private readonly Report _report;
    private readonly Force _force;

    private AdoptionCheck(IReadOnlyList<ParsedLayer> chain, History history, Report report) =>
        (_chain, _history, _report, _force) = (chain, history, report, new(chain, history));

    public static void Check(IReadOnlyList<ParsedLayer> chain, History history, Report report)
    {
        if (chain.Count > 0 && chain[^1].Written is { } written)
        {
            new AdoptionCheck(chain, history, report).Check(written);
        }
    }

    private void Check(WrittenAdoption written)
    {
        if (_chain.Count == 1)
        {
            _report.Error(written.Place, "Deze laag heeft geen laag boven zich, dus valt er niets over te nemen.");
            return;
        }
        foreach (var (release, place) in written.Base)
        {
            _ = Above(release.Layer, place) is not null && Exists(release, place);
        }
        foreach (var (choice, place) in written.Choices)
        {
            Choice(choice, place);
        }
        foreach (
            var again in written
                .Choices.GroupBy(each => (each.Choice.Section, each.Choice.Id, each.Choice.Layer))
                .SelectMany(same => same.Skip(1))
        )
        {
            _report.Error(again.Place, $"Over '{again.Choice.Id}' in laag {again.Choice.Layer} staat hier meer dan één keuze.");
        }
    }

    private void Choice(EntryChoice choice, Place place)
    {
        if (Above(choice.Layer, place) is not { } at || !Exists(new(choice.Layer, choice.Release), place))
        {
            return;
        }
        if (!IsSection(choice, place) || !IsEntry(choice, at, place))
        {
            return;
        }
        var key = new EntryKey(choice.Section, choice.Id);
        if (choice.Kind == ChoiceKind.Defer)
        {
            Defer(choice, at, key, place);
        }
        var holding = _force.Of(at, key);
        if (holding.Because == Because.Theme)
        {
            _report.Remark(
                place,
                $"Deze keuze doet niets: het thema {_force.ThemeOf(at, key)} staat onder 'follow' van {holding.By!.Code}."
            );
        }
    }

    private void Defer(EntryChoice choice, int at, EntryKey key, Place place)
    {
        if (choice.Reason is null)
        {
            _report.Error(place, "Bij uitstellen hoort een 'reason': schrijf waarom het nog niet kan.");
        }
        if (Force.IsMandatory(_chain[at].ByKey.GetValueOrDefault(key)))
        {
            _report.Error(place, $"'{choice.Id}' is verplicht in laag {choice.Layer} en kan niet worden uitgesteld.");
        }
        else if (_chain.Skip(at + 1).All(below => !below.Adoption.Base.ContainsKey(choice.Layer)))
        {
            _report.Error(place, $"Uitstellen kan pas als onder 'base' staat welke versie van laag {choice.Layer} hier geldt.");
        }
    }

    /// <summary>The place in the chain of a layer above; null, and told, when it is not one.</summary>
    private int? Above(string layer, Place place)
    {
        var above = _chain.SkipLast(1).Select(each => each.Code).ToList();
        if (above.IndexOf(layer) is >= 0 and var at)
        {
            return at;
        }
        _report.Error(place, $"Laag '{layer}' ligt niet boven deze laag.{Spelling.HintOrChoices(layer, above)}");
        return null;
    }

    private bool Exists(LayerRelease release, Place place)
    {
        if (release.Release >= 1 && (_history.Newest(release.Layer) is not { } newest || release.Release <= newest))
        {
            return true;
        }
        var known = _history.Newest(release.Layer) is { } last ? $" De nieuwste is {last}." : "";
        _report.Error(place, $"Versie {release.Release} van laag {release.Layer} bestaat niet.{known}");
        return false;
    }

    private bool IsSection(EntryChoice choice, Place place)
    {
        if (Sections.Find(choice.Section) is not null)
        {
            return true;
        }
        string[] names = [.. Sections.All.Select(section => section.Name)];
        _report.Error(place, $"Het kopje '{choice.Section}' bestaat niet.{Spelling.HintOrChoices(choice.Section, names)}");
        return false;
    }

    /// <summary>An entry may be withdrawn in the newest release and still be there in an earlier one; one that was not given may hold it.</summary>
    private bool IsEntry(EntryChoice choice, int at, Place place)
    {
        var key = new EntryKey(choice.Section, choice.Id);
        var layer = _chain[at];
        var told = _history.Numbers(layer.Code).Select(number => _history.Of(new(layer.Code, number))).OfType<ParsedLayer>().Append(layer);
        if (told.Any(each => each.ByKey.ContainsKey(key)))
        {
            return true;
        }
        if (_history.Newest(layer.Code) is not null && _history.Of(new(layer.Code, choice.Release)) is null)
        {
            return false;
        }
        var ids = layer.ByKey.Keys.Where(known => known.Section == key.Section).Select(known => known.Id);
        _report.Error(place, $"Er is geen '{choice.Id}' onder '{choice.Section}' in laag {layer.Code}.{Spelling.Hint(choice.Id, ids)}");
        return false;
    }
}
