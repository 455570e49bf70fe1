using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace WebcareHub.PlatformSimulator.Platform;

/// <summary>The templates of the starting blueprint, as the platform would have approved them: slots by number.</summary>
internal static class ApprovedTemplates
{
    private sealed class File
    {
        public IList<Entry> Templates { get; set; } = [];
    }

    private sealed class Entry
    {
        public string Name { get; set; } = "";

        public string Language { get; set; } = "nl";

        public IList<string> Slots { get; set; } = [];

        public string Body { get; set; } = "";
    }

    public static IEnumerable<Template> OfBlueprint()
    {
        var yaml = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).IgnoreUnmatchedProperties().Build();
        var assembly = typeof(ApprovedTemplates).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("templates/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            foreach (var entry in yaml.Deserialize<File>(reader).Templates)
                yield return new Template(entry.Name, entry.Language, Numbered(entry));
        }
    }

    private static string Numbered(Entry entry) =>
        entry
            .Slots.Index()
            .Aggregate(entry.Body, (body, slot) => body.Replace($"{{{slot.Item}}}", $"{{{{{slot.Index + 1}}}}}", StringComparison.Ordinal));
}
