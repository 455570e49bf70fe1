namespace WebcareHub.RulesOfEngagement;

/// <summary>Checks what only shows when layers lie on one another: references, slots, cycles. Reports what the top layer wrote.</summary>
internal sealed class ReferenceCheck(Merged merged, string layer, Report report)
{
    private readonly HashSet<string> _slots =
    [
        .. Language.FixedSlots,
        .. (merged.Find("voice", "voice")?.Fields.Keys ?? [])
            .Where(name => name.StartsWith("facts.", StringComparison.Ordinal))
            .Select(name => name[6..]),
    ];

    public void Check()
    {
        foreach (var entry in merged.All)
        {
            foreach (var (name, field) in entry.Fields.Where(field => field.Value.Layer == layer))
            {
                var place = new Place(field.File, field.Line, entry.Id);
                if (entry.Section.Fields.FirstOrDefault(known => known.Name == name) is { } spec)
                {
                    Field(spec, field.Node, place);
                }
            }
            if (entry.Layer == layer)
            {
                Entry(entry);
            }
        }
    }

    private void Entry(MergedEntry entry)
    {
        switch (entry.Section.Name)
        {
            case "topics" when Cycle(entry) is { } cycle:
                report.Error(entry.Place, $"De onderwerpen vallen in een kring onder elkaar: {cycle}.");
                break;
            case "rules":
                RuleCheck.Check(entry, report);
                AnswerCheck.CheckOffered(entry, merged, report);
                break;
            case "answers":
                AnswerCheck.Check(entry, report);
                break;
            case "templates":
                TemplateCheck.Check(entry, report);
                break;
        }
    }

    private void Field(Field field, Node node, Place place)
    {
        switch (field.Kind)
        {
            case FieldKind.Reference or FieldKind.References or FieldKind.FlagOrReferences:
                foreach (var id in node.Each().OfType<ScalarNode>())
                {
                    Reference(field, id, place.At(id));
                }
                break;
            case FieldKind.Words or FieldKind.TextCondition:
                WordLists(node, place);
                break;
            case FieldKind.Slots:
                Slots(field, node, place);
                break;
            case FieldKind.Actions when node is MapNode map:
                Map(map, RuleLanguage.Actions, place);
                break;
            case FieldKind.Blocks:
                foreach (var block in node.Each().OfType<MapNode>())
                {
                    Map(block, field.Parts!, place);
                }
                break;
            case FieldKind.Condition or FieldKind.Conditions:
                foreach (var condition in node.Each().OfType<MapNode>())
                {
                    Map(condition, RuleLanguage.Conditions, place);
                }
                break;
        }
    }

    private void Map(MapNode map, Field[] fields, Place place)
    {
        foreach (var pair in map.Pairs)
        {
            if (Array.Find(fields, field => field.Name == pair.Key) is { } field)
            {
                Field(field, pair.Value, place.At(pair.Line));
            }
        }
    }

    private void Reference(Field field, ScalarNode id, Place place)
    {
        var open = field.Kind == FieldKind.FlagOrReferences && id.Value is "true" or "false";
        if (open || field.Values?.Contains(id.Value) == true || merged.Find(field.Section!, id.Value) is not null)
        {
            return;
        }
        if (merged.SwitchedOff(field.Section!, id.Value) is { } off)
        {
            report.Remark(place, $"'{id.Value}' onder '{field.Section}' is uitgezet in laag {off.Layer}.");
            return;
        }
        report.Error(place, $"Er is geen '{id.Value}' onder '{field.Section}'.{Spelling.Hint(id.Value, merged.Ids(field.Section!))}");
    }

    private void WordLists(Node node, Place place)
    {
        foreach (var word in node is MapNode map ? map.Pairs.SelectMany(pair => pair.Value.Each()) : node.Each())
        {
            if (word is ScalarNode { Value: ['@', .. var list] } && merged.Find("wordlists", list) is null)
            {
                report.Error(place.At(word), $"Er is geen woordenlijst '{list}'.{Spelling.Hint(list, merged.Ids("wordlists"))}");
            }
        }
    }

    private void Slots(Field field, Node node, Place place)
    {
        foreach (var (name, _) in SlotText.Slots(node.Text() ?? "", out _))
        {
            if (field.Name != "body" && !_slots.Contains(name))
            {
                report.Error(place, $"Het slot '{{{name}}}' is niet bekend.{HintForSlot(name)}");
            }
        }
    }

    private string HintForSlot(string name) =>
        Spelling.Hint(name, _slots) is { Length: > 0 } hint ? hint : " Zet het in 'voice.facts' van deze laag of een laag hierboven.";

    private string? Cycle(MergedEntry topic)
    {
        var path = new List<string> { topic.Id };
        for (var parent = topic.Text("parent"); parent is not null; parent = merged.Find("topics", parent)?.Text("parent"))
        {
            path.Add(parent);
            if (parent == topic.Id)
            {
                return string.Join(" → ", path);
            }
            if (path.Count > 100)
            {
                return null;
            }
        }
        return null;
    }
}
