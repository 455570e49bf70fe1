namespace WebcareHub.RulesOfEngagement;

/// <summary>A local fact: its value, or a block with the value and the last day it holds.</summary>
internal static class Fact
{
    public static readonly Field[] Fields =
    [
        new("value", FieldKind.Text, "De waarde.", Required: true),
        new("validUntil", FieldKind.Date, "Laatste dag waarop dit klopt.", Required: true),
    ];

    public static string Value(Node node) => (node is MapNode dated ? dated["value"] : node).Text() ?? "";

    public static DateOnly? ValidUntil(Node node) => node is MapNode dated ? Values.Date(dated["validUntil"].Text() ?? "") : null;
}
