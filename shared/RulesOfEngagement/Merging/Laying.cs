namespace WebcareHub.RulesOfEngagement;

/// <summary>Lays a layer on those above it. Sections that it says nothing of stay the very same.</summary>
internal sealed class Laying(Merged above, string layer, Report report)
{
    private readonly Dictionary<string, Dictionary<string, PlacedEntry>> _open = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Section, string Id), FieldOrigin> _off = new(above.Off);

    public Merged Lay(IReadOnlyList<ParsedEntry> entries)
    {
        for (var order = 0; order < entries.Count; order++)
        {
            Apply(entries[order], order);
        }
        RemoveOrphans();
        var sections = new Dictionary<string, MergedSection>(above.Sections, StringComparer.Ordinal);
        foreach (var (name, section) in _open)
        {
            sections[name] = new MergedSection(section);
        }
        return new Merged([.. above.Layers, layer], sections, _off);
    }

    private void Apply(ParsedEntry entry, int order)
    {
        var key = (entry.Section.Name, entry.Id);
        var placed = Entries(key.Name).GetValueOrDefault(entry.Id);
        var known = placed?.Entry;
        if (entry.Mode == EntryMode.Add)
        {
            Add(entry, order, known);
        }
        else if (known is null && entry.Section.IsList)
        {
            var away = _off.ContainsKey(key) ? " Een laag hierboven heeft het uitgezet." : Spelling.Hint(entry.Id, Entries(key.Name).Keys);
            report.Error(entry.Place, $"Er is geen '{entry.Id}' onder '{key.Name}' in de lagen hierboven.{away}");
        }
        else if (known is not null && known["mandatory"].IsTrue() && known.Origin < above.Layers.Count)
        {
            var what = entry.Mode == EntryMode.Off ? "uitgezet" : "gewijzigd";
            report.Error(entry.Place, $"'{entry.Id}' is verplicht in laag {above.Layers[known.Origin]} en kan hier niet worden {what}.");
        }
        else if (entry.Mode == EntryMode.Off)
        {
            Open(key.Name).Remove(entry.Id);
            _off[key] = new FieldOrigin(key.Name, entry.Id, "off", layer, entry.Place.File, entry.Place.Line);
        }
        else
        {
            Open(key.Name)[entry.Id] = placed is null ? New(entry, order) : placed with { Entry = placed.Entry.With(entry, layer) };
        }
    }

    private void Add(ParsedEntry entry, int order, MergedEntry? known)
    {
        if (known is null)
        {
            Open(entry.Section.Name)[entry.Id] = New(entry, order);
        }
        else if (known.Origin < above.Layers.Count)
        {
            report.Error(
                entry.Place,
                $"Het id '{entry.Id}' bestaat al in laag {above.Layers[known.Origin]}. Gebruik 'adjust: {entry.Id}' om het aan te passen."
            );
        }
    }

    private PlacedEntry New(ParsedEntry entry, int order) => new(entry.AddedAs(above.Layers.Count, layer), order);

    /// <summary>Rules of a scenario go with it.</summary>
    private void RemoveOrphans()
    {
        if (!_open.ContainsKey("scenarios") && !_open.ContainsKey("rules"))
        {
            return;
        }
        var scenarios = Entries("scenarios");
        foreach (
            var rule in Entries("rules")
                .Values.Select(rule => rule.Entry)
                .Where(rule => rule.Scenario is { } of && !scenarios.ContainsKey(of))
                .ToList()
        )
        {
            Open("rules").Remove(rule.Id);
        }
    }

    private IReadOnlyDictionary<string, PlacedEntry> Entries(string section) =>
        _open.TryGetValue(section, out var open) ? open : above.Section(section).ById;

    private Dictionary<string, PlacedEntry> Open(string section) =>
        _open.TryGetValue(section, out var open) ? open : _open[section] = above.Section(section).Copy();
}
