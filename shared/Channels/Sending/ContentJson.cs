using System.Text.Json.Serialization;

namespace WebcareHub.Channels.Sending;

/// <summary>How a part's content stands under its seal.</summary>
[JsonSerializable(typeof(PartContent))]
internal sealed partial class ContentJson : JsonSerializerContext;
