namespace WebcareHub.RulesOfEngagement;

/// <summary>Everything of a chain of layers that people read, as records.</summary>
internal sealed class Content
{
    private readonly Merged _merged;

    public Content(Merged merged)
    {
        _merged = merged;
        var answers = Read("answers", Answer, answer => answer.Id, entry => entry.Text("text") is not null);
        var topics = Suggesting(Read("topics", Topic, topic => topic.Id));
        var levels = Read("servicelevels", ServiceLevel, level => level.Id);
        (Answers, Topics, ServiceLevels) = (answers.Items, topics.Items, levels.Items);
        (AnswersById, TopicsById, LevelsById) = (answers.ById, topics.ById, levels.ById);
        Templates = Read("templates", Template, template => template.Id, entry => entry.Text("body") is not null).Items;
        Principles = Read("principles", Guideline, principle => principle.Id).Items;
        Guidelines = Read("guidelines", Guideline, guideline => guideline.Id).Items;
        WorkLists = Read("worklists", list => new WorkList(list.Id, list.Title, list.Text("role")), list => list.Id).Items;
        Roles = Read("roles", role => new Role(role.Id, role.Title, role.Text("token")), role => role.Id).Items;
        Partners = Read("partners", Partner, partner => partner.Id).Items;
        Overflow = Read("overflow", Policy, policy => policy.Id).Items;
        Scenarios = Read("scenarios", Scenario, scenario => scenario.Id).Items;
        Waves = Read("waves", ScriptedWave.Read, wave => wave.Id).Items;
        Goals = Read("goals", Goal, goal => goal.Id).Items;
        Figures = Read("figures", DefinedFigure.Read, figure => figure.Id).Items;
        PlainWords = Read("plainwords", PlainWord, word => word.Id).Items;
        Hours = merged
            .Of("hours")
            .Select(entry => entry.Once(HoursReading.Read))
            .Append(HoursReading.Always)
            .ToDictionary(hours => hours.Id);
        Webcare = Hours.GetValueOrDefault(HoursReading.Webcare) ?? HoursReading.Always;
        Retention = ReadRetention(merged.Find("retention", "retention"));
        Voice = ReadVoice(merged.Find("voice", "voice"));
        Asking = Asking.Read(merged.Find("satisfaction", "satisfaction"), Voice.Salutation);
    }

    public IReadOnlyList<Topic> Topics { get; }
    public IReadOnlyList<Answer> Answers { get; }
    public IReadOnlyList<ServiceLevel> ServiceLevels { get; }
    public IReadOnlyList<Template> Templates { get; }
    public IReadOnlyList<Guideline> Principles { get; }
    public IReadOnlyList<Guideline> Guidelines { get; }
    public IReadOnlyList<WorkList> WorkLists { get; }
    public IReadOnlyList<Role> Roles { get; }
    public IReadOnlyList<Partner> Partners { get; }
    public IReadOnlyList<OverflowPolicy> Overflow { get; }
    public IReadOnlyList<Scenario> Scenarios { get; }
    public IReadOnlyList<ScriptedWave> Waves { get; }
    public IReadOnlyList<Goal> Goals { get; }
    public IReadOnlyList<DefinedFigure> Figures { get; }
    public IReadOnlyList<PlainWord> PlainWords { get; }
    public IReadOnlyDictionary<string, OpeningHours> Hours { get; }
    public OpeningHours Webcare { get; }
    public Retention Retention { get; }
    public Asking Asking { get; }
    public Voice Voice { get; }
    public IReadOnlyDictionary<string, Topic> TopicsById { get; }
    public IReadOnlyDictionary<string, Answer> AnswersById { get; }
    public IReadOnlyDictionary<string, ServiceLevel> LevelsById { get; }

    public IReadOnlyList<(string Id, string Title)> RulesOf(string scenario) =>
        [.. _merged.Of("rules").Where(rule => rule.Scenario == scenario).Select(rule => (rule.Id, rule.Title))];

    public string LayerOf(string section, string id) => _merged.Find(section, id)?.Layer ?? Blueprint.National;

    public IEnumerable<FieldOrigin> Provenance(string id) =>
        _merged
            .All.Where(entry => entry.Id == id)
            .SelectMany(entry =>
                entry.Fields.Select(field => new FieldOrigin(
                    entry.Section.Name,
                    id,
                    field.Key,
                    field.Value.Layer,
                    field.Value.File,
                    field.Value.Line
                ))
            )
            .Concat(_merged.AllSwitchedOff.Where(off => off.Entry == id));

    /// <summary>A section as records: one list for all that have the section alike, one record for all that have its entry alike.</summary>
    private Listed<T> Read<T>(string section, Func<MergedEntry, T> make, Func<T, string> id, Func<MergedEntry, bool>? counts = null)
        where T : class =>
        _merged
            .Section(section)
            .Once(entries => new Listed<T>([.. entries.InOrder.Where(counts ?? (_ => true)).Select(entry => entry.Once(make))], id));

    /// <summary>An answer that was switched off is not suggested.</summary>
    private Listed<Topic> Suggesting(Listed<Topic> topics)
    {
        bool Exists(string answer) => _merged.Find("answers", answer) is not null;
        return topics.Items.All(topic => topic.Suggest.All(Exists))
            ? topics
            : new([.. topics.Items.Select(topic => topic with { Suggest = [.. topic.Suggest.Where(Exists)] })], topic => topic.Id);
    }

