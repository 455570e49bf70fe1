using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.EnvironmentAnalyses.Counting;

/// <summary>Events in the order of the log, and the generation they are counted into.</summary>
internal sealed record Portion(NpgsqlConnection Connection, int Generation, IReadOnlyList<RecordedEvent> Events);
