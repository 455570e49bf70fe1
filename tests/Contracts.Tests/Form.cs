using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MassTransit.Serialization;
using WebcareHub.Contracts.Bus;

namespace WebcareHub.Contracts.Tests;

/// <summary>How a record stands on the wire or in the log: each namespace has its own form.</summary>
internal sealed record Form(string Folder, JsonSerializerOptions Options)
{
    // The log: names as declared, enums as numbers, nulls written. Personal text stands here open; the store seals it in the same place.
    private static readonly JsonSerializerOptions Log = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Api = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static Form Of(Type record) =>
        record.Namespace switch
        {
            "WebcareHub.Contracts.Conversations" => new("Conversations", Log),
            "WebcareHub.Contracts.Pools" => new("Pools", Log),
            "WebcareHub.Contracts.Blueprint" => new("Blueprint", Log),
            "WebcareHub.Contracts.Crises" => new("Crises", Log),
            "WebcareHub.Contracts.Api" => new("Api", Api),
            "WebcareHub.Contracts.Bus" when OnTheHotPath(record) => new("HotPath", InboundJson.Default.Options),
            "WebcareHub.Contracts.Bus" => new("Bus", SystemTextJsonMessageSerializer.Options),
            _ => throw new InvalidOperationException($"{record.FullName} stands in a namespace without a form."),
        };

    internal string Write(object value, Type record) =>
        JsonNode.Parse(JsonSerializer.Serialize(value, record, Options))!.ToJsonString(Readable) + "\n";

    internal object Read(string json, Type record) => JsonSerializer.Deserialize(json, record, Options)!;

    private static bool OnTheHotPath(Type record) =>
        record == typeof(Inbound)
        || record == typeof(DeliveryRecord)
        || record == typeof(DeliveryItem)
        || record == typeof(PlatformPerson)
        || record.IsAssignableTo(typeof(InboundContent));
}
