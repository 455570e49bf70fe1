using System.Collections.Concurrent;
using Npgsql;
using NpgsqlTypes;
using WebcareHub.Contracts.Conversations;

namespace WebcareHub.EventStore.Tests;

public sealed partial class Feeding
{
    private sealed class Everything : IFeedSubscriber
    {
        public const string Checkpoint = "test.everything:All";

        public string Name => Checkpoint;

        public IReadOnlyCollection<Type>? Types => null;

        public ConcurrentQueue<RecordedEvent> Seen { get; } = [];

        public int FailNext { get; set; }

        public int Refused { get; private set; }

        public bool Cured { get; set; }

        public async Task HandleAsync(FeedBatch batch, CancellationToken ct)
        {
            await using var command = new NpgsqlCommand("insert into reading.seen select $1, unnest($2)", batch.Connection)
            {
                Parameters =
                {
                    new() { Value = Name },
                    new()
                    {
                        Value = batch.Events.Select(e => e.Sequence).ToArray(),
                        NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint,
                    },
                },
            };
            await command.ExecuteNonQueryAsync(ct);
            if (!Cured && batch.Events.Any(e => e.Data is Claimed { By.Name: "poison" }))
            {
                Refused++;
                throw new InvalidDataException("This one I cannot digest.");
            }
            if (FailNext > 0)
            {
                FailNext--;
                throw new InvalidDataException("Not now.");
            }
            foreach (var recorded in batch.Events)
            {
                Seen.Enqueue(recorded);
            }
        }
    }

    /// <summary>Has nothing to do but when somebody writes.</summary>
    private sealed class Sleeper : IFeedSubscriber
    {
        public const string Checkpoint = "test.sleeper:All";

        public string Name => Checkpoint;

        public IReadOnlyCollection<Type> Types => [typeof(Claimed), typeof(MessageReceived)];

        public IReadOnlyCollection<Type> Waking => [typeof(MessageReceived)];

        public ConcurrentQueue<object> Seen { get; } = [];

        public Task HandleAsync(FeedBatch batch, CancellationToken ct)
        {
            foreach (var recorded in batch.Events)
            {
                Seen.Enqueue(recorded.Data);
            }
            return Task.CompletedTask;
        }
    }

    private sealed class OnlyClaims : IFeedSubscriber
    {
        public const string Checkpoint = "test.claims:All";

        public string Name => Checkpoint;

        public IReadOnlyCollection<Type> Types => [typeof(Claimed)];

        public ConcurrentQueue<object> Seen { get; } = [];

        public Task HandleAsync(FeedBatch batch, CancellationToken ct)
        {
            foreach (var recorded in batch.Events)
            {
                Seen.Enqueue(recorded.Data);
            }
            return Task.CompletedTask;
        }
    }
}
