using WebcareHub.Contracts;
using WebcareHub.RulesOfEngagement;
using WebcareHub.RulesOfEngagement.Likeness;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>The crises in force with their groups, in memory with the leader of the subscriber. For one thread at a time.</summary>
internal sealed class InForce
{
    /// <summary>An answer that comes later than this after the end is no longer one of the crisis.</summary>
    internal static readonly TimeSpan Afterwards = TimeSpan.FromDays(7);

    private readonly Dictionary<Guid, Crisis> _crises = [];
    private readonly Dictionary<Guid, DateTimeOffset> _ended = [];

    internal bool Any => _crises.Count > 0;

    /// <summary>Crises that are over, and until when an answer counts.</summary>
    internal IEnumerable<(Guid Crisis, DateTimeOffset AnswersUntil)> Over() => _ended.Select(each => (each.Key, each.Value + Afterwards));

    /// <summary>Nothing that is said or answered counts from this moment on, until a crisis is declared.</summary>
    internal bool Rests(DateTimeOffset now) => !Any && _ended.Values.All(ended => ended + Afterwards < now);

    /// <summary>Those that count this tenant's messages.</summary>
    internal IEnumerable<Crisis> Over(string tenant, Func<string, IReadOnlyList<string>> layersOf)
    {
        if (_crises.Count == 0)
            return [];
        var (exercise, layers) = (Exercise.Is(tenant), layersOf(Exercise.Real(tenant)));
        return _crises.Values.Where(each => each.Facts.Exercise == exercise && layers.Any(each.Facts.Scope.Contains));
    }

    /// <summary>Keeps what is in force, and lets go what ended.</summary>
    internal void Know(CrisisFacts facts, Blueprint blueprint)
    {
        if (facts.EndedAt is { } ended)
            (_, _ended[facts.Id]) = (_crises.Remove(facts.Id), ended);
        else if (_crises.TryGetValue(facts.Id, out var known))
            known.Facts = facts;
        else
            _crises.Add(facts.Id, Crisis.Of(facts, blueprint.For(facts.Layer)));
    }

    /// <summary>Puts back a message that was counted before.</summary>
    internal void Restore(Guid crisis, MessageRow row)
    {
        if (row is { Group: { } group, Signature: { } signature } && _crises.TryGetValue(crisis, out var known))
        {
            known.Groups.Restore(group, signature, 0, row.At);
            known.Asked.Add((row.Conversation, group));
        }
    }

    /// <summary>One crisis.</summary>
    internal sealed class Crisis(CrisisFacts facts, IReadOnlyList<Sign> signs, SafeWords safe)
    {
        private readonly WordLists _lists = new(signs.Select(sign => sign.Words));

        internal CrisisFacts Facts { get; set; } = facts;

        internal SafeWords Safe => safe;

        internal Groups Groups { get; } = new();

        /// <summary>Which conversation is in which group already: who asks twice counts once.</summary>
        internal HashSet<(Guid Conversation, Guid Group)> Asked { get; } = [];

        internal static Crisis Of(CrisisFacts facts, EffectiveBlueprint blueprint)
        {
            var scenario = blueprint.Scenarios.FirstOrDefault(each => each.Id == facts.Scenario);
            return new(facts, scenario?.Signs ?? [], new(blueprint, scenario));
        }

        internal string[] SignsIn(string? text) => [.. _lists.In(text).Select(at => signs[at].Id)];
    }
}
