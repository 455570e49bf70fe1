using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace WebcareHub.RulesOfEngagement;

/// <summary>JSON Schemas of the language, for completion and checks in editors.</summary>
public static class BlueprintSchemas
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>File name to content: <c>layer.json</c> knows every heading, the others one each.</summary>
    public static IReadOnlyDictionary<string, string> All() =>
        Sections
            .All.Select(section => (File: $"{section.Name}.json", Sections: new[] { section }))
            .Append((File: "layer.json", Sections.All))
            .Append((File: "adoption.json", []))
            .ToDictionary(schema => schema.File, schema => Document(schema.File, schema.Item2).ToJsonString(Written) + "\n");

    private static JsonObject Document(string file, Section[] sections)
    {
        var properties = new JsonObject
        {
            ["layer"] = FieldSchema.Map(Language.Layer, "Wat deze laag is."),
            ["defaults"] = FieldSchema.Map(
                [.. Language.Defaults.Select(field => field with { Required = false })],
                "Geldt voor elk onderdeel in dit bestand."
            ),
        };
        if (file is "layer.json" or "adoption.json")
        {
            properties[AdoptionLanguage.Heading] = AdoptionSchema.Block();
        }
        foreach (var section in sections)
        {
            properties[section.Name] = section.IsList ? List(section) : FieldSchema.Map(section.Fields, section.One);
        }
        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$id"] = file,
            ["title"] = $"Blauwdruk: {(sections.Length == 0 ? "adoption" : string.Join(", ", sections.Select(section => section.Name)))}",
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = properties,
            ["definitions"] = Definitions(),
        };
    }

    private static JsonObject Definitions() =>
        new()
        {
            ["condition"] = FieldSchema.Map(RuleLanguage.Conditions, "Alle genoemde voorwaarden moeten kloppen."),
            ["actions"] = FieldSchema.Map(RuleLanguage.Actions, "Gevolgen."),
            ["rule"] = Entry(Sections.Find("rules")!),
        };

    private static JsonObject List(Section section) =>
        new()
        {
            ["type"] = new JsonArray("array", "null"),
            ["items"] = section.Name == "rules" ? FieldSchema.Definition("rule") : Entry(section),
        };

    /// <summary>An entry is added, adjusted or switched off.</summary>
    private static JsonObject Entry(Section section)
    {
        var own = section.Fields.Select(field => field with { Required = field.Required && field.Name != "owner" });
        var adjustable = section.Fields.Where(field => field.Name != "id").Select(field => field with { Required = false });
        return new JsonObject
        {
            ["description"] = section.One,
            ["anyOf"] = new JsonArray(
                FieldSchema.Map([.. own], "Toevoegen."),
                FieldSchema.Map(
                    [
                        new Field("adjust", FieldKind.Id, "Id van het onderdeel dat u aanpast.", Required: true),
                        .. adjustable,
                        .. adjustable
                            .Where(LayerReader.IsList)
                            .Select(field => field with { Name = field.Name + "+", About = field.About + " (aanvullen)" }),
                    ],
                    "Aanpassen."
                ),
                FieldSchema.Map(
                    [
                        new Field("off", FieldKind.Id, "Id van het onderdeel dat u uitzet.", Required: true),
                        new Field("reason", FieldKind.Text, "Waarom.", Required: true),
                        new Field("note", FieldKind.Text, "Toelichting."),
                    ],
                    "Uitzetten."
                )
            ),
        };
    }
}
