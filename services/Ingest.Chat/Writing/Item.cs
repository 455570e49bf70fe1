using System.Text.Json.Serialization;

namespace WebcareHub.Ingest.Chat.Writing;

/// <summary>What stands in a conversation, as the widget gets it.</summary>
/// <param name="Number">Its place, from 1 and without gaps.</param>
/// <param name="Id">Of the browser's for what the visitor wrote.</param>
/// <param name="Mine">The visitor wrote it.</param>
internal sealed record Item(long Number, Guid Id, bool Mine, DateTimeOffset At, string? Text, IReadOnlyList<ItemFile> Files);

/// <param name="Id">Under which it is fetched.</param>
/// <param name="Length">Bytes.</param>
internal sealed record ItemFile(Guid Id, string Name, string ContentType, long Length);

/// <summary>What of an item stands under a seal.</summary>
internal sealed record ItemContent(string? Text, IReadOnlyList<ItemFile> Files);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Item))]
[JsonSerializable(typeof(ItemContent))]
[JsonSerializable(typeof(ItemFile))]
internal sealed partial class ItemJson : JsonSerializerContext;
