namespace WebcareHub.RulesOfEngagement;

/// <summary>Fields of a decision that rules set. The first rule keeps it up to <see cref="Hide"/>; the rest are lists that grow.</summary>
internal enum Act
{
    Topic,
    Intent,
    Priority,
    Theme,
    WorkList,
    Role,
    Overflow,
    ServiceLevel,
    Acknowledge,
    NoReply,
    Refer,
    Approval,
    AskPrivate,
    Hide,
    Suggest,
    Label,
    Notify,
}

/// <summary>One consequence. <paramref name="Values"/> is for lists.</summary>
internal readonly record struct Consequence(Act Act, string Value, string[] Values);

/// <summary>Names of acts, in rules and in traces.</summary>
internal static class Acts
{
    public const int Count = (int)Act.Notify + 1;

    public static readonly string[] Names =
    [
        "topic",
        "intent",
        "priority",
        "theme",
        "worklist",
        "role",
        "overflow",
        "servicelevel",
        "acknowledge",
        "noReply",
        "refer",
        "approval",
        "askPrivate",
        "hide",
        "suggest",
        "label",
        "notify",
    ];

    public static bool IsList(Act act) => act >= Act.Suggest;

    /// <summary>How a list stands in a trace.</summary>
    public static string Joined(IEnumerable<string> values) => string.Join(", ", values);
}

/// <summary>Something that sets fields: a rule, a topic, the defaults. Its whole step is made once and used whenever it loses nothing.</summary>
internal sealed class Setter
{
    public Setter(string id, string layer, string title, IEnumerable<Consequence> consequences)
    {
        Consequences = [.. consequences];
        Id = id;
        Layer = layer;
        Title = title;
        Pairs = [.. Consequences.Select(each => KeyValuePair.Create(Acts.Names[(int)each.Act], each.Value))];
        Whole = new DecisionStep(Id, Layer, Title, new StepFields(Pairs, All), StepFields.None);
    }

    public string Id { get; }
    public string Layer { get; }
    public string Title { get; }
    public Consequence[] Consequences { get; }
    public KeyValuePair<string, string>[] Pairs { get; }
    public DecisionStep Whole { get; }
    public uint All => (1u << Consequences.Length) - 1;

    public bool Sets(Act act) => Array.Exists(Consequences, each => each.Act == act);
}
