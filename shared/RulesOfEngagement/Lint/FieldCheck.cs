namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks the value of one field against the language; references are looked up later, when layers are merged.</summary>
internal static class FieldCheck
{
    public static void Check(Field field, Node node, Place place, Report report)
    {
        var at = place.At(node);
        switch (field.Kind)
        {
            case FieldKind.Choice
            or FieldKind.Reference
            or FieldKind.Id
            or FieldKind.Text
            or FieldKind.Flag
            or FieldKind.Number
            or FieldKind.Date:
            case FieldKind.Duration or FieldKind.Slots or FieldKind.Decimal:
                Scalar(field, node, at, report);
                break;
            case FieldKind.Choices or FieldKind.References or FieldKind.Texts or FieldKind.Words:
                List(field, node, at, report);
                break;
            case FieldKind.FlagOrChoices or FieldKind.FlagOrReferences when node is not ScalarNode { Value: "true" or "false" }:
                List(field, node, at, report);
                break;
            case FieldKind.TextCondition when node is not MapNode:
                List(field with { Kind = FieldKind.Words }, node, at, report);
                break;
            case FieldKind.FlagOrAtLeast when node is ScalarNode:
                Scalar(field with { Kind = FieldKind.Flag }, node, at, report);
                break;
            case FieldKind.Week or FieldKind.Exceptions:
                HoursCheck.Check(field, node, at, report);
                break;
            case FieldKind.Conditions:
                foreach (var condition in node.Each())
                {
                    Condition(condition, place.At(condition), report);
                }
                break;
            case FieldKind.Facts or FieldKind.Blocks:
                Blocks(field, node, at, report);
                break;
            default:
                Parts(field, node, at, report);
                break;
        }
    }

    /// <summary>Checks a map against its fields: unknown keys, missing ones, each value.</summary>
    public static void Map(MapNode map, IReadOnlyList<Field> fields, string what, Place place, Report report)
    {
        foreach (var pair in map.Pairs)
        {
            if (fields.FirstOrDefault(field => field.Name == pair.Key) is { } known)
            {
                Check(known, pair.Value, place.At(pair.Line), report);
            }
            else
            {
                report.Error(
                    place.At(pair.Line),
                    $"De sleutel '{pair.Key}' bestaat niet bij {what}.{Spelling.HintOrChoices(pair.Key, [.. fields.Select(field => field.Name)])}"
                );
            }
        }
        foreach (var missing in fields.Where(field => field.Required && map[field.Name] is null))
        {
            report.Error(place, $"Hier ontbreekt '{missing.Name}'.");
        }
    }

    public static void Condition(Node node, Place place, Report report)
    {
        if (node is MapNode { Pairs.Count: > 0 } map)
        {
            Map(map, RuleLanguage.Conditions, "een voorwaarde", place, report);
        }
        else
        {
            report.Error(place, "Deze voorwaarde is leeg. Schrijf 'always: true' voor een regel die voor elk bericht geldt.");
        }
    }

    private static void Scalar(Field field, Node node, Place place, Report report)
    {
        if (node is not ScalarNode { Value: var value })
        {
            report.Error(place, $"Bij '{field.Name}' hoort één waarde, geen {(node is ListNode ? "lijst" : "blok")}.");
        }
        else if (Problem(field, value) is { } problem)
        {
            report.Error(place, problem);
        }
    }

    private static void List(Field field, Node node, Place place, Report report)
    {
        if (node is MapNode)
        {
            report.Error(place, $"Bij '{field.Name}' hoort een lijst, geen blok.");
            return;
        }
        foreach (var item in node.Each())
        {
            Scalar(field, item, place.At(item), report);
        }
        if (field.Kind == FieldKind.Words && !node.Each().Any())
        {
            report.Error(place, $"De lijst '{field.Name}' is leeg.");
        }
    }

    private static void Blocks(Field field, Node node, Place place, Report report)
    {
        if (field.Kind == FieldKind.Facts)
        {
            Facts(node, place, report);
            return;
        }
        foreach (var item in node.Each())
        {
            if (item is MapNode map)
            {
                Map(map, field.Parts!, $"'{field.Name}'", place.At(item), report);
            }
            else
            {
                report.Error(
                    place.At(item),
                    $"Bij '{field.Name}' hoort een lijst van blokken met {string.Join(", ", field.Parts!.Select(part => part.Name))}."
                );
            }
        }
    }

