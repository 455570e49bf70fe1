using System.Text.Json.Nodes;

namespace WebcareHub.RulesOfEngagement;

/// <summary>The schema of the block <c>adoption</c>.</summary>
internal static class AdoptionSchema
{
    public static JsonObject Block()
    {
        var block = FieldSchema.Map(AdoptionLanguage.Fields, "Wat deze laag overneemt van de lagen erboven.");
        block["properties"]!["base"] = Described(
            "base",
            new()
            {
                ["type"] = "object",
                ["additionalProperties"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
            }
        );
        block["properties"]!["choices"] = Described(
            "choices",
            new() { ["type"] = "array", ["items"] = FieldSchema.Map(AdoptionLanguage.Choice, "Een keuze over een onderdeel.") }
        );
        return block;
    }

    private static JsonObject Described(string field, JsonObject schema)
    {
        schema["description"] = AdoptionLanguage.Fields.First(known => known.Name == field).About;
        return schema;
    }
}
