using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>
/// A blueprint at work on recorded messages. What an earlier decision of its own would have changed for a later one in the same conversation
/// (the open topic, the acknowledgement sent, whether it is still open) goes along; everything else is as it was. For one thread.
/// </summary>
internal sealed class Side(Func<string, EffectiveBlueprint> blueprints)
{
    private readonly Dictionary<string, EffectiveBlueprint> _blueprints = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Municipality, string Answer), bool> _complete = [];

    /// <summary>What this side made of a conversation so far.</summary>
    /// <param name="Waiting">An answer is still to come: then a message that needs none does not close it.</param>
    internal readonly record struct Carried(string? Topic, bool Acknowledged, bool Waiting);

    internal EffectiveBlueprint Of(string municipality)
    {
        if (!_blueprints.TryGetValue(municipality, out var blueprint))
        {
            _blueprints[municipality] = blueprint = blueprints(municipality);
        }

        return blueprint;
    }

    /// <summary>Decides as if this blueprint had been in force.</summary>
    /// <param name="facts">As recorded, with the text.</param>
    /// <param name="topicSince">The topic the recorded decision before this one left; a colleague who put another one on it is followed.</param>
    /// <param name="carried">What this side made of it so far; null at the first message of the conversation within the period.</param>
    internal (Decision Decision, Carried Carried) Decide(
        string municipality,
        MessageFacts facts,
        DateTimeOffset at,
        string? topicSince,
        Carried? carried
    )
    {
        if (carried is { } before)
        {
            var topic = facts.Topic == topicSince ? before.Topic : facts.Topic;
            facts =
                topic == facts.Topic && before.Acknowledged == facts.Acknowledged
                    ? facts
                    : facts with
                    {
                        Topic = topic,
                        Acknowledged = before.Acknowledged,
                    };
        }

        var decision = Of(municipality).Decide(facts, at);
        var same = facts.Topic is null || decision.Topic is null || decision.Topic == facts.Topic;
        var closes = decision.NoReply is not null && carried is not { Waiting: true };
        var acknowledges = !closes && decision.Acknowledge is { } answer && IsComplete(municipality, answer);
        return (decision, new(decision.Topic ?? facts.Topic, (same && facts.Acknowledged) || acknowledges, !closes));
    }

    /// <summary>Routing sends no acknowledgement with an empty place in it.</summary>
    private bool IsComplete(string municipality, string answer)
    {
        if (!_complete.TryGetValue((municipality, answer), out var complete))
        {
            complete =
                Of(municipality) is var blueprint
                && blueprint.Answer(answer) is not null
                && blueprint.RenderAnswer(answer).Missing.Count == 0;
            _complete[(municipality, answer)] = complete;
        }

        return complete;
    }
}
