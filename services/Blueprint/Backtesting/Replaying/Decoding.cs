using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>Reads what was recorded with a decision, straight from its bytes. For one thread.</summary>
internal sealed class Decoding(Words words)
{
    private const int DueLength = 28;

    private static ReadOnlySpan<byte> BeforeDue => "{\"due\": \""u8;

    private static ReadOnlySpan<byte> AfterDue => "\"}]"u8;

    private static int LastLength => BeforeDue.Length + DueLength + AfterDue.Length;

    private readonly Remembered<MessageFacts> _facts = new();
    private readonly Remembered<Outcome> _outcomes = new();

    /// <summary>The facts as they were, without the text; null when they do not even name a channel. Facts of later days have their default.</summary>
    /// <exception cref="JsonException">Not a JSON object of texts.</exception>
    internal MessageFacts? Facts(ReadOnlySpan<byte> json) =>
        _facts.TryGet(json, out var known) ? known
        : Read(json) is { Channel.Length: > 0 } facts ? _facts.Add(json, facts)
        : null;

    /// <summary>What was decided: the first to set a field kept it, lists grew. Of a text by itself: the topic.</summary>
    /// <exception cref="JsonException">Neither an array of objects of texts nor a text.</exception>
    internal Outcome Outcome(ReadOnlySpan<byte> json)
    {
        var due = Last(json);
        var rest = due is null ? json : json[..^LastLength];
        if (!_outcomes.TryGet(rest, out var known))
        {
            known = _outcomes.Add(rest, Came(json));
        }

        return due is null ? known : known with { Due = due };
    }

    /// <summary>A moment as events have it, UTC.</summary>
    internal static DateTimeOffset? Moment(ReadOnlySpan<byte> text) =>
        Due(text) is { } exact ? exact
        : DateTimeOffset.TryParse(
            Encoding.UTF8.GetString(text),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? moment
        : null;

    private MessageFacts Read(ReadOnlySpan<byte> json)
    {
        var facts = new MessageFacts(null, "");
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            facts = Fact(facts, ref reader);
        }

        return facts;
    }

    private Outcome Came(ReadOnlySpan<byte> json)
    {
        var outcome = new Outcome { Suggest = [] };
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return outcome with { Topic = words.Of(ref reader) };
        }

        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                outcome = Set(outcome, ref reader);
            }
        }

        return outcome;
    }

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

    /// <summary>When the service level, mostly the last step, said an answer was due: what tells most decisions apart.</summary>
    private static DateTimeOffset? Last(ReadOnlySpan<byte> json) =>
        json.Length > LastLength && json[^LastLength..].StartsWith(BeforeDue) && json.EndsWith(AfterDue)
            ? Due(json[^(DueLength + AfterDue.Length)..^AfterDue.Length])
            : null;

    private static DateTimeOffset? Due(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out DateTimeOffset due, out _, 'O') ? due : null;
}
