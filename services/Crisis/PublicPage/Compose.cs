namespace WebcareHub.Crisis.PublicPage;

/// <summary>Makes the page of a municipality from what is known. Pure: the same source and moment give the same page, on every node.</summary>
internal static class Compose
{
    /// <summary>How long a crisis stays on the pages after its end.</summary>
    internal static readonly TimeSpan Afterwards = TimeSpan.FromDays(14);

    // The page has to arrive on a bad line, in one breath.
    private const int MostMessages = 8;
    private const int MostActions = 12;
    private const int MostRumours = 12;

    internal static Page Of(PageTown town, PageSource source, DateTimeOffset now, bool isStale)
    {
        var crises = source
            .Crises.Where(crisis => crisis.Towns.Contains(town.Code) && !(crisis.EndedAt + Afterwards <= now))
            .OrderBy(crisis => crisis.EndedAt is not null)
            .ToList();
        var sections = crises.Select(crisis => Section(town.Code, crisis, now)).ToList();
        return new(town, sections, crises.Count == 0 ? null : crises.Max(crisis => UpdatedAt(town.Code, crisis, now)), isStale);
    }

    /// <summary>The first moment after now at which a page changes by itself: a text begins or ends, or its day is over. Null for never.</summary>
    internal static DateTimeOffset? Next(PageSource source, DateTimeOffset now) =>
        source
            .Crises.SelectMany(crisis => crisis.Messages)
            .SelectMany(message => new[] { message.ValidFrom, message.ValidUntil ?? message.ValidFrom })
            .Concat(source.Crises.Select(crisis => crisis.NextUpdate).OfType<DateTimeOffset>())
            .Concat(source.Crises.Select(crisis => crisis.EndedAt + Afterwards).OfType<DateTimeOffset>())
            .Append(Midnight(now))
            .Where(moment => moment > now)
            .Order()
            .Select(moment => (DateTimeOffset?)moment)
            .FirstOrDefault();

    private static PageSection Section(string town, PageCrisis crisis, DateTimeOffset now)
    {
        var known = crisis
            .Messages.Where(message => message.Town == town && Holds(message, now))
            .OrderByDescending(each => each.StandOf)
            .Take(MostMessages)
            .ToList();
        return new(
            crisis.Title,
            crisis.Since,
            crisis.EndedAt,
            crisis.NextUpdate > now ? crisis.NextUpdate : null,
            known,
            [
                .. known
                    .SelectMany(message => message.Actions)
                    .Concat(crisis.EndedAt is null ? crisis.Actions : [])
                    .Distinct()
                    .Take(MostActions),
            ],
            [
                .. crisis
                    .Rumours.Where(rumour => rumour.Answers.ContainsKey(town))
                    .OrderByDescending(rumour => rumour.At)
                    .Take(MostRumours)
                    .Select(rumour => (rumour.Claim, rumour.IsTrue, rumour.Answers[town])),
            ]
        );
    }

    private static bool Holds(PageMessage message, DateTimeOffset now) =>
        !message.Gone && message.ValidFrom <= now && (message.ValidUntil is null || message.ValidUntil > now);

    private static DateTimeOffset UpdatedAt(string town, PageCrisis crisis, DateTimeOffset now) =>
        crisis
            .Messages.Where(message => message.Town == town)
            .SelectMany(message => new[] { message.At, message.ValidFrom, message.ValidUntil ?? message.At })
            .Concat(crisis.Rumours.Where(rumour => rumour.Answers.ContainsKey(town)).Select(rumour => rumour.At))
            .Where(moment => moment <= now)
            .Append(crisis.ChangedAt)
            .Max();

    private static DateTimeOffset Midnight(DateTimeOffset now)
    {
        var there = Speaking.Clock.Local(now);
        return now + (there.Date.AddDays(1) - there.DateTime);
    }
}
