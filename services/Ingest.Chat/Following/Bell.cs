using Npgsql;
using WebcareHub.Channels;
using WebcareHub.EventStore;

namespace WebcareHub.Ingest.Chat.Following;

/// <summary>What a bell says.</summary>
[Flags]
internal enum Tone
{
    None,
    Item,
    Typing,
}

/// <summary>
/// Tells whoever follows a visit, in any process, that there is something. Rung within the transaction that adds it, so it never sounds before
/// the item can be read. After the line to the database broke, everybody looks.
/// </summary>
internal sealed class Bell(Database database, ILogger<Bell> log) : BackgroundService
{
    public const string Topic = "chat_bell";
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(20);

    private readonly Dictionary<Guid, Ear[]> ears = [];

    public static NpgsqlBatchCommand Ring(Guid visit, Tone tone) =>
        new NpgsqlBatchCommand("select pg_notify($1, $2)").With(Topic, $"{(int)tone}{visit:N}");

    /// <summary>Listens until it is disposed.</summary>
    public Ear Listen(Guid visit)
    {
        var ear = new Ear(this, visit);
        lock (ears)
        {
            ears[visit] = [.. ears.GetValueOrDefault(visit) ?? [], ear];
        }

        return ear;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The line for new items broke: {Failure}", exception.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = await database.Feed.OpenConnectionAsync(ct);
        connection.Notification += (_, told) => Hear(told.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Topic}", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        Guid[] all;
        lock (ears)
        {
            all = [.. ears.Keys];
        }

        Array.ForEach(all, visit => Sound(visit, Tone.Item));

        await using var ping = new NpgsqlCommand("select 1", connection);
        while (true)
        {
            if (!await connection.WaitAsync(Ping, ct))
            {
                await ping.ExecuteNonQueryAsync(ct);
            }
        }
    }

    private void Hear(string payload)
    {
        if (payload.Length == 33 && Guid.TryParseExact(payload.AsSpan(1), "N", out var visit))
        {
            Sound(visit, (Tone)(payload[0] - '0'));
        }
    }

    private void Sound(Guid visit, Tone tone)
    {
        Ear[] listening;
        lock (ears)
        {
            listening = ears.GetValueOrDefault(visit) ?? [];
        }

        Array.ForEach(listening, ear => ear.Hear(tone));
    }

    private void Leave(Ear ear)
    {
        lock (ears)
        {
            Ear[] left = [.. (ears.GetValueOrDefault(ear.Visit) ?? []).Where(other => other != ear)];
            if (left.Length == 0)
            {
                ears.Remove(ear.Visit);
            }
            else
            {
                ears[ear.Visit] = left;
            }
        }
    }

    /// <summary>One who listens.</summary>
    internal sealed class Ear(Bell bell, Guid visit) : IDisposable
    {
        private readonly Lock gate = new();
        private Tone heard;
        private TaskCompletionSource<Tone>? waiting;

        public Guid Visit => visit;

        /// <summary>What was heard since the last time; nothing when it stays silent this long.</summary>
        public async Task<Tone> WaitAsync(TimeSpan patience, CancellationToken ct)
        {
            Task<Tone> hears;
            lock (gate)
            {
                if (heard != Tone.None)
                {
                    return Taken();
                }

                waiting = new(TaskCreationOptions.RunContinuationsAsynchronously);
                hears = waiting.Task;
            }

            await ((Task)hears).WaitAsync(patience, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ct.ThrowIfCancellationRequested();
            lock (gate)
            {
                waiting = null;
                return Taken();
            }
        }

        public void Hear(Tone tone)
        {
            lock (gate)
            {
                heard |= tone;
                waiting?.TrySetResult(tone);
            }
        }

        public void Dispose() => bell.Leave(this);

        private Tone Taken()
        {
            var taken = heard;
            heard = Tone.None;
            return taken;
        }
    }
}
