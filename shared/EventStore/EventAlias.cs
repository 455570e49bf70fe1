using System.Text.RegularExpressions;

namespace WebcareHub.EventStore;

/// <summary>Marten's rule from type name to alias: <c>OrderPlaced</c> is <c>order_placed</c>, <c>URLChanged2FA</c> is <c>url_changed_2fa</c>.</summary>
internal static partial class EventAlias
{
    internal static string Of(Type type) =>
        LowerThenOther().Replace(CapitalsThenWord().Replace(type.Name, "$1_$2"), "$1_$2").ToLowerInvariant();

    [GeneratedRegex(@"(\P{Ll})(\P{Ll}\p{Ll})")]
    private static partial Regex CapitalsThenWord();

    [GeneratedRegex(@"(\p{Ll})(\P{Ll})")]
    private static partial Regex LowerThenOther();
}
