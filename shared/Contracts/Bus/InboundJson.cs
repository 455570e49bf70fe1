using System.Text.Json.Serialization;

namespace WebcareHub.Contracts.Bus;

/// <summary>How <see cref="Inbound"/> stands on the hot path: camelCase, enums by name as declared, absent instead of null. Generated, so neither side reflects.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(Inbound))]
public sealed partial class InboundJson : JsonSerializerContext;
