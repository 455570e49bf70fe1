using System.Collections.Immutable;
using WebcareHub.Contracts.Crises;
using WebcareHub.Crisis.CoreMessages;
using WebcareHub.Crisis.Following;
using WebcareHub.Crisis.PublicPage;
using WebcareHub.Crisis.Rumours;
using WebcareHub.Crisis.Tests.Speaking;

namespace WebcareHub.Crisis.Tests.PublicPage;

/// <summary>What the pages are made of, in tests.</summary>
internal static class Some
{
    internal static CrisisFacts Flood { get; } =
        new(
            Given.Flood,
            "wadden",
            "hoogwater",
            "Hoogwater",
            ["wadden"],
            false,
            Given.Now,
            null,
            Given.Now.AddHours(1),
            Given.Now,
            ImmutableDictionary<string, ApprovingRole>.Empty
        );

    internal static CoreMessageState Released { get; } = Release();

    internal static PageSource Source(CrisisFacts crisis, params RumourState[] rumours) => Source(crisis, [Released], rumours);

    internal static PageSource Source(CrisisFacts crisis, CoreMessageState[] messages, params RumourState[] rumours) =>
        new PageSources(Given.Places, [crisis.Id], [crisis], messages, rumours).Source();

    internal static Page Of(PageSource source, string town = "GM0088", DateTimeOffset? at = null, bool isStale = false) =>
        Compose.Of(source.Towns.Single(each => each.Code == town), source, at ?? Given.Now, isStale);

    internal static RumourState Rumour(string claim, string answer) =>
        RumourState.None with
        {
            Registered = new(Guid.NewGuid(), Given.Flood, "wadden", ["wadden"], claim, "Facebook", 3, "GM0088", new("a", "A"), Given.Now),
            Status = RumourStatus.False,
            Answered = new(answer, "GM0088", new("a", "A"), Given.Now.AddMinutes(3)),
            ChangedAt = Given.Now.AddMinutes(3),
        };

    private static CoreMessageState Release()
    {
        var message = Given.Issued();
        return message.After(Crisis.CoreMessages.Release.Decide(Given.Spokesperson("GM0088"), message, 1));
    }
}
