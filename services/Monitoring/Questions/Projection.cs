using Npgsql;
using WebcareHub.Contracts;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Pools;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;

namespace WebcareHub.Monitoring.Questions;

/// <summary>Writes what a batch of events says into a generation. An exercise is not counted.</summary>
internal sealed class Projection(Pseudonyms pseudonyms) : IProjection
{
    internal const string Questions = "questions";

    private const string Conversation = "conversation-";
    private const int Digits = 20;

    internal static readonly IReadOnlyCollection<Type> Counted =
    [
        .. Question.Types,
        typeof(CameOnline),
        typeof(WentAway),
        typeof(WentOffline),
        typeof(ResidentsLinked),
        typeof(ResidentsUnlinked),
    ];

    public string Name => Questions;

    public string Checkpoint => QuestionsSubscriber.Checkpoint;

    public IReadOnlyCollection<Type> Types => Counted;

    public bool ReadsPersonal => false;

    public IReadOnlyList<string> Tables { get; } = ["monitoring.questions", "monitoring.persons", "monitoring.presence"];

    public async Task ApplyAsync(NpgsqlConnection connection, int generation, IReadOnlyList<RecordedEvent> events, CancellationToken ct)
    {
        var counted = events.Where(recorded => !Exercise.Is(recorded.Stream.Tenant)).ToList();
        var others = counted.Select(recorded => Beside(generation, recorded)).OfType<NpgsqlBatchCommand>().ToList();
        if (others.Count > 0)
        {
            await using var batch = new NpgsqlBatch(connection);
            others.ForEach(batch.BatchCommands.Add);
            await batch.ExecuteNonQueryAsync(ct);
        }

        // After the links: a resident who is forgotten loses theirs.
        await QuestionsAsync(connection, generation, counted, ct);
    }

    /// <summary>How a resident is called here: who does not have the key cannot tell whose it is.</summary>
    internal string ResidentOf(Guid id) => pseudonyms.Hash($"monitoring-resident-{id}")[..Digits];

    private async Task QuestionsAsync(NpgsqlConnection connection, int generation, List<RecordedEvent> events, CancellationToken ct)
    {
        var told = events
            .Select(recorded => (Id: ConversationOf(recorded), Recorded: recorded))
            .Where(each => each.Id is not null)
            .ToList();
        var wanted = told.Select(each => (each.Recorded.Stream.Tenant, each.Id!.Value)).Distinct().ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var known = await QuestionTable.LoadAsync(connection, generation, wanted, ct);
        var positions = new Dictionary<(string, Guid), long>();
        foreach (var (id, recorded) in told)
        {
            var key = (recorded.Stream.Tenant, id!.Value);
            if (recorded.Data is ConversationOpened opened)
            {
                known[key] = Question.Begin(opened, ResidentOf);
            }
            else if (known.TryGetValue(key, out var question))
            {
                known[key] = Question.Evolve(question, recorded.Data);
            }

            positions[key] = recorded.Sequence;
        }

        await QuestionTable.SaveAsync(connection, generation, [.. known.Select(each => (each.Value, positions[each.Key]))], ct);
        await ForgetAsync(connection, generation, told.Where(each => each.Recorded.Data is PersonalDataErased), known, ct);
    }

    private static async Task ForgetAsync(
        NpgsqlConnection connection,
        int generation,
        IEnumerable<(Guid? Id, RecordedEvent Recorded)> erased,
        Dictionary<(string, Guid), Question> known,
        CancellationToken ct
    )
    {
        var residents = erased
            .Select(each => known.GetValueOrDefault((each.Recorded.Stream.Tenant, each.Id!.Value)))
            .Where(question => question?.Resident is not null)
            .Select(question => (question!.Municipality, question.Resident!))
            .Distinct()
            .ToList();
        foreach (var (municipality, resident) in residents)
        {
            await using var forget = Forgetting.Commands(connection, generation, municipality, resident);
            await forget.ExecuteNonQueryAsync(ct);
        }
    }

    private NpgsqlBatchCommand? Beside(int generation, RecordedEvent recorded) =>
        recorded.Data switch
        {
            CameOnline e => Staffing.Write(generation, WorkerOf(e.Agent, e.Municipality), e.At, Staffing.Online),
            WentAway e => Staffing.Write(generation, WorkerOf(e.Agent, e.Municipality), e.At, Staffing.Away),
            WentOffline e => Staffing.Write(generation, WorkerOf(e.Agent, e.Municipality), e.At, Staffing.Offline),
            ResidentsLinked e => Persons.Link(
                generation,
                recorded.Stream.Tenant,
                (ResidentOf(e.ResidentId), ResidentOf(e.OtherResidentId)),
                e.At
            ),
            ResidentsUnlinked e => Persons.Part(
                generation,
                recorded.Stream.Tenant,
                (ResidentOf(e.ResidentId), ResidentOf(e.OtherResidentId)),
                e.At
            ),
            _ => null,
        };

    private (string Municipality, string Worker) WorkerOf(AgentRef agent, string municipality) =>
        (municipality, pseudonyms.Hash($"monitoring-worker-{municipality}-{agent.Id}")[..Digits]);

    private static Guid? ConversationOf(RecordedEvent recorded) =>
        recorded.Stream.Key.StartsWith(Conversation, StringComparison.Ordinal)
        && Guid.TryParse(recorded.Stream.Key.AsSpan(Conversation.Length), out var id)
            ? id
            : null;
}
