using System.Collections.Concurrent;
using System.Text.Json;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>Templates the platform has approved.</summary>
internal sealed class Templates
{
    private readonly ConcurrentDictionary<(string Name, string Language), Template> known = new();

    public Templates()
    {
        foreach (var template in ApprovedTemplates.OfBlueprint())
            Approve(template);
    }

    public Template? Find(string name, string language) => known.GetValueOrDefault((name, language));

    public void Approve(Template template) => known[(template.Name, template.Language)] = template;

    /// <summary>The body parameters of a send, as text. Only text parameters are approved here.</summary>
    public static IReadOnlyList<string> Parameters(JsonElement template)
    {
        if (!template.TryGetProperty("components", out var components))
            return [];
        if (components.ValueKind is not JsonValueKind.Array)
            throw new RefusedException(GraphError.Parameter("Param template['components'] must be an array."));
        return
        [
            .. components
                .EnumerateArray()
                .Where(component => component.Text("type")?.ToLowerInvariant() == "body" && component.TryGetProperty("parameters", out _))
                .SelectMany(component => component.GetProperty("parameters").EnumerateArray())
                .Select(parameter =>
                    parameter.Text("type") == "text" && parameter.Text("text") is { Length: > 0 } text
                        ? text
                        : throw new RefusedException(GraphError.Value("Template body parameters must be non-empty text."))
                ),
        ];
    }
}

/// <summary>An approved template.</summary>
/// <param name="Body">Text with <c>{{1}}</c>, <c>{{2}}</c>… for its parameters.</param>
internal sealed record Template(string Name, string Language, string Body)
{
    public int Parameters { get; } = Enumerable.Range(1, 20).Count(number => Body.Contains($"{{{{{number}}}}}", StringComparison.Ordinal));

    public string Fill(IReadOnlyList<string> values) =>
        values
            .Select((value, index) => (value, index))
            .Aggregate(Body, (text, slot) => text.Replace($"{{{{{slot.index + 1}}}}}", slot.value, StringComparison.Ordinal));
}
