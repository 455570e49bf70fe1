using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using WebcareHub.Contracts;

namespace WebcareHub.EventStore;

/// <summary>
/// Seals marked strings while an event is written and opens them while it is read, however deep they stand. The key is that of the event at
/// hand; writing and reading JSON never leave the thread, so it stands in a thread's variable.
/// </summary>
internal sealed class PersonalText : JsonConverter<string>
{
    private static readonly PersonalText Converter = new();

    [ThreadStatic]
    private static ResidentKey? current;

    /// <summary>Contract modifier: puts the converter on properties marked <see cref="PersonalAttribute"/>.</summary>
    internal static void Seal(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(IsPersonal))
        {
            if (property.PropertyType != typeof(string))
            {
                throw new InvalidOperationException(
                    $"{type.Type.Name}.{property.Name} is marked personal, but only a string can be sealed."
                );
            }
            property.CustomConverter = Converter;
        }
    }

    /// <summary>Whether text marked personal can stand in something of this form. What takes any form, can.</summary>
    internal static bool StandsIn(JsonTypeInfo form)
    {
        var seen = new HashSet<Type>();
        var ahead = new Stack<JsonTypeInfo>([form]);
        while (ahead.TryPop(out var at))
        {
            if (!seen.Add(at.Type))
            {
                continue;
            }
            if (at.Type == typeof(object) || at.Properties.Any(IsPersonal))
            {
                return true;
            }
            var within = at
                .Properties.Select(property => property.PropertyType)
                .Append(at.ElementType)
                .Append(at.KeyType)
                .Concat(at.PolymorphismOptions?.DerivedTypes.Select(derived => derived.DerivedType) ?? []);
            foreach (var type in within.OfType<Type>())
            {
                ahead.Push(at.Options.GetTypeInfo(type));
            }
        }
        return false;
    }

    internal static Scope Under(ResidentKey? key)
    {
        current = key;
        return default;
    }

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString()!;
        return Sealed.IsText(text) ? current?.OpenText(text) : text;
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options)
    {
        var key = current ?? throw new InvalidOperationException("An event with personal text was appended without naming its resident.");
        writer.WriteStringValue(key.SealText(value));
    }

    private static bool IsPersonal(JsonPropertyInfo property) =>
        Marked(property.AttributeProvider) || Marked(property.AssociatedParameter?.AttributeProvider);

    private static bool Marked(ICustomAttributeProvider? member) => member?.IsDefined(typeof(PersonalAttribute), inherit: true) ?? false;

    internal readonly ref struct Scope
    {
#pragma warning disable CA1822 // Disposed by a using statement, which needs an instance.
        public void Dispose() => current = null;
#pragma warning restore CA1822
    }
}
