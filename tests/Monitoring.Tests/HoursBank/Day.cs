using WebcareHub.Monitoring.HoursBank;

namespace WebcareHub.Monitoring.Tests.HoursBank;

/// <summary>Facts of a day as a test tells them: moments are Dutch winter time, on 2 November 2026 unless a day is named.</summary>
internal static class Day
{
    internal static readonly Worker Jan = new("GM0072", "GM0072:jan");
    internal static readonly Worker Fatima = new("GM0072", "GM0072:fatima");

    internal static DateTimeOffset At(string moment) =>
        DateTimeOffset.Parse(
            $"{(moment.Length > 8 ? "" : "2026-11-02 ")}{moment} +01:00",
            System.Globalization.CultureInfo.InvariantCulture
        );

    internal static Guid Question(int number) => new(number, 0, 0, new byte[8]);

    internal static Fact Comes(this Worker worker, string at) =>
        new Fact.CameToWork(worker, $"{worker.Id}/{Days.Of(At(at)):yyyy-MM-dd}", At(at));

    internal static Fact Pauses(this Worker worker, string at) => new Fact.Paused(worker, At(at));

    internal static Fact Goes(this Worker worker, string at) => new Fact.WentHome(worker, At(at));

    internal static Fact Takes(
        this Worker worker,
        int question,
        string at,
        string owner = "GM0088",
        string topic = "afval",
        string pool = "wadden"
    ) => new Fact.Took(worker, $"{worker.Id}/{Days.Of(At(at)):yyyy-MM-dd}", new Question(Question(question), pool, owner, topic), At(at));

    internal static Fact Answers(this Worker worker, int question, string at) => new Fact.Answered(Question(question), worker.Id, At(at));

    internal static Fact Finishes(this Worker worker, int question, string at) => new Fact.Left(Question(question), worker.Id, At(at));

    internal static Fact GoesBack(int question, string at) => new Fact.Left(Question(question), null, At(at));

    internal static Fact Closes(int question, string at, string pool = "wadden") => new Fact.Closed(Question(question), pool, At(at));

    internal static Fact ResidentWrites(int question, string at, string? topic = null) =>
        new Fact.CameBack(Question(question), topic, At(at));

    internal static Fact Renames(int question, string topic, string at) => new Fact.Renamed(Question(question), topic, At(at));

    internal static IReadOnlyList<Entry> Entries(params IEnumerable<Fact> facts) =>
        Part.Sum(Part.Of(facts.Aggregate(Ledger.Empty, Ledger.Apply).Slices));
}