    private static string? Problem(Field field, string value) =>
        field.Kind switch
        {
            FieldKind.Id when !Values.IsId(value) => $"'{value}' kan geen id zijn: gebruik kleine letters, cijfers, - en .",
            FieldKind.Flag when value is not ("true" or "false") => $"Bij '{field.Name}' hoort true of false, niet '{value}'.",
            FieldKind.Date when Values.Date(value) is null => $"'{value}' is geen datum. Schrijf jaar-maand-dag, zoals 2027-06-01.",
            FieldKind.Duration when value != Values.None && Values.Duration(value) is null =>
                $"'{value}' is geen termijn. Schrijf 30m, 4h, 2d of none.",
            FieldKind.Number when !(int.TryParse(value, out var n) && n >= 0 && n <= field.Max) =>
                $"Bij '{field.Name}' hoort een getal van 0 tot en met {field.Max}, niet '{value}'.",
            FieldKind.Decimal when Values.Decimal(value) is null => $"Bij '{field.Name}' hoort een getal, zoals 8 of 6.5, niet '{value}'.",
            FieldKind.Choice or FieldKind.Choices or FieldKind.FlagOrChoices when !field.Values!.Contains(value) =>
                $"'{value}' is geen waarde voor '{field.Name}'.{Spelling.HintOrChoices(value, field.Values!)}",
            FieldKind.Words when !value.StartsWith('@') && Pattern.Parse(value, out var why) is null =>
                $"Met '{value}' valt niet te zoeken: {why}.",
            FieldKind.Slots when SlotText.Slots(value, out var wrong).Count >= 0 && wrong is not null =>
                $"In deze tekst klopt iets niet: {wrong}.",
            FieldKind.Text or FieldKind.Slots when field.Max > 0 && value.Length > field.Max =>
                $"'{field.Name}' is {value.Length} tekens; het mogen er {field.Max} zijn.",
            FieldKind.Text or FieldKind.Slots when field.Required && string.IsNullOrWhiteSpace(value) => $"'{field.Name}' is leeg.",
            _ => null,
        };

    private static void Facts(Node node, Place place, Report report)
    {
        foreach (var pair in (node as MapNode)?.Pairs ?? [])
        {
            if (!SlotText.IsName(pair.Key))
            {
                report.Error(place.At(pair.Line), $"'{pair.Key}' is geen naam van een slot: gebruik kleine letters, cijfers en -.");
            }
            else if (pair.Value is MapNode dated)
            {
                Map(dated, Fact.Fields, $"'{pair.Key}'", place.At(pair.Line), report);
            }
            else if (pair.Value is not ScalarNode)
            {
                report.Error(place.At(pair.Line), $"Bij '{pair.Key}' hoort één waarde.");
            }
        }
        if (node is not MapNode)
        {
            report.Error(place, "Bij 'facts' hoort een blok met slots en hun waarde.");
        }
    }

    private static void Parts(Field field, Node node, Place place, Report report)
    {
        if (field.Kind == FieldKind.Condition)
        {
            Condition(node, place, report);
            return;
        }
        var (fields, what) = field.Kind switch
        {
            FieldKind.Actions => (RuleLanguage.Actions, "de gevolgen van een regel"),
            FieldKind.TextCondition => (RuleLanguage.TextParts, "'text'"),
            FieldKind.OverflowWhen => (RuleLanguage.OverflowParts, "'when' van een overloopafspraak"),
            FieldKind.AtLeast or FieldKind.FlagOrAtLeast => (
                (Field[])[new("atLeast", FieldKind.Number, "Vanaf dit aantal.", Required: true, Max: int.MaxValue)],
                $"'{field.Name}'"
            ),
            _ => ([], ""),
        };
        if (fields.Length == 0)
        {
            return;
        }
        if (node is MapNode { Pairs.Count: > 0 } map)
        {
            Map(map, fields, what, place, report);
        }
        else
        {
            report.Error(
                place,
                $"Bij '{field.Name}' hoort een blok met {string.Join(", ", fields.Take(4).Select(part => part.Name))}{(fields.Length > 4 ? ", …" : "")}."
            );
        }
    }
}
