namespace WebcareHub.Contracts.Api;

// The hours bank: which municipality helped which, through a pool, in seconds and questions. Monitoring keeps it from the events. Amounts are of
// municipalities; none is of one colleague. A month is written yyyy-MM and is Dutch local time.
//   GET  /hours-bank?pool=&month=                     a month at a glance; without pool the own region's, without month the present one (HoursBank)
//   GET  /hours-bank/settlements/{pool}/{month}       the sheet two controllers settle by (Settlement); with Accept: text/csv, or
//   GET  /hours-bank/settlements/{pool}/{month}.csv   the same as a file: what it holds stands in its own first lines
//   POST /hours-bank/corrections                      books a counter-entry in the present month (NewCorrection, Correction); by the keeper of the pool

/// <summary>A month of a pool at a glance.</summary>
/// <param name="Pool">nl or a region id.</param>
/// <param name="PoolTitle">Dutch, to read.</param>
/// <param name="Pools">The pools whose hours bank the caller may read, this one among them.</param>
/// <param name="ClosesAt">From then on the month stays as it is.</param>
/// <param name="Seconds">All that was given, which is all that was received; corrections not counted.</param>
/// <param name="Shifts">Per day on which shifts began.</param>
/// <param name="MayCorrect">The caller keeps this pool.</param>
/// <param name="Lag">How far the counting is behind the log.</param>
public sealed record HoursBank(
    string Pool,
    string PoolTitle,
    IReadOnlyList<PoolName> Pools,
    string Month,
    bool Closed,
    DateTimeOffset ClosesAt,
    long Seconds,
    int Questions,
    IReadOnlyList<HoursOfMunicipality> Municipalities,
    IReadOnlyList<HoursOfDay> Shifts,
    IReadOnlyList<HoursOfTopic> Topics,
    bool MayCorrect,
    Lag? Lag = null
);

/// <summary>What a municipality gave and received in a month.</summary>
/// <param name="Given">Seconds its colleagues worked on questions of others.</param>
/// <param name="Received">Seconds others worked on its questions.</param>
/// <param name="Balance">Given less received up to and with this month, corrections counted; below zero: it received more.</param>
public sealed record HoursOfMunicipality(
    string Municipality,
    string Name,
    long Given,
    long Received,
    int QuestionsGiven,
    int QuestionsReceived,
    long Balance
);

/// <summary>Shifts of the whole pool that began on a day.</summary>
public sealed record HoursOfDay(DateOnly Day, int Shifts, long Seconds, int Questions);

/// <summary>What was worked on in the whole pool.</summary>
/// <param name="Topic">Null when none was recognised.</param>
public sealed record HoursOfTopic(string? Topic, string? Title, long Seconds, int Questions);

/// <summary>The sheet of one pool and month. Every total is the sum of the entries and corrections below it.</summary>
/// <param name="Definition">How it is counted, Dutch, one sentence each.</param>
/// <param name="Municipalities">Every municipality with a balance or an entry; opening, given less received, and corrections make the closing balance.</param>
public sealed record Settlement(
    string Pool,
    string PoolTitle,
    string Month,
    bool Closed,
    DateTimeOffset ClosesAt,
    IReadOnlyList<string> Definition,
    IReadOnlyList<SettlementLine> Municipalities,
    IReadOnlyList<SettlementEntry> Entries,
    IReadOnlyList<Correction> Corrections
);

/// <summary>What a municipality has to settle, in seconds; a balance above zero: it gave more than it received.</summary>
/// <param name="Corrections">The sum of this month's counter-entries for it.</param>
public sealed record SettlementLine(
    string Municipality,
    string Name,
    long Opening,
    long Given,
    long Received,
    long Corrections,
    long Closing,
    int QuestionsGiven,
    int QuestionsReceived
);

/// <summary>What one municipality worked for another on a topic in the month.</summary>
/// <param name="Topic">Null when none was recognised.</param>
/// <param name="Shifts">From which shifts it is: numbers that both can look up and that name nobody.</param>
public sealed record SettlementEntry(
    string Giver,
    string Receiver,
    string? Topic,
    string? TopicTitle,
    long Seconds,
    int Questions,
    IReadOnlyList<ShiftNumber> Shifts
);

/// <summary>A shift as the sheet names it.</summary>
/// <param name="Day">The date it began.</param>
public sealed record ShiftNumber(string Number, DateOnly Day);

/// <summary>A counter-entry. It is never changed; one more sets it right.</summary>
/// <param name="Month">In which it is booked.</param>
/// <param name="Giver">Whose balance rises by <paramref name="Seconds"/>; the receiver's falls by as much. Seconds below zero: the reverse.</param>
/// <param name="About">The month it sets right; null when it is about no month.</param>
/// <param name="By">Name of the keeper who booked it.</param>
public sealed record Correction(
    Guid Id,
    string Pool,
    string Month,
    string Giver,
    string Receiver,
    long Seconds,
    string Reason,
    string? About,
    string By,
    DateTimeOffset At
);

/// <summary>Book a counter-entry.</summary>
/// <param name="Id">Made by the caller: the same one is booked once.</param>
/// <param name="Minutes">Not zero, at most 60,000 either way.</param>
/// <param name="Reason">Dutch, at most 500 characters, without personal data: every member reads it.</param>
public sealed record NewCorrection(Guid Id, string Pool, string Giver, string Receiver, int Minutes, string Reason, string? About = null);
