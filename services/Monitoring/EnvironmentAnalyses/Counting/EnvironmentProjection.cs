using Npgsql;
using WebcareHub.Contracts.Conversations;
using WebcareHub.Contracts.Crises;
using WebcareHub.EventStore;
using WebcareHub.Monitoring.Projections;
using WebcareHub.Rulebooks;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>The environment analyses from the log. What the analyst wrote and froze stands beside it and stays as it is.</summary>
internal sealed class EnvironmentProjection(Rulebook rulebook) : IProjection
{
    internal const string Environment = "environment";

    /// <summary>What there is to count after a rest.</summary>
    internal static readonly IReadOnlyCollection<Type> Waking =
    [
        typeof(CrisisDeclared),
        typeof(NationalScopeAsked),
        typeof(NationalScopeConfirmed),
        typeof(NationalScopeFellBack),
        typeof(PhaseChanged),
        typeof(GripTold),
        typeof(CrisisEnded),
        typeof(RumourRegistered),
        typeof(RumourSpreadNoted),
        typeof(RumourStatusChanged),
        typeof(RumourOwned),
        typeof(RumourAnswered),
        typeof(PersonalDataErased),
    ];

    // Beside the counter of the generation that serves: each holds its own groups.
    private readonly Counter _filling = new(rulebook);

    public string Name => Environment;

    public string Checkpoint => CountMessages.Checkpoint;

    public IReadOnlyCollection<Type> Types { get; } = [.. Waking, typeof(MessageReceived), typeof(ReplyRequested)];

    public bool ReadsPersonal => true;

    public IReadOnlyList<string> Tables { get; } =
    [
        "monitoring.environment_words",
        "monitoring.environment_messages",
        "monitoring.environment_rumours",
        "monitoring.environment_crises",
        "monitoring.environment_position",
    ];

    public Task ApplyAsync(NpgsqlConnection connection, int generation, IReadOnlyList<RecordedEvent> events, CancellationToken ct) =>
        _filling.CountAsync(new(connection, generation, events), ct);
}
