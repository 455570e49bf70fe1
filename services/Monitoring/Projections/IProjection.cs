using Npgsql;
using WebcareHub.EventStore;

namespace WebcareHub.Monitoring.Projections;

/// <summary>Rows that are made of the log alone, generation by generation: one serves, another can be filled beside it.</summary>
internal interface IProjection
{
    /// <summary>As <c>monitoring.generations</c> and the command line have it.</summary>
    string Name { get; }

    /// <summary>Of the subscriber that keeps the generation that serves.</summary>
    string Checkpoint { get; }

    IReadOnlyCollection<Type> Types { get; }

    /// <summary>Whether it counts by what residents wrote.</summary>
    bool ReadsPersonal { get; }

    /// <summary>Where its rows stand, each with a column <c>generation</c>.</summary>
    IReadOnlyList<string> Tables { get; }

    /// <summary>Writes what these events say, in order, into a generation. It is written together with how far it is.</summary>
    Task ApplyAsync(NpgsqlConnection connection, int generation, IReadOnlyList<RecordedEvent> events, CancellationToken ct);
}
