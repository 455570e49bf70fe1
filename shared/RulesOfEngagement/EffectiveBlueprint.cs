namespace WebcareHub.RulesOfEngagement;

/// <summary>The blueprint of one municipality: its layers merged and compiled. Immutable; shared between threads.</summary>
public sealed class EffectiveBlueprint
{
    private readonly Content _content;
    private readonly CompiledRules _rules;
    private readonly IReadOnlyDictionary<string, string> _layers;
    private readonly OverflowWhen _region;
    private readonly OverflowWhen _nation;

    /// <param name="layers">Codes and titles, national first.</param>
    internal EffectiveBlueprint(
        string municipality,
        IReadOnlyList<(string Code, string Title)> layers,
        Content content,
        CompiledRules rules,
        Voice voice
    )
    {
        Municipality = municipality;
        Layers = [.. layers.Select(layer => layer.Code)];
        _layers = layers.ToDictionary(layer => layer.Code, layer => layer.Title);
        Voice = voice;
        _content = content;
        _rules = rules;
        (_region, _nation) = (Agreed("region"), Agreed("national"));
    }

    /// <summary>CBS code.</summary>
    public string Municipality { get; }

    /// <summary>Codes of the layers it is made of, national first.</summary>
    public IReadOnlyList<string> Layers { get; }

    /// <summary>A layer within a Dutch sentence: <c>landelijk</c>, <c>regio Wadden</c>, <c>gemeente Zwolle</c>.</summary>
    public string LayerInWords(string code) =>
        code == Blueprint.National ? "landelijk"
        : code == Municipality ? $"gemeente {Voice.Name}"
        : _layers.GetValueOrDefault(code) is { Length: > 0 } title ? char.ToLowerInvariant(title[0]) + title[1..]
        : $"regio {code}";

    /// <summary>Name, form of address, signature and local facts.</summary>
    public Voice Voice { get; }

    public IReadOnlyList<Topic> Topics => _content.Topics;
    public IReadOnlyList<Answer> Answers => _content.Answers;
    public IReadOnlyList<ServiceLevel> ServiceLevels => _content.ServiceLevels;
    public IReadOnlyList<Template> Templates => _content.Templates;
    public IReadOnlyList<Guideline> Principles => _content.Principles;
    public IReadOnlyList<Guideline> Guidelines => _content.Guidelines;
    public IReadOnlyList<WorkList> WorkLists => _content.WorkLists;
    public IReadOnlyList<Role> Roles => _content.Roles;
    public IReadOnlyList<Partner> Partners => _content.Partners;
    public IReadOnlyList<OverflowPolicy> Overflow => _content.Overflow;
    public IReadOnlyList<Scenario> Scenarios => _content.Scenarios;
    public IReadOnlyList<ScriptedWave> Waves => _content.Waves;
    public IReadOnlyList<Goal> Goals => _content.Goals;
    public IReadOnlyList<DefinedFigure> Figures => _content.Figures;
    public Retention Retention => _content.Retention;
    public Asking Asking => _content.Asking;

    /// <summary>Hard words with plainer ones, for <see cref="PlainLanguage"/>.</summary>
    public IReadOnlyList<PlainWord> PlainWords => _content.PlainWords;

    /// <summary>Opening hours by id; rules read <c>webcare</c>, <c>always</c> is day and night.</summary>
    public IReadOnlyDictionary<string, OpeningHours> Hours => _content.Hours;

    /// <summary>The policy that holds when nothing else says so.</summary>
    public OverflowPolicy DefaultOverflow =>
        Overflow.FirstOrDefault(policy => policy.Id == Trace.Default)
        ?? new(Trace.Default, "Overloop naar de regio", "region", new(true, true, null, null, null));

    /// <summary>What opens questions that may go so far; of several policies the soonest of each.</summary>
    /// <param name="to">region or national.</param>
    public OverflowWhen AgreedOverflow(string to) => to == "national" ? _nation : _region;

    /// <summary>Within this time after resolving, a new message reopens the conversation.</summary>
    public TimeSpan ReopenWithin => TimeSpan.FromDays(Retention.ReopenDays);

    internal OpeningHours Webcare => _content.Webcare;

    /// <summary>The topic, or null.</summary>
    public Topic? Topic(string? id) => id is null ? null : _content.TopicsById.GetValueOrDefault(id);

    /// <summary>The standard answer, or null.</summary>
    public Answer? Answer(string? id) => id is null ? null : _content.AnswersById.GetValueOrDefault(id);

    /// <summary>The service level, or null.</summary>
    public ServiceLevel? ServiceLevel(string id) => _content.LevelsById.GetValueOrDefault(id);