    private static Topic Topic(MergedEntry topic) =>
        new(
            topic.Id,
            topic.Title,
            topic.Text("parent"),
            topic.Theme,
            topic.Texts("words"),
            topic.Texts("not"),
            topic.Text("intent"),
            topic.Text("priority"),
            topic.Text("servicelevel"),
            topic.Text("worklist"),
            topic.Text("role"),
            topic.Text("overflow"),
            topic.Texts("suggest"),
            topic.Texts("ask"),
            topic.Layer
        );

    private static Answer Answer(MergedEntry answer) =>
        new(
            answer.Id,
            answer.Title,
            answer.Text("text")!,
            answer.Text("informal"),
            answer.Texts("topics"),
            answer.Texts("channels"),
            answer.Layer,
            Values.Date(answer.Text("validUntil") ?? "")
        );

    private static ServiceLevel ServiceLevel(MergedEntry level) =>
        new(level.Id, level.Title, Values.Duration(level.Text("firstResponse") ?? ""), level.Text("hours") ?? HoursReading.Webcare);

    private static Template Template(MergedEntry template) =>
        new(
            template.Id,
            template.Title,
            template.Text("name") ?? template.Id,
            template.Text("language") ?? "nl",
            template.Text("category"),
            template.Text("body")!,
            template.Texts("slots")
        );

    private static Guideline Guideline(MergedEntry entry) =>
        new(entry.Id, entry.Title, entry.Text("text") ?? "", entry.Texts("topics"), entry.Theme, entry.Layer);

    private static Partner Partner(MergedEntry partner) =>
        new(partner.Id, partner.Title, partner.Text("url"), partner.Text("phone"), partner.Text("text"));

    private static Scenario Scenario(MergedEntry scenario) =>
        new(
            scenario.Id,
            scenario.Title,
            scenario.Text("text"),
            scenario.Text("coreMessage"),
            scenario.Texts("actionPerspective"),
            scenario.Layer,
            [.. Blocks(scenario["who"]).Select(who => new ScenarioRole(who["role"].Text()!, who["task"].Text()!))],
            scenario.Texts("pools"),
            scenario.Texts("answers"),
            [.. Blocks(scenario["coreMessages"]).Select(CoreMessage)],
            scenario.Texts("checklist"),
            scenario.Texts("scaleDown"),
            [.. Blocks(scenario["signs"]).Select(Sign)],
            scenario["quiet"].IsTrue()
        );

    private static Sign Sign(MapNode sign) =>
        new(
            sign["id"].Text()!,
            sign["title"].Text()!,
            sign["part"].Text()!,
            [.. sign["words"].Each().Select(word => word.Text()).OfType<string>()],
            sign["risk"].IsTrue()
        );

    private static CoreMessage CoreMessage(MapNode message) =>
        new(
            message["id"].Text()!,
            message["title"].Text()!,
            message["text"].Text()!.TrimEnd(),
            message["informal"].Text()?.TrimEnd(),
            Values.Duration(message["valid"].Text() ?? "") is { } valid ? valid.Time + TimeSpan.FromDays(valid.Days) : null
        );

    private static IEnumerable<MapNode> Blocks(Node? node) => node.Each().OfType<MapNode>();

    private static PlainWord PlainWord(MergedEntry word) => new(word.Id, word.Texts("words"), word.Text("instead") ?? "", word.Layer);

    private static OverflowPolicy Policy(MergedEntry policy)
    {
        var when = policy["when"] as MapNode;
        return new OverflowPolicy(
            policy.Id,
            policy.Title,
            policy.Text("to") ?? "region",
            new OverflowWhen(
                when?["closed"].IsTrue() ?? false,
                when?["nobodyOnline"].IsTrue() ?? false,
                Values.Duration(when?["waitingLongerThan"].Text() ?? "")?.Time,
                Whole(when, "waitingPerColleague"),
                Whole(when, "shareOfBaseline")
            )
        );
    }

    private static int? Whole(MapNode? map, string field) => int.TryParse(map?[field].Text(), out var number) ? number : null;

    private static Goal Goal(MergedEntry goal) =>
        new(
            goal.Id,
            goal.Title,
            goal.Text("text") ?? "",
            goal.Text("measure"),
            int.TryParse(goal.Text("level"), out var level) ? level : null
        );

    private static Retention ReadRetention(MergedEntry? block)
    {
        int Days(string field, int otherwise) => int.TryParse(block?.Text(field), out var days) ? days : otherwise;
        return new Retention(Days("reopenDays", 7), Days("conversationDays", 365), Days("fileDays", 365), Days("rawDays", 14));
    }

    private static Voice ReadVoice(MergedEntry? block) =>
        new(
            block?.Text("name") ?? "",
            block?.Text("salutation") ?? "u",
            block?.Text("greeting"),
            block?.Text("signature"),
            block?.Texts("tone") ?? [],
            (block?.Fields ?? new Dictionary<string, MergedField>())
                .Where(field => field.Key.StartsWith("facts.", StringComparison.Ordinal))
                .ToDictionary(field => field.Key["facts.".Length..], field => Fact.Value(field.Value.Node))
        );
}
