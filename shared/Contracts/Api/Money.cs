namespace WebcareHub.Contracts.Api;

// What contacts cost, what could be avoided, what an investment would save and how many colleagues an hour asks for. Amounts are in euros, from the
// municipality's own figures; until it gave those, from the assumptions that stand beside them.
//   GET /figures/money?from=&until=&at=&investment=&yearly=&avoided=   (Money) of the caller's own municipality; the last three fill the business case
//   PUT /figures/money/costs                         keeps the municipality's own figures (Costs); by a manager

/// <summary>Costs, savings and capacity of one municipality and period.</summary>
/// <param name="Costs">By what it is computed.</param>
/// <param name="OwnCosts">The municipality gave them itself.</param>
/// <param name="Assumptions">Everything that is assumed, Dutch, one sentence each.</param>
/// <param name="Contacts">Answers of colleagues in the period.</param>
/// <param name="ContactsPerFte">Contacts of the period for each full-time equivalent of the team; null without <see cref="Costs.Fte"/>.</param>
/// <param name="Capacity">By hour of the week, Dutch local time; only hours in which webcare was open.</param>
/// <param name="MayChange">The caller may change the costs.</param>
public sealed record Money(
    string Municipality,
    string Name,
    DateOnly From,
    DateOnly Until,
    DateTimeOffset At,
    Costs Costs,
    bool OwnCosts,
    IReadOnlyList<string> Assumptions,
    int Contacts,
    double Total,
    double? ContactsPerFte,
    IReadOnlyList<ChannelMoney> Channels,
    IReadOnlyList<AvoidableContacts> Avoidable,
    BusinessCase Case,
    IReadOnlyList<CapacityHour> Capacity,
    bool MayChange
);

/// <summary>What a municipality says its work costs.</summary>
/// <param name="HourlyCost">Of one colleague, all in.</param>
/// <param name="Fte">Full-time equivalents of the team; null when not told.</param>
/// <param name="AtOnce">How many questions a colleague has in hand at once, from 1 to 10.</param>
/// <param name="AnswerWithinMinutes">Capacity is counted for an answer within this time.</param>
/// <param name="AnswerShare">Of a hundred questions, how many within that time.</param>
/// <param name="Channels">A channel that is not named costs as the first one.</param>
public sealed record Costs(
    double HourlyCost,
    double? Fte,
    int AtOnce,
    int AnswerWithinMinutes,
    int AnswerShare,
    IReadOnlyList<ChannelCost> Channels
);

/// <summary>What one contact takes on a channel.</summary>
/// <param name="Minutes">Of work.</param>
/// <param name="Fee">Euros that the platform asks.</param>
public sealed record ChannelCost(string Channel, double Minutes, double Fee);

/// <summary>What a channel cost in the period.</summary>
public sealed record ChannelMoney(string Channel, int Contacts, double PerContact, double Total);

/// <summary>Contacts that need not have been.</summary>
/// <param name="Why">repeat, channel-switch, reopened or handed-over.</param>
/// <param name="Title">Dutch.</param>
public sealed record AvoidableContacts(string Why, string Title, int Contacts, double Total);

/// <summary>What an investment saves, by the assumptions that stand in it.</summary>
/// <param name="Investment">Once, in euros.</param>
/// <param name="Yearly">Each year, in euros.</param>
/// <param name="Avoided">Of a hundred avoidable contacts, how many will not come any more.</param>
/// <param name="SavedContacts">In a year, by the measure of the period.</param>
/// <param name="Saved">Euros in a year, <paramref name="Yearly"/> not taken off.</param>
/// <param name="PaybackMonths">Null: it never pays itself back.</param>
/// <param name="AfterFiveYears">Euros saved less spent.</param>
public sealed record BusinessCase(
    double Investment,
    double Yearly,
    double Avoided,
    double SavedContacts,
    double Saved,
    double? PaybackMonths,
    double AfterFiveYears
);

/// <summary>How many colleagues an hour of the week asks for (Erlang C).</summary>
/// <param name="Day">1 for Monday to 7.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Arrivals">The mean of the period.</param>
/// <param name="Minutes">Of work they bring.</param>
/// <param name="Agents">Needed to meet <see cref="Costs.AnswerShare"/> within <see cref="Costs.AnswerWithinMinutes"/>.</param>
/// <param name="Share">Of a hundred questions, how many are then answered within that time.</param>
public sealed record CapacityHour(int Day, int Hour, double Arrivals, double Minutes, int Agents, double Share);
