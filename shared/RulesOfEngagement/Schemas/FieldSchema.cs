using System.Text.Json.Nodes;

namespace WebcareHub.RulesOfEngagement;

/// <summary>The schema of one field.</summary>
internal static class FieldSchema
{
    private const string Block = "^([01][0-9]|2[0-3]):[0-5][0-9]-(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)$";

    public static JsonObject Map(IReadOnlyList<Field> fields, string about)
    {
        var map = new JsonObject
        {
            ["description"] = about,
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JsonObject(fields.Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Of(field)))),
        };
        if (fields.Any(field => field.Required))
        {
            map["required"] = new JsonArray([.. fields.Where(field => field.Required).Select(field => (JsonNode)field.Name)]);
        }
        return map;
    }

    public static JsonObject Definition(string name) => new() { ["$ref"] = $"#/definitions/{name}" };

    private static JsonObject Of(Field field)
    {
        var schema = field.Kind switch
        {
            FieldKind.Choice => Enum(field.Values!),
            FieldKind.Choices => OneOrMore(Enum(field.Values!)),
            FieldKind.References or FieldKind.Texts or FieldKind.Words => OneOrMore(Text()),
            FieldKind.Id => Text("^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$"),
            FieldKind.Flag => Typed("boolean"),
            FieldKind.Number => new JsonObject
            {
                ["type"] = "integer",
                ["minimum"] = 0,
                ["maximum"] = field.Max,
            },
            FieldKind.Decimal => new JsonObject { ["type"] = "number", ["minimum"] = 0 },
            FieldKind.Date => Text("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"),
            FieldKind.Duration => Text("^([0-9]+[mhd]|none)$"),
            FieldKind.FlagOrChoices => Either(Typed("boolean"), OneOrMore(Enum(field.Values!))),
            FieldKind.FlagOrReferences => Either(Typed("boolean"), OneOrMore(Text())),
            FieldKind.AtLeast => AtLeast(),
            FieldKind.FlagOrAtLeast => Either(Typed("boolean"), AtLeast()),
            FieldKind.Condition => Definition("condition"),
            FieldKind.Conditions => OneOrMore(Definition("condition")),
            FieldKind.TextCondition => Either(OneOrMore(Text()), Map(RuleLanguage.TextParts, field.About)),
            FieldKind.Actions => Definition("actions"),
            FieldKind.Rules => new JsonObject { ["type"] = "array", ["items"] = Definition("rule") },
            FieldKind.Blocks => new JsonObject { ["type"] = "array", ["items"] = Map(field.Parts!, field.About) },
            FieldKind.OverflowWhen => Map(RuleLanguage.OverflowParts, field.About),
            FieldKind.Facts => Facts(),
            FieldKind.Week => Either(Week(dated: false), new JsonObject { ["type"] = "array", ["items"] = Week(dated: true) }),
            FieldKind.Exceptions => new JsonObject { ["type"] = "array", ["items"] = Exception() },
            _ => Limited(field),
        };
        if (!schema.ContainsKey("$ref"))
        {
            schema["description"] = field.About;
        }
        return schema;
    }

    private static JsonObject Facts() =>
        new()
        {
            ["type"] = "object",
            ["additionalProperties"] = Either(
                new JsonObject { ["type"] = new JsonArray("string", "number", "null") },
                Map(Fact.Fields, "Een gegeven dat niet altijd klopt.")
            ),
        };

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Text(string? pattern = null)
    {
        var text = new JsonObject { ["type"] = pattern is null ? new JsonArray("string", "number") : "string" };
        if (pattern is not null)
        {
            text["pattern"] = pattern;
        }
        return text;
    }

    private static JsonObject Limited(Field field)
    {
        var text = Text();
        if (field.Max > 0)
        {
            text["maxLength"] = field.Max;
        }
        return text;
    }

    private static JsonObject Enum(IReadOnlyList<string> values) =>
        new() { ["enum"] = new JsonArray([.. values.Select(value => (JsonNode)value)]) };

    private static JsonObject Either(params JsonNode[] shapes) => new() { ["anyOf"] = new JsonArray(shapes) };

    private static JsonObject OneOrMore(JsonObject one) => Either(one, new JsonObject { ["type"] = "array", ["items"] = one.DeepClone() });

    private static JsonObject AtLeast() =>
        Map([new Field("atLeast", FieldKind.Number, "Vanaf dit aantal.", Required: true, Max: int.MaxValue)], "Vanaf een aantal.");

    private static JsonObject Week(bool dated)
    {
        var week = Map([.. Language.DayGroups.Select(day => new Field(day, FieldKind.Texts, "Blokken; leeg: dicht."))], "Blokken per dag.");
        foreach (var day in Language.DayGroups)
        {
            week["properties"]![day] = Blocks();
        }
        if (dated)
        {
            week["properties"]!["from"] = Of(new Field("from", FieldKind.Date, "Eerste dag van dit rooster."));
            week["required"] = new JsonArray("from");
        }
        return week;
    }

    private static JsonObject Exception()
    {
        var exception = Map(RuleLanguage.ExceptionParts, "Andere tijden op een of meer dagen.");
        exception["properties"]!["open"] = Blocks();
        return exception;
    }

    private static JsonObject Blocks() => OneOrMore(Text(Block));
}
