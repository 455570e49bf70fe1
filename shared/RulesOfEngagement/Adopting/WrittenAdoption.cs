namespace WebcareHub.RulesOfEngagement;

/// <summary>The block <c>adoption</c> with where each part stands.</summary>
/// <param name="Base">Layer, release and place, as written.</param>
internal sealed record WrittenAdoption(
    Place Place,
    IReadOnlyList<string> Follow,
    IReadOnlyList<string> Share,
    IReadOnlyList<(LayerRelease Release, Place Place)> Base,
    IReadOnlyList<(EntryChoice Choice, Place Place)> Choices
)
{
    /// <summary>Reads the block; what does not fit the language is reported and left out.</summary>
    public static WrittenAdoption Read(MapNode map, Place place, Report report)
    {
        FieldCheck.Map(
            new MapNode(map.Line, [.. map.Pairs.Where(pair => pair.Key is not ("base" or "choices"))]),
            AdoptionLanguage.Fields,
            "'adoption'",
            place,
            report
        );
        return new(
            place,
            Known(map, "follow"),
            Known(map, "share"),
            [.. Bases(map["base"], place, report)],
            [.. All(map["choices"], place, report)]
        );
    }

    public LayerAdoption Plain() =>
        new(
            Base.DistinctBy(each => each.Release.Layer).ToDictionary(each => each.Release.Layer, each => each.Release.Release),
            Follow,
            Share,
            [.. Choices.Select(each => each.Choice)]
        );

    private static string[] Known(MapNode map, string field)
    {
        var values = AdoptionLanguage.Fields.First(known => known.Name == field).Values!;
        return [.. map[field].Texts().Where(values.Contains).Distinct()];
    }

    private static IEnumerable<(LayerRelease, Place)> Bases(Node? node, Place place, Report report)
    {
        if (node is not (null or MapNode or ScalarNode { Value: "" }))
        {
            report.Error(place.At(node), "Bij 'base' hoort per laag een versie, zoals { nl: 3 }.");
        }
        foreach (var pair in (node as MapNode)?.Pairs ?? [])
        {
            if (int.TryParse(pair.Value.Text(), out var release) && release > 0)
            {
                yield return (new(pair.Key, release), place.At(pair.Line));
            }
            else
            {
                report.Error(place.At(pair.Line), $"Bij laag '{pair.Key}' onder 'base' hoort het nummer van een versie, vanaf 1.");
            }
        }
    }

    private static IEnumerable<(EntryChoice, Place)> All(Node? node, Place place, Report report)
    {
        foreach (var item in node.Each())
        {
            if (Choice(item, place.At(item), report) is { } choice)
            {
                yield return (choice, place.At(item) with { Entry = choice.Id });
            }
        }
    }

    private static EntryChoice? Choice(Node item, Place place, Report report)
    {
        if (item is not MapNode map)
        {
            report.Error(place, "Een keuze begint met 'entry:', zoals answers/afval-gft.");
            return null;
        }
        var before = report.Errors;
        FieldCheck.Map(map, AdoptionLanguage.Choice, "een keuze", place with { Entry = map["entry"].Text() }, report);
        if (report.Errors > before)
        {
            return null;
        }
        var (section, id) = Entry(map["entry"].Text()!);
        var kind = map["choice"].Text() == "adopt" ? ChoiceKind.Adopt : ChoiceKind.Defer;
        var release = int.Parse(map["release"].Text()!, System.Globalization.CultureInfo.InvariantCulture);
        return new(section, id, kind, map["layer"].Text()!, release, map["reason"].Text(), Values.Date(map["since"].Text() ?? ""));
    }

    /// <summary><c>answers/x</c>; a block (voice, retention) may stand alone.</summary>
    private static (string Section, string Id) Entry(string written) =>
        written.IndexOf('/') is > 0 and var at ? (written[..at], written[(at + 1)..]) : (written, written);
}
