using System.Security.Cryptography;
using System.Text.Json;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;

namespace WebcareHub.Blueprint.Backtesting.Replaying;

/// <summary>Replays the conversations that fall to it, page after page, in the order of the log. For one thread.</summary>
internal sealed class Lane(Trial trial, Vault vault, int number, int lanes)
{
    private readonly Dictionary<Guid, Talk> _talks = [];
    private readonly Dictionary<string, Tally> _tallies = new(StringComparer.Ordinal);
    private readonly Decoding _decoding = new(new Words());
    private readonly Side? _before = trial.Baseline is { } baseline ? new(baseline) : null;
    private readonly Side _after = new(trial.Candidate);
    private readonly List<Difference> _differences = [];

    internal Stages Spent { get; } = new();

    internal IReadOnlyDictionary<string, Tally> Tallies => _tallies;

    /// <summary>The rows of a page whose conversation is of this lane.</summary>
    internal void Take(IReadOnlyList<Recorded> rows)
    {
        using var keys = vault.OpenKeys();
        foreach (var row in rows)
        {
            if ((uint)row.Conversation.GetHashCode() % lanes == number)
            {
                Take(row, keys);
            }
        }
    }

    /// <summary>The end of the period.</summary>
    internal void Close()
    {
        foreach (var talk in _talks.Values)
        {
            talk.Close(trial.Known);
        }
    }

    private void Take(in Recorded row, KeyRing keys)
    {
        var talk = TalkOf(row);
        if (row.Kind == RecordedKind.Message)
        {
            talk.Message = row;
        }
        else if (row.Kind == RecordedKind.Decision)
        {
            Replay(row, talk, keys);
        }
        else if (Decoding.Moment(row.At) is { } at)
        {
            talk.Answer(at);
        }
    }

    private void Replay(in Recorded row, Talk talk, KeyRing keys)
    {
        Spent.Start();
        var at = Decoding.Moment(row.At);
        if (at is { } moment && !trial.Holds(moment))
        {
            talk.Forget();
            return;
        }

        if (at is null || !TryRead(row, talk, out var recorded))
        {
            Skip(talk, erased: false);
        }
        else if (talk.Message is { WrappedKey: null })
        {
            Skip(talk, erased: true);
        }
        else if (TryOpen(talk.Message!.Value, keys, out var text))
        {
            Compare(talk, recorded with { Facts = recorded.Facts with { Text = text } }, at.Value);
        }
        else
        {
            Skip(talk, erased: false);
        }
    }

    private bool TryRead(in Recorded row, Talk talk, out RecordedDecision recorded)
    {
        recorded = default!;
        try
        {
            if (
                talk.Message is not { Resident: not null } message
                || message.Version + 1 != row.Version
                || row is not { Facts: { } read, Sets: { } sets }
                || _decoding.Facts(read) is not { } facts
            )
            {
                return false;
            }

            recorded = new(message, facts, _decoding.Outcome(sets));
            return true;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            return false;
        }
        finally
        {
            Spent.Decoded();
        }
    }

    private bool TryOpen(in Recorded message, KeyRing keys, out string? text)
    {
        text = null;
        try
        {
            text = message.Text is null
                ? null
                : keys.OpenText(new(message.Municipality, message.Resident!.Value), message.WrappedKey!, message.Text);
            return true;
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or FormatException)
        {
            return false;
        }
        finally
        {
            Spent.Decrypted();
        }
    }

    private void Compare(Talk talk, RecordedDecision recorded, DateTimeOffset at)
    {
        var municipality = recorded.Message.Municipality;
        var before = recorded.Outcome;
        if (_before is not null)
        {
            (var was, talk.Before) = _before.Decide(municipality, recorded.Facts, at, talk.RecordedTopic, talk.Before);
            before = Outcome.Of(was);
        }

        (var decision, talk.After) = _after.Decide(municipality, recorded.Facts, at, talk.RecordedTopic, talk.After);
        var after = Outcome.Of(decision);
        (talk.RecordedTopic, talk.Message) = (recorded.Outcome.Topic, null);
        talk.Wait(before.Due, after.Due);
        _differences.Clear();
        Compared.Of(before, after, _differences);
        talk.Tally.Messages++;
        talk.Tally.Changed += _differences.Count > 0 ? 1 : 0;
        foreach (var difference in _differences)
        {
            talk.Tally.Add(difference);
            Sample(talk.Tally, difference, recorded, (before, after, decision), at);
        }

        Spent.Decided();
    }

    private void Sample(
        Tally tally,
        Difference difference,
        RecordedDecision recorded,
        (Outcome Before, Outcome After, Decision Decision) sides,
        DateTimeOffset at
    )
    {
        var lot = Tally.Lot(recorded.Message.Sequence);
        if (!tally.Wants(difference.Kind, lot))
        {
            return;
        }

        var message = recorded.Message;
        var sample = new StoredSample(
            message.Municipality,
            message.Conversation,
            message.Sequence,
            at,
            recorded.Facts.Channel,
            Compared.Shown(difference, sides.Before, after: false),
            Compared.Shown(difference, sides.After, after: true),
            Why.Of(difference, sides.Decision, _after.Of(message.Municipality))
        );
        tally.Add(difference.Kind, lot, sample);
    }

    private static void Skip(Talk talk, bool erased)
    {
        talk.Tally.Erased += erased ? 1 : 0;
        talk.Tally.Unreadable += erased ? 0 : 1;
        talk.Forget();
    }

    private Talk TalkOf(in Recorded row)
    {
        if (!_talks.TryGetValue(row.Conversation, out var talk))
        {
            _talks[row.Conversation] = talk = new(TallyOf(row.Municipality));
        }

        return talk;
    }

    private Tally TallyOf(string municipality)
    {
        if (!_tallies.TryGetValue(municipality, out var tally))
        {
            _tallies[municipality] = tally = new();
        }

        return tally;
    }
}
