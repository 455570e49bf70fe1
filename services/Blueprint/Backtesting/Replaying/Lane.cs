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
    private readonly Words _municipalities = new();
    private readonly Decoding _decoding = new(new Words());
    private readonly Side? _before = trial.Baseline is { } baseline ? new(baseline) : null;
    private readonly Side _after = new(trial.Candidate);
    private readonly List<Difference> _differences = [];

    internal Stages Spent { get; } = new();

    internal IReadOnlyDictionary<string, Tally> Tallies => _tallies;

    /// <summary>Messages looked at so far.</summary>
    internal long Read { get; private set; }

    /// <summary>The rows of a page whose conversation is of this lane.</summary>
    internal void Take(LogPage page)
    {
        using var keys = vault.OpenKeys();
        var rows = page.Rows;
        while (Recorded.TryTake(ref rows, out var row))
        {
            if (row.Conversation is { } conversation && (uint)conversation.GetHashCode() % lanes == number)
            {
                Take(row, TalkOf(conversation, row.Municipality), keys);
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

    private void Take(in Recorded row, Talk talk, KeyRing keys)
    {
        if (row.Kind == RecordedKind.Message)
        {
            talk.Message = Heard.Of(row);
        }
        else if (row.Kind == RecordedKind.Decision)
        {
            Read++;
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
        else if (recorded.Message.WrappedKey.Length == 0)
        {
            Skip(talk, erased: true);
        }
        else if (TryOpen(talk.Municipality, recorded.Message, keys, out var text))
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
                || row.Facts.IsEmpty
                || row.Came.IsEmpty
                || _decoding.Facts(row.Facts) is not { } facts
            )
            {
                return false;
            }

            recorded = new(message, facts, _decoding.Outcome(row.Came));
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

    private bool TryOpen(string municipality, Heard message, KeyRing keys, out string? text)
    {
        text = null;
        try
        {
            text = message.Text is [] ? null : keys.OpenText(new(municipality, message.Resident!.Value), message.WrappedKey, message.Text);
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
        var municipality = talk.Municipality;
        var before = recorded.Outcome;
        if (_before is not null)
        {
            (var was, talk.Before) = _before.Decide(municipality, recorded.Facts, at, talk.RecordedTopic, talk.Before);
            before = Outcome.Of(was);
        }

        (var decision, talk.After) = _after.Decide(municipality, recorded.Facts, at, talk.RecordedTopic, talk.After);
        var after = Outcome.Of(decision);
        (talk.RecordedTopic, talk.Message) = (recorded.Outcome.Topic, null);
        talk.Wait(WaitsOf(municipality, before, after, at));
        _differences.Clear();
        Compared.Of(before, after, _differences);
        talk.Tally.Messages++;
        talk.Tally.Changed += _differences.Count > 0 ? 1 : 0;
        foreach (var difference in _differences)
        {
            talk.Tally.Add(difference);
            Sample(talk, difference, recorded, (before, after, decision), at);
        }

        Spent.Decided();
    }

    /// <summary>What was decided at the time tells how far a question might go; how the policies stood then it does not.</summary>
    private Talk.Waits WaitsOf(string municipality, in Outcome before, in Outcome after, DateTimeOffset at) =>
        new(
            at,
            before.Due,
            after.Due,
            before.Due is null ? null : Opening.Of((_before ?? _after).Of(municipality), before.Overflow, at),
            after.Due is null ? null : Opening.Of(_after.Of(municipality), after.Overflow, at)
        );

    private void Sample(
        Talk talk,
        Difference difference,
        RecordedDecision recorded,
        (Outcome Before, Outcome After, Decision Decision) sides,
        DateTimeOffset at
    )
    {
        var lot = Tally.Lot(recorded.Message.Sequence);
        if (!talk.Tally.Wants(difference.Kind, lot))
        {
            return;
        }

        var sample = new StoredSample(
            talk.Municipality,
            talk.Id,
            recorded.Message.Sequence,
            at,
            recorded.Facts.Channel,
            Compared.Shown(difference, sides.Before, after: false),
            Compared.Shown(difference, sides.After, after: true),
            Why.Of(difference, sides.Decision, _after.Of(talk.Municipality))
        );
        talk.Tally.Add(difference.Kind, lot, sample);
    }

    private static void Skip(Talk talk, bool erased)
    {
        talk.Tally.Erased += erased ? 1 : 0;
        talk.Tally.Unreadable += erased ? 0 : 1;
        talk.Forget();
    }

    private Talk TalkOf(Guid conversation, ReadOnlySpan<byte> code)
    {
        if (!_talks.TryGetValue(conversation, out var talk))
        {
            var municipality = _municipalities.Of(code);
            _talks[conversation] = talk = new(conversation, municipality, TallyOf(municipality));
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
