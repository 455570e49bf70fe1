using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>Reads what was recorded with a decision, straight from its bytes. For one thread.</summary>
internal sealed class Decoding(Words words)
{
    /// <summary>The facts as they were, without the text; null when they do not even name a channel. Facts of later days have their default.</summary>
    /// <exception cref="JsonException">Not a JSON object of texts.</exception>
    internal MessageFacts? Facts(ReadOnlySpan<byte> json)
    {
        var facts = new MessageFacts(null, "");
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            facts = Fact(facts, ref reader);
        }

        return facts.Channel.Length == 0 ? null : facts;
    }

    /// <summary>What was decided: the first to set a field kept it, lists grew.</summary>
    /// <exception cref="JsonException">Not an array of objects of texts.</exception>
    internal Outcome Outcome(ReadOnlySpan<byte> json)
    {
        var outcome = new Outcome { Suggest = [] };
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                outcome = Set(outcome, ref reader);
            }
        }

        return outcome;
    }

    /// <summary>A moment as events have it, UTC.</summary>
    internal static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    // The record is copied for the few facts that are not what they mostly are.
    private MessageFacts Fact(MessageFacts facts, ref Utf8JsonReader reader)
    {
        var name = words.Of(ref reader);
        reader.Read();
        var value = words.Of(ref reader);
        return name switch
        {
            "channel" => facts with { Channel = value },
            "visibility" when value != facts.Visibility => facts with { Visibility = value },
            "kind" when value != facts.Kind => facts with { Kind = value },
            "author" when value != facts.Author => facts with { Author = value },
            "language" => facts with { Language = value },
            "topic" => facts with { Topic = value },
            "firstContact" when value == "true" => facts with { FirstContact = true },
            "attachments" when value != "0" => facts with { Attachments = int.Parse(value, CultureInfo.InvariantCulture) },
            "scenario" => facts with { Scenario = value },
            "followers" => facts with { Followers = int.Parse(value, CultureInfo.InvariantCulture) },
            "campaign" => facts with { Campaign = value },
            "acknowledged" when value == "true" => facts with { Acknowledged = true },
            "windowOpen" when value == "false" => facts with { WindowOpen = false },
            _ => facts,
        };
    }

    private Outcome Set(Outcome outcome, ref Utf8JsonReader reader)
    {
        var name = words.Of(ref reader);
        reader.Read();
        if (name == "due")
        {
            return outcome with { Due = Due(reader.ValueSpan) };
        }

        var value = words.Of(ref reader);
        return name switch
        {
            "topic" => outcome with { Topic = value },
            "worklist" => outcome with { WorkList = value },
            "role" => outcome with { Role = value },
            "priority" => outcome with { Priority = value },
            "suggest" => outcome with { Suggest = Joined(outcome.Suggest, words.ListOf(value)) },
            "overflow" => outcome with { Overflow = value },
            "acknowledge" => outcome with { Acknowledge = value },
            "noReply" => outcome with { NoReply = value },
            "approval" => outcome with { Approval = true },
            _ => outcome,
        };
    }

    private static string[] Joined(IReadOnlyList<string> before, string[] more) => before.Count == 0 ? more : [.. before.Union(more)];

    private static DateTimeOffset? Due(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out DateTimeOffset due, out _, 'O') ? due : null;
}
