namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks opening blocks: their form, their order, no overlap.</summary>
internal static class HoursCheck
{
    public static void Check(Field field, Node node, Place place, Report report)
    {
        if (field.Kind == FieldKind.Exceptions)
        {
            foreach (var exception in node.Each())
            {
                Exception(exception, place.At(exception), report);
            }
            Twice(node, "date", "uitzonderingen", place, report);
            return;
        }
        Twice(node, "from", "roosters", place, report);
        foreach (var week in node.Each())
        {
            Week(week, node is ListNode, place.At(week), report);
        }
    }

    private static void Week(Node node, bool dated, Place place, Report report)
    {
        if (node is not MapNode map)
        {
            report.Error(place, "Bij 'week' horen dagen met hun blokken, zoals 'monday: [\"09:00-17:00\"]'.");
            return;
        }
        foreach (var pair in map.Pairs)
        {
            var at = place.At(pair.Line);
            if (pair.Key == "from" && dated)
            {
                FieldCheck.Check(new Field("from", FieldKind.Date, ""), pair.Value, at, report);
            }
            else if (!Language.DayGroups.Contains(pair.Key))
            {
                report.Error(at, $"'{pair.Key}' is geen dag.{Spelling.HintOrChoices(pair.Key, Language.DayGroups)}");
            }
            else
            {
                Blocks(pair.Value, at, report);
            }
        }
        if (dated && map["from"] is null)
        {
            report.Error(place, "Hier ontbreekt 'from': de datum waarop dit rooster ingaat.");
        }
    }

    private static void Exception(Node node, Place place, Report report)
    {
        if (node is not MapNode map)
        {
            report.Error(place, "Een uitzondering heeft 'date' en 'open'.");
            return;
        }
        FieldCheck.Map(map, RuleLanguage.ExceptionParts, "een uitzondering", place, report);
        if (map["open"] is { } open)
        {
            Blocks(open, place.At(open), report);
        }
        var (from, until) = (Values.Date(map["date"].Text() ?? ""), Values.Date(map["until"].Text() ?? ""));
        if (until < from)
        {
            report.Error(place, $"De laatste dag ({until:yyyy-MM-dd}) ligt voor de eerste ({from:yyyy-MM-dd}).");
        }
    }

    /// <summary>Two of a list for one day: only the first counts.</summary>
    private static void Twice(Node node, string key, string what, Place place, Report report)
    {
        var maps = node.Each().OfType<MapNode>().Where(map => map[key].Text() is not null);
        foreach (var again in maps.GroupBy(map => map[key].Text()).SelectMany(same => same.Skip(1)))
        {
            report.Error(place.At(again), $"Voor {again[key].Text()} staan hier twee {what}. Voeg ze samen.");
        }
    }

    private static void Blocks(Node node, Place place, Report report)
    {
        var end = TimeSpan.Zero;
        foreach (var text in node.Texts())
        {
            if (Values.Block(text) is not { } block)
            {
                report.Error(place, $"'{text}' is geen tijdblok. Schrijf het als \"09:00-17:00\", het begin voor het einde.");
                return;
            }
            if (block.Opens < end)
            {
                report.Error(place, $"Het blok '{text}' begint voordat het vorige is afgelopen.");
            }
            end = block.Closes;
        }
    }
}