    /// <summary>Standard answers for a topic on a channel: those of the topic first, then of its parents, then general ones.</summary>
    public IReadOnlyList<Answer> AnswersFor(string? topic, string channel)
    {
        var line = LineOf(topic);
        return
        [
            .. Answers
                .Where(answer => answer.Channels.Count == 0 || answer.Channels.Contains(channel))
                .Select(answer => (Answer: answer, Near: Nearness(answer, line)))
                .Where(found => found.Near < int.MaxValue)
                .OrderBy(found => found.Near)
                .Select(found => found.Answer),
        ];
    }

    /// <summary>Ids and titles of the rules that lie on top while this scenario runs, in the order they are tried.</summary>
    public IReadOnlyList<(string Id, string Title)> RulesOf(string scenario) => _content.RulesOf(scenario);

    /// <summary>Principles and guidelines that apply to a topic.</summary>
    public IReadOnlyList<Guideline> GuidelinesFor(string? topic)
    {
        var line = LineOf(topic);
        return [.. Principles.Concat(Guidelines).Where(each => each.Topics.Count == 0 || each.Topics.Any(line.Contains))];
    }

    /// <summary>Whether webcare is open.</summary>
    public bool IsOpen(DateTimeOffset at) => Webcare.IsOpen(at);

    /// <summary>When an answer is due, UTC; null when the service level asks for none or does not exist.</summary>
    public DateTimeOffset? Due(string serviceLevel, DateTimeOffset from) =>
        ServiceLevel(serviceLevel) is { } level ? Due(level, from) : null;

    /// <summary>Which layer set which field of an entry; a field <c>off</c> is the layer that switched it off.</summary>
    /// <param name="entry">Its id, in any section; <c>voice</c>, <c>retention</c> and <c>satisfaction</c> for those blocks.</param>
    public IReadOnlyList<FieldOrigin> Provenance(string entry) => [.. _content.Provenance(entry)];

    /// <summary>A standard answer in this municipality's form of address, slots filled from <paramref name="slots"/>, then from the local facts.</summary>
    /// <exception cref="KeyNotFoundException">No such answer.</exception>
    public RenderedAnswer RenderAnswer(string answer, IReadOnlyDictionary<string, string>? slots = null)
    {
        var found = _content.AnswersById[answer];
        return Render(Voice.Salutation == "je" ? found.Informal ?? found.Text : found.Text, slots);
    }

    /// <summary>Any text with slots (greeting, signature, template body) filled the same way.</summary>
    public RenderedAnswer Render(string text, IReadOnlyDictionary<string, string>? slots = null) =>
        SlotText.Fill(
            text,
            name =>
                slots?.GetValueOrDefault(name) is { Length: > 0 } given ? given
                : name == "gemeente" ? Voice.Name
                : Voice.Facts.GetValueOrDefault(name)
        );

    /// <summary>Decides about one message. Pure: same input, same outcome.</summary>
    public Decision Decide(MessageFacts message, DateTimeOffset now) => Decider.Decide(_rules, this, message, now);

    internal DateTimeOffset? Due(ServiceLevel level, DateTimeOffset from) =>
        level.FirstResponse is { } time && Hours.TryGetValue(level.Hours, out var hours) ? hours.Due(from, time) : null;

    internal string? RuleTitle(string id) => Array.Find(_rules.Rules, rule => rule.Setter.Id == id)?.Setter.Title;

    internal string LayerOf(ServiceLevel level) => _content.LayerOf("servicelevels", level.Id);

    private List<string> LineOf(string? topic)
    {
        var line = new List<string>();
        for (var at = Topic(topic); at is not null && !line.Contains(at.Id); at = Topic(at.Parent))
        {
            line.Add(at.Id);
        }
        return line;
    }

    private static int Nearness(Answer answer, List<string> line) =>
        answer.Topics.Count == 0
            ? 1000
            : answer.Topics.Select(topic => line.IndexOf(topic)).Where(at => at >= 0).DefaultIfEmpty(int.MaxValue).Min();

    private OverflowWhen Agreed(string to)
    {
        var own = Overflow.Where(policy => policy.To == to).Select(policy => policy.When).ToArray();
        var all = own.Length > 0 ? own : [DefaultOverflow.When];
        return new(
            all.Any(when => when.Closed),
            all.Any(when => when.NobodyOnline),
            all.Min(when => when.WaitingLongerThan),
            all.Min(when => when.WaitingPerColleague),
            all.Min(when => when.ShareOfBaseline)
        );
    }
}
