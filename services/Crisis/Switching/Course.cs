using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;

namespace WebcareHub.Crisis.Switching;

/// <summary>What the events of a crisis make: its course until now.</summary>
internal sealed record Course
{
    internal static readonly Course None = new();

    public Guid Id { get; init; }
    public string Layer { get; init; } = "";
    public string? Scenario { get; init; }
    public string Title { get; init; } = "";

    /// <summary>Where it is in force, or would be.</summary>
    public IReadOnlyList<string> Scope { get; init; } = [];
    public bool Exercise { get; init; }

    /// <summary>Null as long as there is none.</summary>
    public CrisisPhase? Phase { get; init; }
    public string? Why { get; init; }
    public Person? Owner { get; init; }
    public DateTimeOffset Since { get; init; }
    public DateTimeOffset? DeclaredAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateTimeOffset? NextUpdate { get; init; }
    public Asked? National { get; init; }
    public IReadOnlyList<Told> Grip { get; init; } = [];
    public bool NationalStructure { get; init; }
    public IReadOnlyList<Step> Done { get; init; } = [];
    public IReadOnlyList<RisenInflow> Inflow { get; init; } = [];
    public DateTimeOffset InflowAt { get; init; }
    public IReadOnlyList<string> Paused { get; init; } = [];

    internal bool InForce => Phase is CrisisPhase.Declared or CrisisPhase.ScaledUp or CrisisPhase.ScaledDown;

    internal bool Over => Phase is CrisisPhase.Ended or CrisisPhase.Aftermath or CrisisPhase.Evaluation or CrisisPhase.Closed;

    internal static Course Evolve(Course course, RecordedEvent recorded) => Evolve(course, recorded.Data);

    internal static Course Evolve(Course course, object recorded) =>
        recorded switch
        {
            CrisisPrepared prepared => Beginning.Of(prepared),
            CrisisProposed proposed => Beginning.Of(proposed),
            ProposalRenewed renewed => course with { Inflow = renewed.Inflow, InflowAt = renewed.At },
            CrisisSetAside aside => course with { Phase = CrisisPhase.SetAside, Since = aside.At },
            CrisisDeclared declared => Beginning.Of(declared, course),
            NationalScopeAsked asked => course with
            {
                National = new(new(asked.Municipality, asked.By), asked.At, asked.Until, asked.Meanwhile),
            },
            NationalScopeConfirmed => course with { National = null },
            NationalScopeFellBack fell => FellBack(course, fell),
            PhaseChanged changed => course with { Phase = changed.To, Scope = changed.Scope, Since = changed.At },
            CrisisEnded ended => Ended(course, ended),
            GripTold told => course with { Grip = [.. course.Grip.Where(each => each.Region != told.Region), Told.Of(told)] },
            NationalStructureTold told => course with { NationalStructure = told.AtWork },
            NextUpdateSet next => course with { NextUpdate = next.Next },
            AutomationPaused paused => course with { Paused = paused.Kinds },
            AutomationResumed => course with { Paused = [] },
            CrisisHandedOver over => course with { Owner = new(over.ToMunicipality, over.To) },
            ChecklistTicked tick => course with { Done = Ticked(course, tick) },
            _ => course,
        };

    private static Course FellBack(Course course, NationalScopeFellBack fell) =>
        course with
        {
            National = null,
            Phase = course.Phase == CrisisPhase.Asked ? CrisisPhase.Prepared : course.Phase,
            Since = course.Phase == CrisisPhase.Asked ? fell.At : course.Since,
            Scope = course.Phase == CrisisPhase.Asked ? [Layers.National] : course.Scope,
        };

    private static Course Ended(Course course, CrisisEnded ended) =>
        course with
        {
            Phase = CrisisPhase.Ended,
            Since = ended.At,
            EndedAt = ended.At,
            National = null,
            NextUpdate = null,
        };

    private static IReadOnlyList<Step> Ticked(Course course, ChecklistTicked tick)
    {
        var others = course.Done.Where(step => (step.List, step.Words) != (tick.List, tick.Step));
        return tick.Done ? [.. others, new(tick.List, tick.Step, tick.By.Name, tick.At)] : [.. others];
    }

    /// <summary>Waits for a second coordinator of the nation.</summary>
    internal sealed record Asked(Person By, DateTimeOffset At, DateTimeOffset Until, IReadOnlyList<string> Meanwhile);

    /// <summary>A GRIP level, as told.</summary>
    internal sealed record Told(string Region, int Level, string ToldBy, string By, DateTimeOffset At)
    {
        internal static Told Of(GripTold told) => new(told.Region, told.Level, told.ToldBy, told.By.Name, told.At);
    }

    /// <summary>A step that was done.</summary>
    internal sealed record Step(string List, string Words, string By, DateTimeOffset At);
}
