using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.EventStore;
using WebcareHub.RulesOfEngagement;
using WebcareHub.Testing;

namespace WebcareHub.Benchmarks;

/// <summary>
/// Writes a history into the log as Routing would have: messages of many municipalities over a period, what the blueprint in force decided about
/// each, and the answers. The same seed gives the same history but for ids.
/// </summary>
internal sealed class RecordedMessages(EventStore.EventStore store, SteppedClock clock, RulesOfEngagement.Blueprint blueprint, int seed = 4)
{
    private const int Batch = 400;
    private static readonly AgentRef _colleague = new("anna", "Anna");
    private readonly Random _random = new(seed);
    private readonly Dictionary<string, List<Guid>> _residents = [];

    /// <summary>Release numbers of the layers, as each decision names them.</summary>
    internal required IReadOnlyDictionary<string, int> Releases { get; init; }

    /// <summary>Returns the number of events written.</summary>
    internal async Task<int> WriteAsync(int messages, IReadOnlyList<string> municipalities, DateTimeOffset from, int days)
    {
        List<(DateTimeOffset At, Talk Talk, string? Text)> acts = [.. Plan(messages, municipalities, from, days)];
        acts.Sort((one, other) => one.At.CompareTo(other.At));
        int events = 0;
        foreach (var batch in acts.Chunk(Batch))
        {
            clock.MoveTo(batch[0].At);
            await using EventSession session = await store.OpenAsync(
                [.. batch.Select(act => act.Talk.Municipality).Distinct()],
                null,
                default
            );
            foreach (var (at, talk, text) in batch)
            {
                var made = text is null ? talk.Answer(at) : talk.Receive(blueprint.For(talk.Municipality), text, at, Releases);
                session.Append(talk.Stream, talk.Version, made, talk.Resident);
                talk.Version += made.Count;
                events += made.Count;
            }

            await session.CommitAsync(default);
        }

        return events;
    }

    private IEnumerable<(DateTimeOffset At, Talk Talk, string? Text)> Plan(
        int messages,
        IReadOnlyList<string> towns,
        DateTimeOffset from,
        int days
    )
    {
        for (int left = messages; left > 0; )
        {
            // A few large towns have most of the messages.
            string town = towns[(int)(towns.Count * Math.Pow(_random.NextDouble(), 2))];
            DateTimeOffset at = from.AddDays(_random.Next(days)).AddHours(7 + (15 * _random.NextDouble()));
            var (resident, known) = ResidentOf(town);
            Talk talk = new(town, resident, !known);
            int count = Math.Min(left, 1 + (int)(3 * Math.Pow(_random.NextDouble(), 3)));
            left -= count;
            for (int each = 0; each < count; each++)
            {
                yield return (at, talk, each > 0 && _random.Next(3) == 0 ? "Ja graag, dank u wel." : Text());
                at = at.AddMinutes(2 + _random.Next(50));
            }

            if (_random.Next(10) > 0)
            {
                yield return (at.AddMinutes(_random.Next(60 * 9)), talk, null);
            }
        }
    }

    private (Guid Resident, bool Known) ResidentOf(string town)
    {
        if (!_residents.TryGetValue(town, out var known))
        {
            _residents[town] = known = [];
        }

        if (known.Count > 0 && _random.Next(3) == 0)
        {
            return (known[_random.Next(known.Count)], true);
        }

        known.Add(Guid.NewGuid());
        return (known[^1], false);
    }

    private string Text() => SampleTexts.Dutch[_random.Next(SampleTexts.Dutch.Count)];

    /// <summary>One conversation while it is written.</summary>
    private sealed class Talk(string municipality, Guid resident, bool firstContact)
    {
        private readonly Guid _id = Guid.CreateVersion7();
        private Guid? _question;
        private string? _topic;
        private bool _acknowledged;

        public string Municipality => municipality;

        public Guid Resident => resident;

        public StreamKey Stream => new(municipality, $"conversation-{_id}");

        public long Version { get; set; }

        public List<object> Receive(EffectiveBlueprint blueprint, string text, DateTimeOffset at, IReadOnlyDictionary<string, int> releases)
        {
            List<object> events = Version > 0 ? [] : [Opened(at)];
            Guid message = Guid.CreateVersion7();
            events.Add(Received(message, text, at));
            MessageFacts facts = new(
                text,
                Channel.WhatsApp,
                Topic: _topic,
                FirstContact: firstContact && Version == 0,
                Acknowledged: _acknowledged
            );
            Decision decision = blueprint.Decide(facts, at);
            bool same = _question is not null && (_topic is null || decision.Topic is null || decision.Topic == _topic);
            _question = same ? _question : Guid.CreateVersion7();
            (_topic, _acknowledged) = (decision.Topic ?? (same ? _topic : null), same && _acknowledged);
            events.Add(Recognised(message, decision, releases, at));
            if (decision.NoReply is { } reason)
            {
                events.Add(new Resolved("no-reply", reason, new AgentRef("system", "WebcareHub"), at));
                return events;
            }
            events.Add(
                new Queued(decision.WorkList, decision.Role, decision.Due, decision.Overflow, false, decision.Suggest, decision.Labels, at)
            );
            if (decision.Acknowledge is { } answer && blueprint.RenderAnswer(answer) is { Missing.Count: 0 } rendered)
            {
                _acknowledged = true;
                events.Add(Reply(rendered.Text, answer, automatic: true, at));
            }

            return events;
        }

        public List<object> Answer(DateTimeOffset at) =>
            [
                Reply("We hebben het doorgegeven aan de buitendienst. U hoort morgen van ons.", null, automatic: false, at),
                new Resolved("answered", null, _colleague, at),
            ];

        private ConversationOpened Opened(DateTimeOffset at) =>
            new(_id, municipality, Channel.WhatsApp, "demo", "1000", resident, Visibility.Private, null, at);

        private static MessageReceived Received(Guid message, string text, DateTimeOffset at) =>
            new(
                message,
                Guid.CreateVersion7(),
                $"wamid.HBgLMzE2MTIzNDU2NzgVAgASGBQzQTRB{message:N}",
                "Willemijn Testpersoon",
                MessageKind.Text,
                text,
                null,
                [],
                null,
                at,
                at
            );

        private QuestionRecognised Recognised(
            Guid message,
            Decision decision,
            IReadOnlyDictionary<string, int> releases,
            DateTimeOffset at
        ) =>
            new(
                _question!.Value,
                message,
                decision.Topic,
                decision.Intent,
                decision.Priority,
                decision.Theme,
                [.. decision.Trace.Select(step => new TraceStep(step.Rule, step.Layer, step.Title, step.Set, step.Lost))],
                releases
                    .Where(release => !release.Key.StartsWith("GM", StringComparison.Ordinal) || release.Key == municipality)
                    .ToDictionary(),
                1,
                decision.Facts,
                at
            );

        private static ReplyRequested Reply(string text, string? answer, bool automatic, DateTimeOffset at) =>
            new(
                Guid.CreateVersion7(),
                text,
                answer,
                null,
                null,
                null,
                null,
                [],
                automatic,
                automatic ? new AgentRef("system", "WebcareHub") : _colleague,
                at.AddHours(24),
                at
            );
    }
}
