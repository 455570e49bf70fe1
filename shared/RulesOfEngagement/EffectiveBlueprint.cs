namespace WebcareHub.RulesOfEngagement;

/// <summary>The blueprint of one municipality: its layers merged and compiled. Immutable; shared between threads.</summary>
public sealed class EffectiveBlueprint
{
    /// <summary>CBS code.</summary>
    public string Municipality => throw new NotImplementedException();

    /// <summary>Codes of the layers it is made of, national first.</summary>
    public IReadOnlyList<string> Layers => throw new NotImplementedException();

    public IReadOnlyList<Topic> Topics => throw new NotImplementedException();
    public IReadOnlyList<Answer> Answers => throw new NotImplementedException();
    public IReadOnlyList<ServiceLevel> ServiceLevels => throw new NotImplementedException();
    public IReadOnlyList<Template> Templates => throw new NotImplementedException();
    public IReadOnlyList<Guideline> Principles => throw new NotImplementedException();
    public IReadOnlyList<Guideline> Guidelines => throw new NotImplementedException();
    public IReadOnlyList<WorkList> WorkLists => throw new NotImplementedException();
    public IReadOnlyList<Role> Roles => throw new NotImplementedException();
    public IReadOnlyList<Partner> Partners => throw new NotImplementedException();
    public IReadOnlyList<OverflowPolicy> Overflow => throw new NotImplementedException();
    public IReadOnlyList<Scenario> Scenarios => throw new NotImplementedException();

    /// <summary>The policy that holds when nothing else says so.</summary>
    public OverflowPolicy DefaultOverflow => throw new NotImplementedException();
    public Retention Retention => throw new NotImplementedException();

    /// <summary>Name, form of address, signature and local facts.</summary>
    public Voice Voice => throw new NotImplementedException();

    /// <summary>Opening hours by id; rules read <c>webcare</c>.</summary>
    public IReadOnlyDictionary<string, OpeningHours> Hours => throw new NotImplementedException();

    /// <summary>Within this time after resolving, a new message reopens the conversation.</summary>
    public TimeSpan ReopenWithin => throw new NotImplementedException();

    /// <summary>The topic, or null.</summary>
    public Topic? Topic(string? id) => throw new NotImplementedException();

    /// <summary>Standard answers for a topic on a channel: those of the topic first, then of its parents, then general ones.</summary>
    public IReadOnlyList<Answer> AnswersFor(string? topic, string channel) => throw new NotImplementedException();

    /// <summary>Principles and guidelines that apply to a topic.</summary>
    public IReadOnlyList<Guideline> GuidelinesFor(string? topic) => throw new NotImplementedException();

    /// <summary>Whether webcare is open.</summary>
    public bool IsOpen(DateTimeOffset at) => throw new NotImplementedException();

    /// <summary>When an answer is due, UTC; null when the service level asks for none.</summary>
    public DateTimeOffset? Due(string serviceLevel, DateTimeOffset from) => throw new NotImplementedException();

    /// <summary>Which layer set which field of an entry.</summary>
    /// <param name="entry">Its id, in any section.</param>
    public IReadOnlyList<FieldOrigin> Provenance(string entry) => throw new NotImplementedException();

    /// <summary>A standard answer in this municipality's form of address, slots filled from <paramref name="slots"/>, then from the local facts.</summary>
    /// <exception cref="KeyNotFoundException">No such answer.</exception>
    public RenderedAnswer RenderAnswer(string answer, IReadOnlyDictionary<string, string>? slots = null) => throw new NotImplementedException();

    /// <summary>Any text with slots (greeting, signature, template body) filled the same way.</summary>
    public RenderedAnswer Render(string text, IReadOnlyDictionary<string, string>? slots = null) => throw new NotImplementedException();

    /// <summary>Decides about one message. Pure: same input, same outcome.</summary>
    public Decision Decide(MessageFacts message, DateTimeOffset now) => throw new NotImplementedException();
}

/// <summary>Weekly opening blocks with holidays and exceptions, in Europe/Amsterdam time.</summary>
public sealed class OpeningHours
{
    public string Id => throw new NotImplementedException();

    /// <summary>Whether it is open at this moment.</summary>
    public bool IsOpen(DateTimeOffset at) => throw new NotImplementedException();

    /// <summary>The moment (UTC) by which <paramref name="time"/> has been spent open; null when it does not open within two years.</summary>
    public DateTimeOffset? Due(DateTimeOffset from, ResponseTime time) => throw new NotImplementedException();

    /// <summary>The next moment (UTC) it opens, or <paramref name="from"/> when it is open; null when it does not open within two years.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset from) => throw new NotImplementedException();
}

/// <summary>A decision in words.</summary>
public static class Trace
{
    /// <summary>One Dutch sentence per step of the trace, in order.</summary>
    public static IReadOnlyList<string> Sentences(IReadOnlyList<DecisionStep> trace, EffectiveBlueprint blueprint) => throw new NotImplementedException();
}

/// <summary>Personal data in a text.</summary>
/// <param name="Kind">bsn, iban, phone, email, postcode or licence-plate.</param>
public readonly record struct PersonalDataFound(string Kind, int Start, int Length);

/// <summary>Finds personal data, so that it is not sent by accident.</summary>
public static class PersonalDataScan
{
    /// <summary>What is found, in order of place. A number counts as BSN or IBAN only with a correct check.</summary>
    public static IReadOnlyList<PersonalDataFound> Find(string? text) => throw new NotImplementedException();
}
