using Npgsql;

namespace WebcareHub.EventStore;

/// <summary>
/// The one PostgreSQL database, seen through four roles. A role is set when its connection starts and stays: the pools never mix them.
/// Together the pools of a process stay under 60 connections.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    /// <summary>Opens no connection yet.</summary>
    public Database(string connectionString)
    {
        Owner = Source(connectionString, role: null, pool: 4);
        App = Source(connectionString, "webcare_app", pool: 28);
        Feed = Source(connectionString, "webcare_feed", pool: 16);
        Timer = Source(connectionString, "webcare_timer", pool: 8);
        FeedLine = Source(connectionString, "webcare_feed", pool: 0);
    }

    /// <summary>The login itself: migrations only.</summary>
    public NpgsqlDataSource Owner { get; }

    /// <summary>Requests and routing batches. Sees only the tenants its transaction names (<see cref="Tenants"/>).</summary>
    public NpgsqlDataSource App { get; }

    /// <summary>Feed, projections and relay: all tenants.</summary>
    public NpgsqlDataSource Feed { get; }

    /// <summary>Work that the clock starts: all tenants.</summary>
    public NpgsqlDataSource Timer { get; }

    /// <summary>Not pooled: closing one gives its session's locks up.</summary>
    internal NpgsqlDataSource FeedLine { get; }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Feed.DisposeAsync();
        await Timer.DisposeAsync();
        await FeedLine.DisposeAsync();
        await Owner.DisposeAsync();
    }

    private static NpgsqlDataSource Source(string connectionString, string? role, int pool)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = pool > 0,
            MaxPoolSize = Math.Max(pool, 1),
            MinPoolSize = 0,
            ConnectionIdleLifetime = 60,
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 2,
            // Npgsql's reset sends SET SESSION AUTHORIZATION DEFAULT, which would drop the role: a reused connection would be the owner's.
            NoResetOnClose = true,
            ApplicationName = role ?? "webcare_owner",
        };
        // With just-in-time compilation each batch of a few hundred rows costs about a second.
        // The server notices within half a minute that a machine is gone, and frees its locks.
        settings.Options =
            $"{settings.Options} -c jit=off -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";
        // A plan that is made and kept while a table is empty reads it whole ever after, although it has the index. What such a plan is
        // said to cost would bring in helpers for every small question.
        settings.Options += role is null ? "" : $" -c role={role} -c enable_seqscan=off -c max_parallel_workers_per_gather=0";
        return NpgsqlDataSource.Create(settings);
    }
}
