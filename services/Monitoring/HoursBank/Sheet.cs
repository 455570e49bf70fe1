using WebcareHub.Contracts.Api;

namespace WebcareHub.Monitoring.HoursBank;

/// <summary>The names a sheet shows for codes.</summary>
/// <param name="Municipality">By CBS code.</param>
/// <param name="Topic">Of a municipality, by topic id; null when it has no such topic now.</param>
internal sealed record Names(string Pool, Func<string, string> Municipality, Func<string, string, string?> Topic);

/// <summary>The books of one pool up to and with a month.</summary>
/// <param name="Earlier">Of the months before, corrections among them: whose balance rose, whose fell, by how many seconds.</param>
/// <param name="Entries">Of the month.</param>
/// <param name="Corrections">Of the month.</param>
internal sealed record Book(
    string Pool,
    DateOnly Month,
    IReadOnlyList<(string Giver, string Receiver, long Seconds)> Earlier,
    IReadOnlyList<Entry> Entries,
    IReadOnlyList<Correction> Corrections
);

/// <summary>A book as people read it. Every figure is a sum of entries and corrections, so totals always add up.</summary>
internal static class Sheet
{
    internal static Settlement Of(Book book, Names names, DateTimeOffset now) =>
        new(
            book.Pool,
            names.Pool,
            Days.Write(book.Month),
            Days.ClosesAt(book.Month) <= now,
            Days.ClosesAt(book.Month),
            Definition.Sentences,
            Lines(book, names),
            [
                .. book
                    .Entries.GroupBy(entry => (entry.Giver, entry.Receiver, entry.Topic))
                    .OrderBy(same => same.Key)
                    .Select(same => Sum(same, names)),
            ],
            book.Corrections
        );

    internal static HoursBankOf Glance(Book book, Names names) =>
        new(
            book.Entries.Sum(entry => entry.Seconds),
            book.Entries.Sum(entry => entry.Questions),
            [.. Lines(book, names).Select(Short)],
            [.. book.Entries.GroupBy(entry => entry.Day).OrderBy(day => day.Key).Select(Sum)],
            [
                .. book
                    .Entries.GroupBy(entry => entry.Topic)
                    .Select(topic => SumTopic(topic, names))
                    .OrderByDescending(topic => topic.Seconds)
                    .ThenBy(topic => topic.Topic, StringComparer.Ordinal),
            ]
        );

    private static HoursOfMunicipality Short(SettlementLine line) =>
        new(line.Municipality, line.Name, line.Given, line.Received, line.QuestionsGiven, line.QuestionsReceived, line.Closing);

    private static HoursOfDay Sum(IGrouping<DateOnly, Entry> day) =>
        new(
            day.Key,
            day.Select(entry => entry.Shift).Distinct().Count(),
            day.Sum(entry => entry.Seconds),
            day.Sum(entry => entry.Questions)
        );

    private static HoursOfTopic SumTopic(IGrouping<string, Entry> topic, Names names) =>
        new(
            topic.Key.Length > 0 ? topic.Key : null,
            topic.Select(entry => names.Topic(entry.Receiver, topic.Key)).FirstOrDefault(title => title is not null),
            topic.Sum(entry => entry.Seconds),
            topic.Sum(entry => entry.Questions)
        );

    private static IReadOnlyList<SettlementLine> Lines(Book book, Names names)
    {
        var municipalities = book
            .Earlier.SelectMany(move => new[] { move.Giver, move.Receiver })
            .Concat(book.Entries.SelectMany(entry => new[] { entry.Giver, entry.Receiver }))
            .Concat(book.Corrections.SelectMany(correction => new[] { correction.Giver, correction.Receiver }));
        return
        [
            .. municipalities
                .Distinct()
                .Select(municipality => Line(book, municipality, names.Municipality(municipality)))
                .OrderBy(line => line.Name, StringComparer.Ordinal),
        ];
    }

    private static SettlementLine Line(Book book, string municipality, string name)
    {
        var opening = Net(book.Earlier, municipality);
        var gave = book.Entries.Where(entry => entry.Giver == municipality).ToList();
        var got = book.Entries.Where(entry => entry.Receiver == municipality).ToList();
        var (given, received) = (gave.Sum(entry => entry.Seconds), got.Sum(entry => entry.Seconds));
        var corrected = Net(book.Corrections.Select(one => (one.Giver, one.Receiver, one.Seconds)), municipality);
        return new(
            municipality,
            name,
            opening,
            given,
            received,
            corrected,
            opening + given - received + corrected,
            gave.Sum(entry => entry.Questions),
            got.Sum(entry => entry.Questions)
        );
    }

    private static long Net(IEnumerable<(string Giver, string Receiver, long Seconds)> moves, string municipality) =>
        moves.Sum(move => (move.Giver == municipality ? move.Seconds : 0) - (move.Receiver == municipality ? move.Seconds : 0));

    private static SettlementEntry Sum(IGrouping<(string Giver, string Receiver, string Topic), Entry> same, Names names) =>
        new(
            same.Key.Giver,
            same.Key.Receiver,
            same.Key.Topic.Length > 0 ? same.Key.Topic : null,
            names.Topic(same.Key.Receiver, same.Key.Topic),
            same.Sum(entry => entry.Seconds),
            same.Sum(entry => entry.Questions),
            [
                .. same.Select(entry => new ShiftNumber(entry.Shift, entry.Day))
                    .Distinct()
                    .OrderBy(shift => shift.Day)
                    .ThenBy(shift => shift.Number, StringComparer.Ordinal),
            ]
        );
}

/// <summary>The figures of a month at a glance.</summary>
internal sealed record HoursBankOf(
    long Seconds,
    int Questions,
    IReadOnlyList<HoursOfMunicipality> Municipalities,
    IReadOnlyList<HoursOfDay> Shifts,
    IReadOnlyList<HoursOfTopic> Topics
);
