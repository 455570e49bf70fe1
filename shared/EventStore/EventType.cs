using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace WebcareHub.EventStore;

/// <summary>One event type: its names in the log, and its form as JSON (Marten's: names as declared, enums as numbers, nulls written).</summary>
internal sealed class EventType(Type type, string alias)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { PersonalText.Seal } },
    };

    private readonly JsonTypeInfo _form = Json.GetTypeInfo(type);
    private readonly Lazy<bool> _holdsPersonal = new(() => PersonalText.StandsIn(Json.GetTypeInfo(type)));

    internal Type Type => type;

    internal string Alias => alias;

    internal string DotnetName { get; } = $"{type.FullName}, {type.Assembly.GetName().Name}";

    /// <summary>Whether text marked personal can stand in it, however deep.</summary>
    internal bool HoldsPersonal => _holdsPersonal.Value;

    /// <param name="key">Of the resident the personal text is about; null when none was named.</param>
    internal byte[] Write(object data, ResidentKey? key)
    {
        using (PersonalText.Under(key))
        {
            return JsonSerializer.SerializeToUtf8Bytes(data, _form);
        }
    }

    internal object Read(ReadOnlySpan<byte> json, ResidentKey? key)
    {
        using (PersonalText.Under(key))
        {
            return JsonSerializer.Deserialize(json, _form)!;
        }
    }
}
